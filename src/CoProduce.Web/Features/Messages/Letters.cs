using System.Globalization;
using System.Text.Json;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Messages;

/// <summary>Puts letters to members into the outbox of the running unit of work, each in the member's own words and only where there is an address.</summary>
public sealed class Letters(CurrentOrganisation organisation, IStringLocalizer texts, TimeProvider clock)
{
    /// <summary>Who can be written to: name and address of those of the members who have one and want mail.</summary>
    public static async Task<IReadOnlyList<Addressee>> AddresseesAsync(
        TenantDb db,
        IReadOnlyCollection<MemberId> members,
        CancellationToken ct
    ) =>
        await (
            from contact in db.MemberContacts
            join member in db.Members on contact.MemberId equals member.Id
            where members.Contains(contact.MemberId) && contact.Email != "" && member.Status == MemberStatus.Active
            select new Addressee(member.Id, member.FirstName, contact.Email)
        ).ToListAsync(ct);

    /// <summary>Writes a letter in the organisation's first language, to be sent after the unit of work is committed.</summary>
    public void Write(TenantDb db, Addressee to, Func<IStringLocalizer, Wording> words)
    {
        var (wordingBefore, formatsBefore) = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
        var language = Ui.Languages.Find(organisation.Profile.Settings.Languages[0], withTests: false) ?? Ui.Languages.All[0];
        try
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (language.Wording, language.Formats);
            var wording = words(texts);
            var letter = new Letter(
                to.Email,
                language.Code,
                wording.Subject,
                [texts["Dear {0},", to.FirstName], .. wording.Paragraphs],
                wording.Link,
                wording.LinkText,
                organisation.Profile.Name
            );
            db.Outbox.Add(
                new OutboxItem
                {
                    Kind = OutboxKind.Mail,
                    DueAt = clock.GetUtcNow(),
                    Letter = JsonSerializer.Serialize(letter),
                }
            );
        }
        finally
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (wordingBefore, formatsBefore);
        }
    }
}

/// <summary>Somebody who can be written to.</summary>
public sealed record Addressee(MemberId Member, string FirstName, string Email);

/// <summary>The words of a letter.</summary>
/// <param name="Link">A path to press, beginning with a slash; null for none.</param>
public sealed record Wording(string Subject, IReadOnlyList<string> Paragraphs, string? Link = null, string? LinkText = null);
