using System.Text.Json;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Messages;

/// <summary>Writes to members in the running unit of work, to each in the way they chose (<see cref="Ways"/>), in their language and not in quiet hours.</summary>
public sealed class Letters(CurrentOrganisation organisation, IStringLocalizer texts, TimeProvider clock)
{
    /// <summary>
    /// Who can be written to: those of the members who take part and whom some way reaches. Nobody in custody is, whatever was kept of them before they
    /// came there: everything goes through the coordinator.
    /// </summary>
    public static async Task<IReadOnlyList<Addressee>> AddresseesAsync(
        TenantDb db,
        IReadOnlyCollection<MemberId> members,
        CancellationToken ct
    )
    {
        var found = await (
            from contact in db.MemberContacts
            join member in db.Members on contact.MemberId equals member.Id
            where members.Contains(contact.MemberId) && member.Status == MemberStatus.Active
            where db.Hubs.Any(h => h.Id == member.HubId && h.Kind != HubKind.Custody)
            select new { member.FirstName, Contact = contact }
        )
            .AsNoTracking()
            .ToListAsync(ct);
        return
        [
            .. found
                .Select(f => (f.FirstName, f.Contact, Way: Ways.Of(f.Contact)))
                .Where(f => f.Way is not null)
                .Select(f => new Addressee(f.Contact.MemberId, f.FirstName, f.Way!.Value.Address, f.Way.Value.Way)
                {
                    Language = f.Contact.WritesIn,
                    WantsDailyMail = f.Contact.WantsDailyMail,
                }),
        ];
    }

    /// <summary>Writes to a member, to go out after the unit of work is committed.</summary>
    public void Write(TenantDb db, Addressee to, Func<IStringLocalizer, Wording> words, Guid? announcement = null)
    {
        var (now, haste) = (clock.GetUtcNow(), Haste.CanWait);
        Asks? asks = null;
        var head = Letterhead.Of(organisation.Profile);
        var letter = Composed.Letter(
            texts,
            to.Address,
            to.FirstName,
            head.Name,
            LanguageOf(to, organisation.Profile),
            t =>
            {
                var wording = words(t);
                (haste, asks) = (wording.Haste, wording.Asks);
                return wording;
            }
        );
        if (to.Way is SendingWay.Letter or SendingWay.Call)
        {
            // A link that answers for somebody is for them alone: it is neither printed nor read out.
            db.Sendings.Add(
                Sending.Of(to.Member, to.Way, letter.Subject, now, JsonSerializer.Serialize(letter with { Link = null }), announcement)
            );
            return;
        }
        if (to is { Way: SendingWay.Mail, WantsDailyMail: true } && haste == Haste.CanWait)
        {
            db.Sendings.Add(
                Sending.Of(to.Member, to.Way, letter.Subject, now, JsonSerializer.Serialize(letter), announcement).Gather().Ask(asks)
            );
            db.Outbox.Add(
                new()
                {
                    Kind = OutboxKind.MailOfTheDay,
                    DueAt = QuietHours.NextGathering(now, organisation.Profile),
                    SubjectId = to.Member.Value,
                }
            );
            return;
        }
        var sending = db.Sendings.Add(Sending.Of(to.Member, to.Way, letter.Subject, now, announcement: announcement).Ask(asks)).Entity;
        if (to.Way == SendingWay.Text)
            sending.Dial(to.Address);
        db.Outbox.Add(
            new()
            {
                Kind = to.Way == SendingWay.Text ? OutboxKind.Text : OutboxKind.Mail,
                DueAt = haste == Haste.AtOnce ? now : QuietHours.After(now, organisation.Profile),
                SubjectId = sending.Id,
                Letter = JsonSerializer.Serialize(letter),
            }
        );
    }

    /// <summary>Writes a mail to somebody who is no member, or for an organisation that has only just been created; it goes at once.</summary>
    public void Write(TenantDb db, string email, string firstName, Letterhead head, Func<IStringLocalizer, Wording> words) =>
        db.Outbox.Add(
            new OutboxItem
            {
                Kind = OutboxKind.Mail,
                DueAt = clock.GetUtcNow(),
                Letter = JsonSerializer.Serialize(Composed.Letter(texts, email, firstName, head.Name, LanguageOf(head), words)),
            }
        );

    /// <summary>The language in which somebody is written to: theirs where the organisation offers it, else the organisation's.</summary>
    public static Language LanguageOf(Addressee to, OrganisationProfile organisation) =>
        organisation.Settings.Languages.Contains(to.Language) && Languages.Find(to.Language, withTests: false) is { } own
            ? own
            : LanguageOf(Letterhead.Of(organisation));

    private static Language LanguageOf(Letterhead head) => Languages.Find(head.Language, withTests: false) ?? Languages.All[0];
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
/// <param name="Address">The mail address or the telephone number; empty for paper and a call.</param>
/// <param name="Way">How they are reached.</param>
public sealed record Addressee(MemberId Member, string FirstName, string Address, SendingWay Way)
{
    /// <summary>The code of their language; empty for the organisation's.</summary>
    public string Language { get; init; } = "";

    /// <summary>True when they want one mail a day at most.</summary>
    public bool WantsDailyMail { get; init; }

    /// <summary>True when they read it within a day, so that a time may be set for an answer.</summary>
    public bool IsQuick => Way is SendingWay.Mail or SendingWay.Text;
}

/// <summary>How long something may wait.</summary>
public enum Haste
{
    /// <summary>Until the quiet hours are over, or the mail of the day.</summary>
    CanWait,

    /// <summary>Until the quiet hours are over.</summary>
    Today,

    /// <summary>Not at all.</summary>
    AtOnce,
}

/// <summary>The words of a letter.</summary>
/// <param name="Link">A path to press, beginning with a slash; null for none.</param>
public sealed record Wording(string Subject, IReadOnlyList<string> Paragraphs, string? Link = null, string? LinkText = null)
{
    /// <summary>How long it may wait.</summary>
    public Haste Haste { get; init; }

    /// <summary>Where somebody stops letters of this kind without signing in, beginning with a slash; null where there is nothing to stop.</summary>
    public string? Stop { get; init; }

    /// <summary>What it asks, where a text may answer it; null for nothing.</summary>
    public Asks? Asks { get; init; }
}
