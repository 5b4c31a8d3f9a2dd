using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care.Guardians;
using CoProduce.Web.Features.Matching.Day;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Care;

/// <summary>Reads what of care needs this coordinator today, and the whole list of checks that run out.</summary>
public sealed class CareTodayQuery(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    /// <param name="share">What of the day is this coordinator's; null for all. A concern is whose it is, whatever the time bank.</param>
    public Task<CareToday> ReadAsync(DayShare? share = null, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var today = organisation.Profile.DateOf(clock.GetUtcNow());
                var (isAll, hubs) = (share?.Hubs is null, share?.Hubs ?? []);
                var ends = db.ChecksThatEnd(LastDay(today))
                    .Where(c => isAll || db.Members.Any(m => m.Id == c.MemberId && hubs.Contains(m.HubId)));
                var (resting, given) = (
                    share?.Hidden(DayList.Review, id => new MemberId(id)) ?? [],
                    share?.Given(DayList.Review, id => new MemberId(id)) ?? []
                );
                var holder = me.Id;
                return new CareToday(
                    await ends.CountAsync(ct),
                    await ends.CountAsync(c => c.Until < today, ct),
                    await db
                        .CareMarks.Where(m => m.ReadAt == null)
                        .Where(c => isAll || db.Members.Any(m => m.Id == c.MemberId && hubs.Contains(m.HubId)))
                        .Select(m => m.SubjectId)
                        .Distinct()
                        .CountAsync(ct),
                    await db.ConcernsFor(me)
                        .Where(c => c.OwnerId == holder && c.Status != ConcernStatus.Closed)
                        .OrderBy(c => c.DueOn)
                        .Select(c => new ConcernDue(c.Id, c.DueOn))
                        .ToListAsync(ct),
                    await (
                        from r in db.Restrictions
                        where r.LiftedAt == null && r.ReviewOn <= today
                        join m in db.Members on r.MemberId equals m.Id
                        where m.Status == MemberStatus.Active && !resting.Contains(m.Id)
                        where isAll || given.Contains(m.Id) || hubs.Contains(m.HubId)
                        orderby r.ReviewOn, r.Id
                        select new ReviewDue(m.Id, (m.FirstName + " " + m.LastName).Trim(), r.ReviewOn!.Value)
                    )
                        .Take(5)
                        .ToListAsync(ct),
                    [
                        .. (await db.GrownUpAsync(organisation.Profile, today, share?.Hubs, ct)).Where(g =>
                            share?.Shows(DayList.GrownUp, g.Member.Value, null) ?? true
                        ),
                    ],
                    await db.UnagreedAsync(today, share?.Hubs, CareToday.MostUnagreed, ct),
                    today
                );
            },
            ct
        );

    /// <summary>Checks that have run out or will soon, the longest over first.</summary>
    public Task<(IReadOnlyList<CheckEnding> Checks, DateOnly Today)> ChecksAsync(CancellationToken ct = default) =>
        work.ReadAsync<(IReadOnlyList<CheckEnding>, DateOnly)>(
            async db =>
            {
                var today = organisation.Profile.DateOf(clock.GetUtcNow());
                return (
                    await (
                        from c in db.ChecksThatEnd(LastDay(today))
                        join m in db.Members on c.MemberId equals m.Id
                        join k in db.CheckKinds on c.KindId equals k.Id
                        orderby c.Until, m.Number, k.Position
                        select new CheckEnding(m.Id, (m.FirstName + " " + m.LastName).Trim(), k.Name, c.Until!.Value)
                    ).ToListAsync(ct),
                    today
                );
            },
            ct
        );

    private DateOnly LastDay(DateOnly today) => today.AddDays(organisation.Profile.Settings.CheckReminderDays);
}

/// <summary>What of care needs a person today.</summary>
/// <param name="Ending">Checks that run out soon or have run out.</param>
/// <param name="Over">How many of them have.</param>
/// <param name="Marked">Exchanges that members logged against a rule and nobody has looked at.</param>
/// <param name="Concerns">Open ones that this coordinator sees to.</param>
/// <param name="Reviews">Restrictions of which somebody is to ask whether they are still needed.</param>
/// <param name="GrownUp">Members who turned 18 and were not asked since what they agree to.</param>
/// <param name="Unagreed">Members under 18 whose guardian has not said yes.</param>
public sealed record CareToday(
    int Ending,
    int Over,
    int Marked,
    IReadOnlyList<ConcernDue> Concerns,
    IReadOnlyList<ReviewDue> Reviews,
    IReadOnlyList<GrownUp> GrownUp,
    IReadOnlyList<MissingConsent> Unagreed,
    DateOnly Today
)
{
    /// <summary>How many lines stand there.</summary>
    public int Count => Math.Min(Ending, 1) + Math.Min(Marked, 1) + Concerns.Count + Reviews.Count + GrownUp.Count + Unagreed.Count;

    /// <summary>So many stand on the day; all of them stand among those who join.</summary>
    public const int MostUnagreed = 5;

    /// <summary>True when nothing does.</summary>
    public bool IsQuiet => Ending == 0 && Marked == 0 && Concerns.Count == 0 && Reviews.Count == 0 && GrownUp.Count + Unagreed.Count == 0;
}

/// <summary>A concern and the day it is due; nothing of what it is about.</summary>
public sealed record ConcernDue(ConcernId Id, DateOnly DueOn);

/// <summary>A restriction to be asked about.</summary>
public sealed record ReviewDue(MemberId Member, string Name, DateOnly On);

/// <summary>A check that comes to its end.</summary>
public sealed record CheckEnding(MemberId Member, string Name, string Kind, DateOnly Until);
