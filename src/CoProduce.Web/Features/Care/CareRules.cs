using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care.Guardians;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Care;

/// <summary>People who meet, or are to meet.</summary>
/// <param name="Category">The kind of help; null when nobody said, and then no check is needed for it.</param>
/// <param name="IsForBoard">True for an offer or a request, where nobody knows yet whom they will meet.</param>
public sealed record Meeting(
    IReadOnlyCollection<MemberId> Givers,
    IReadOnlyCollection<MemberId> Receivers,
    CategoryId? Category,
    DateOnly Day,
    bool IsForBoard = false
)
{
    /// <summary>Further kinds of help in it, whose checks are needed too.</summary>
    public IReadOnlyCollection<CategoryId> Also { get; init; } = [];

    /// <summary>One gives to another, or to the organisation.</summary>
    public static Meeting Of(MemberId giver, MemberId? receiver, CategoryId? category, DateOnly day) =>
        new([giver], receiver is { } one ? [one] : [], category, day);

    /// <summary>Everybody.</summary>
    public IReadOnlyList<MemberId> Everybody => [.. Givers.Concat(Receivers).Distinct()];
}

/// <summary>A check that the kind of help needs and this member has not.</summary>
/// <param name="Last">The newest one there is; null when there is none.</param>
public sealed record MissingCheck(MemberId Member, string Name, CheckKindId Kind, string KindName, MemberCheck? Last);

/// <summary>A restriction that the meeting would break.</summary>
public sealed record CareWarning(MemberId Member, string Name, Restriction Restriction);

/// <summary>What stands against a meeting (missing checks exclude), and what to keep to in it (warnings are read and ticked).</summary>
/// <param name="Unagreed">Members under 18 whose guardian has not said yes; they exclude too.</param>
public sealed record CareAnswer(
    string Category,
    IReadOnlyList<MissingCheck> Missing,
    IReadOnlyList<CareWarning> Warnings,
    IReadOnlyList<MissingConsent> Unagreed
)
{
    /// <summary>True when this help is not for these people now.</summary>
    public bool Forbids => Missing.Count + Unagreed.Count > 0;
}

/// <summary>The rules of care for people who meet: one query for logging, registers, the board and matching.</summary>
public static class CareRules
{
    /// <summary>With so many people there, somebody is always the second.</summary>
    private const int Group = 3;

    /// <summary>Asks for missing checks and restrictions. Whoever shows the answer to a person uses <see cref="CareDoor"/>, which writes the look.</summary>
    public static async Task<CareAnswer> CareRulesAsync(this TenantDb db, Meeting meeting, CancellationToken ct) =>
        (await db.CareRulesAsync([meeting], ct))[0];

    /// <summary>The same for several meetings of the same kinds of help on the same day, each by itself, in as many queries as for one.</summary>
    public static async Task<IReadOnlyList<CareAnswer>> CareRulesAsync(
        this TenantDb db,
        IReadOnlyList<Meeting> meetings,
        CancellationToken ct
    )
    {
        if (meetings.Count == 0)
            return [];
        List<MemberId> everybody = [.. meetings.SelectMany(m => m.Everybody).Distinct()];
        var (first, day) = (meetings[0], meetings[0].Day);
        var restrictions = await (
            from r in db.Restrictions.AsNoTracking()
            where everybody.Contains(r.MemberId) && r.LiftedAt == null && r.Since <= day && (r.Until == null || r.Until >= day)
            join m in db.Members on r.MemberId equals m.Id
            orderby m.Number, r.Kind, r.Id
            select new
            {
                Restriction = r,
                m.FirstName,
                m.LastName,
            }
        ).ToListAsync(ct);
        var minors = restrictions.Exists(r => r.Restriction.Kind == RestrictionKind.NoMinors)
            ? await db.MinorsAmong(db.Members.Where(m => everybody.Contains(m.Id)), day).Select(m => m.Id).ToListAsync(ct)
            : [];
        var category = await db.Categories.Where(c => c.Id == first.Category).Select(c => c.Name).SingleOrDefaultAsync(ct) ?? "";
        var missing = await MissingAsync(db, first with { Givers = [.. meetings.SelectMany(m => m.Givers).Distinct()] }, ct);
        var unagreed = await db.WithoutConsent(db.Members.Where(m => everybody.Contains(m.Id)).OrderBy(m => m.Number), day)
            .Select(m => new MissingConsent(m.Id, (m.FirstName + " " + m.LastName).Trim()))
            .ToListAsync(ct);
        return [.. meetings.Select(Answer)];

        CareAnswer Answer(Meeting meeting) =>
            new(
                category,
                missing.FindAll(m => meeting.Givers.Contains(m.Member)),
                [
                    .. restrictions
                        .Where(r => meeting.Everybody.Contains(r.Restriction.MemberId))
                        .Where(r => Speaks(r.Restriction, meeting, minors))
                        .Select(r => new CareWarning(r.Restriction.MemberId, $"{r.FirstName} {r.LastName}".Trim(), r.Restriction)),
                ],
                unagreed.FindAll(m => meeting.Everybody.Contains(m.Member))
            );
    }

    /// <summary>Keeps with what was logged that a rule was broken.</summary>
    /// <param name="readBy">The coordinator who ticked the warnings; null when members logged it, and then a coordinator is to look at it.</param>
    public static void MarkCare(this TenantDb db, CareAnswer answer, Guid subject, DateTimeOffset now, RoleHolderId? readBy = null)
    {
        var warned = answer.Warnings.Select(w => new CareMark
        {
            SubjectId = subject,
            MemberId = w.Member,
            RestrictionId = w.Restriction.Id,
            At = now,
        });
        var missing = answer.Missing.Select(m => new CareMark
        {
            SubjectId = subject,
            MemberId = m.Member,
            CheckKindId = m.Kind,
            At = now,
        });
        var unagreed = answer.Unagreed.Select(m => new CareMark
        {
            SubjectId = subject,
            MemberId = m.Member,
            At = now,
        });
        foreach (var mark in warned.Concat(missing).Concat(unagreed))
        {
            if (readBy is { } reader)
                mark.Read(reader, now);
            db.CareMarks.Add(mark);
        }
    }

    // Whoever gives a kind of help that needs a check has one that is good on the day; an organisation-member answers for its own people.
    private static async Task<List<MissingCheck>> MissingAsync(TenantDb db, Meeting meeting, CancellationToken ct)
    {
        List<CategoryId> kindsOfHelp = [.. meeting.Also, .. meeting.Category is { } category ? new[] { category } : []];
        if (kindsOfHelp.Count == 0)
            return [];
        var needed = await db
            .CheckKinds.AsNoTracking()
            .Where(k => k.HiddenAt == null && db.CheckNeeds.Any(n => n.KindId == k.Id && kindsOfHelp.Contains(n.CategoryId)))
            .OrderBy(k => k.Position)
            .ToListAsync(ct);
        if (needed.Count == 0)
            return [];
        var (givers, kinds) = (meeting.Givers, needed.ConvertAll(k => k.Id));
        var people = await db
            .Members.AsNoTracking()
            .Where(m => givers.Contains(m.Id) && m.Kind == MemberKind.Person)
            .OrderBy(m => m.Number)
            .ToListAsync(ct);
        var checks = await db.ChecksInForce()
            .AsNoTracking()
            .Where(c => givers.Contains(c.MemberId) && kinds.Contains(c.KindId))
            .ToListAsync(ct);
        return
        [
            .. from person in people
            from kind in needed
            let last = checks.Find(c => c.MemberId == person.Id && c.KindId == kind.Id)
            where last is null || !last.IsGoodOn(meeting.Day)
            select new MissingCheck(person.Id, person.Name, kind.Id, kind.Name, last),
        ];
    }

    private static bool Speaks(Restriction restriction, Meeting meeting, List<MemberId> minors) =>
        restriction.Kind switch
        {
            RestrictionKind.NoHomeVisits => meeting.IsForBoard || meeting.Receivers.Count > 0,
            RestrictionKind.TwoPeople => meeting.Everybody.Count < Group,
            RestrictionKind.NoMinors => meeting.IsForBoard
                || minors.Exists(m => m != restriction.MemberId && meeting.Everybody.Contains(m)),
            RestrictionKind.CoordinatorPresent or RestrictionKind.Other => true,
        };
}

/// <summary>The warnings that a coordinator was shown, and the tick that they were read.</summary>
public sealed class CareReading
{
    /// <summary>The ids of the restrictions that were shown, with spaces between; null when none was.</summary>
    public string? Shown { get; set; }

    public bool IsRead { get; set; }

    /// <summary>True when every warning was shown and ticked; one that came up in between has to be read first.</summary>
    public bool Covers(CareAnswer answer) =>
        answer.Warnings.Count == 0
        || (IsRead && answer.Warnings.All(w => (Shown ?? "").Split(' ').Contains(w.Restriction.Id.Value.ToString())));

    /// <summary>Remembers what is shown now; what was not shown before is not ticked.</summary>
    public void Show(CareAnswer answer)
    {
        IsRead = Covers(answer) && IsRead;
        Shown = answer.Warnings.Count == 0 ? null : string.Join(' ', answer.Warnings.Select(w => w.Restriction.Id.Value));
    }
}
