using System.Text.Json;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Privacy;
using CoProduce.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Moving;

/// <summary>What comes along with somebody to another organisation: what they ticked, as it was on the day it was proposed. Null or empty for what stays.</summary>
/// <param name="Balance">The hours they had then, in minutes; the hours themselves cross as they are on the day of arrival. Null when they stay.</param>
public sealed record Parcel(
    string FirstName,
    string LastName,
    ParcelContact? Contact,
    string About,
    IReadOnlyList<ParcelSkill> Skills,
    IReadOnlyList<ParcelLanguage> Languages,
    WhatSuits? Suits,
    ParcelAccess? Access,
    IReadOnlyList<ParcelConsent> Consents,
    long? Balance,
    ParcelHistory? History
)
{
    /// <summary>A word of the old place's coordinator; empty for none.</summary>
    public string Words { get; init; } = "";

    /// <summary>Reads one back. Throws when the text is none.</summary>
    public static Parcel Read(string json) => JsonSerializer.Deserialize<Parcel>(json)!;

    /// <summary>As it is kept.</summary>
    public string Write() => JsonSerializer.Serialize(this);
}

/// <summary>How to reach somebody; empty for what is not known.</summary>
public sealed record ParcelContact(ContactWay Prefers, string Email, string Phone, string Address, DateOnly? BornOn);

/// <summary>A skill by its names in the old place's list, or in own words.</summary>
public sealed record ParcelSkill(SkillSide Side, string English, string Welsh);

/// <summary>A language.</summary>
public sealed record ParcelLanguage(string Code, LanguageLevel Level);

/// <summary>What helps somebody.</summary>
public sealed record ParcelAccess(AccessNeed Ticks, string Words);

/// <summary>The last yes or no to a purpose, with the words that were asked.</summary>
public sealed record ParcelConsent(ConsentPurpose Purpose, bool IsGiven, string Wording, DateTimeOffset At);

/// <summary>What somebody gave and received in the old place. Nobody else is named, and no place.</summary>
/// <param name="Gave">Minutes.</param>
/// <param name="Received">Minutes.</param>
/// <param name="Lines">The newest first, at most <see cref="Most"/>.</param>
public sealed record ParcelHistory(
    DateOnly Joined,
    long Gave,
    int TimesGiven,
    long Received,
    int TimesReceived,
    IReadOnlyList<ParcelLine> Lines
)
{
    /// <summary>So many lines at most: it is to be read, and the books stay where they are.</summary>
    public const int Most = 200;
}

/// <summary>One exchange.</summary>
/// <param name="Kind">The kind of help; empty when nobody said.</param>
public sealed record ParcelLine(DateOnly On, bool Gave, int Minutes, string Kind);

/// <summary>Packs what goes along.</summary>
internal static class Packing
{
    /// <summary>The parcel of a member with these parts. Contact details of a place of custody are none.</summary>
    public static async Task<Parcel> PackAsync(this TenantDb db, Member member, MoveParts parts, CancellationToken ct)
    {
        var inCustody = await db.Hubs.AnyAsync(h => h.Id == member.HubId && h.Kind == HubKind.Custody, ct);
        var contact = await db.MemberContacts.AsNoTracking().SingleOrDefaultAsync(c => c.MemberId == member.Id, ct) ?? new();
        var giving = (await db.GivingOfAsync([member.Id], ct))[0];
        var balance = await db.Accounts.Where(a => a.Id == member.Id.Account).Select(a => a.Balance).SingleAsync(ct);
        return new(
            member.FirstName,
            member.LastName,
            !parts.HasFlag(MoveParts.Contact) || inCustody
                ? null
                : new(contact.Prefers, contact.Email, contact.Phone, contact.Address, contact.BornOn),
            parts.HasFlag(MoveParts.Skills) ? member.About : "",
            parts.HasFlag(MoveParts.Skills) ? [.. giving.Skills.Select(s => new ParcelSkill(s.Side, s.Name.English, s.Name.Welsh))] : [],
            parts.HasFlag(MoveParts.Languages) ? [.. giving.Languages.Select(l => new ParcelLanguage(l.Code, l.Level))] : [],
            parts.HasFlag(MoveParts.WhatSuits) ? giving.Suits : null,
            parts.HasFlag(MoveParts.Access) ? new(contact.AccessTicks, contact.AccessNeeds) : null,
            parts.HasFlag(MoveParts.Consents) ? await ConsentsAsync(db, member.Id, ct) : [],
            parts.HasFlag(MoveParts.Balance) ? balance : null,
            parts.HasFlag(MoveParts.History) ? await HistoryAsync(db, member, ct) : null
        );
    }

    private static async Task<IReadOnlyList<ParcelConsent>> ConsentsAsync(TenantDb db, MemberId member, CancellationToken ct) =>
        [
            .. (await db.Consents.AsNoTracking().Where(c => c.MemberId == member).OrderBy(c => c.At).ToListAsync(ct))
                .GroupBy(c => c.Purpose)
                .OrderBy(g => g.Key)
                .Select(g => g.Last())
                .Select(c => new ParcelConsent(c.Purpose, c.IsGiven, c.Wording, c.At)),
        ];

    private static async Task<ParcelHistory> HistoryAsync(TenantDb db, Member member, CancellationToken ct)
    {
        var lines = await (
            from e in db.Exchanges
            where e.Status == ExchangeStatus.Confirmed && (e.GiverId == member.Id || e.ReceiverId == member.Id)
            join c in db.Categories on e.CategoryId equals c.Id into categories
            from c in categories.DefaultIfEmpty()
            orderby e.ServiceDate descending, e.Id descending
            select new ParcelLine(e.ServiceDate, e.GiverId == member.Id, e.Minutes, c == null ? "" : c.Name)
        ).ToListAsync(ct);
        var (gave, received) = (lines.Where(l => l.Gave).ToList(), lines.Where(l => !l.Gave).ToList());
        return new(
            member.JoinedOn,
            gave.Sum(l => (long)l.Minutes),
            gave.Count,
            received.Sum(l => (long)l.Minutes),
            received.Count,
            [.. lines.Take(ParcelHistory.Most)]
        );
    }
}
