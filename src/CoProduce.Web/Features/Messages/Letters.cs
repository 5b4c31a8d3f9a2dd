using System.Text.Json;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Messages;

/// <summary>Puts letters to members into the outbox of the running unit of work, each in the member's own words and only where there is an address.</summary>
public sealed class Letters(CurrentOrganisation organisation, IStringLocalizer texts, TimeProvider clock)
{
    /// <summary>
    /// Who can be written to: name and address of those of the members who have one and take part. Nobody in custody is, whatever was kept of them
    /// before they came there: everything goes through the coordinator.
    /// </summary>
    public static async Task<IReadOnlyList<Addressee>> AddresseesAsync(
        TenantDb db,
        IReadOnlyCollection<MemberId> members,
        CancellationToken ct
    ) =>
        await (
            from contact in db.MemberContacts
            join member in db.Members on contact.MemberId equals member.Id
            where members.Contains(contact.MemberId) && contact.Email != "" && member.Status == MemberStatus.Active
            where db.Hubs.Any(h => h.Id == member.HubId && h.Kind != HubKind.Custody)
            select new Addressee(member.Id, member.FirstName, contact.Email)
        ).ToListAsync(ct);

    /// <summary>Writes a letter in the organisation's first language, to be sent after the unit of work is committed.</summary>
    public void Write(TenantDb db, Addressee to, Func<IStringLocalizer, Wording> words) =>
        Write(db, to.Email, to.FirstName, Letterhead.Of(organisation.Profile), words);

    /// <summary>The same to somebody who is no member, or for an organisation that has only just been created.</summary>
    public void Write(TenantDb db, string email, string firstName, Letterhead head, Func<IStringLocalizer, Wording> words) =>
        db.Outbox.Add(
            new OutboxItem
            {
                Kind = OutboxKind.Mail,
                DueAt = clock.GetUtcNow(),
                Letter = JsonSerializer.Serialize(Composed.Letter(texts, email, firstName, head.Name, Language(head), words)),
            }
        );

    private static Language Language(Letterhead head) => Languages.Find(head.Language, withTests: false) ?? Languages.All[0];
}

/// <summary>In whose name a letter is written.</summary>
/// <param name="Name">The organisation's name.</param>
/// <param name="Slug">The first part of its addresses.</param>
/// <param name="Language">The code of the language it writes in.</param>
public sealed record Letterhead(string Name, string Slug, string Language)
{
    /// <summary>That of an organisation as it stands.</summary>
    public static Letterhead Of(OrganisationProfile organisation) =>
        new(organisation.Name, organisation.Slug, organisation.Settings.Languages[0]);
}

/// <summary>Somebody who can be written to.</summary>
public sealed record Addressee(MemberId Member, string FirstName, string Email);

/// <summary>The words of a letter.</summary>
/// <param name="Link">A path to press, beginning with a slash; null for none.</param>
public sealed record Wording(string Subject, IReadOnlyList<string> Paragraphs, string? Link = null, string? LinkText = null);
