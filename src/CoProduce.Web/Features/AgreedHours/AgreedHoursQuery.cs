using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Doubles;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.AgreedHours;

/// <summary>Hours agreed, and how far they are given.</summary>
/// <param name="Given">Minutes given since the first day.</param>
/// <param name="ThisMonth">Of those each month: minutes given in the month that runs now.</param>
/// <param name="MonthsOver">Of those each month: how many months are over.</param>
/// <param name="MonthEnds">Of those each month: the last day of the month that runs now.</param>
public sealed record AgreedStanding(
    HoursAgreed Agreed,
    string Name,
    string FirstName,
    long Given,
    long ThisMonth,
    int MonthsOver,
    DateOnly MonthEnds
)
{
    /// <summary>Minutes still to give of so many in all; below zero never.</summary>
    public long ToGo => Math.Max(0, Agreed.Minutes - Given);

    /// <summary>True when so many in all are given.</summary>
    public bool IsFull => Agreed.Span == AgreedSpan.InAll && ToGo == 0;

    /// <summary>Of those each month, the minutes missing from months that are over. What was given more in one counts in the others.</summary>
    public long Behind => Agreed.Span == AgreedSpan.EachMonth ? Math.Max(0, ((long)MonthsOver * Agreed.Minutes) - Given) : 0;
}

/// <summary>What one member agreed to, the newest first.</summary>
public sealed record AgreedShown(Member Member, IReadOnlyList<AgreedStanding> Now, IReadOnlyList<HoursAgreed> Before, DateOnly Today);

/// <summary>Reads what was agreed, and counts what was given from the ledger.</summary>
public sealed class AgreedHoursQuery(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    private static readonly EntryKind[] Help =
    [
        EntryKind.OneToOne,
        EntryKind.ForTheOrganisation,
        EntryKind.Group,
        EntryKind.OnCall,
        EntryKind.Contribution,
    ];

    private DateOnly Today => organisation.Profile.DateOf(clock.GetUtcNow());

    /// <summary>All that lasts, of members who take part: those behind first, then those who have given all, then the others by name.</summary>
    public Task<IReadOnlyList<AgreedStanding>> AllAsync(CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<AgreedStanding>>(
            async db =>
            {
                var open = db.HoursAgreed.Where(a =>
                    a.EndedOn == null && db.Members.Any(m => m.Id == a.MemberId && m.Status == MemberStatus.Active)
                );
                var all = await StandingsAsync(db, open, Today, ct);
                return
                [
                    .. all.OrderByDescending(a => a.Behind > 0)
                        .ThenByDescending(a => a.IsFull)
                        .ThenBy(a => a.Name, StringComparer.CurrentCulture),
                ];
            },
            ct
        );

    /// <summary>Of one member, for coordinators and the member; null for anybody else, or when there is none here.</summary>
    public Task<AgreedShown?> OfAsync(MemberId id, CancellationToken ct = default) =>
        work.ReadAsync<AgreedShown?>(
            async db =>
            {
                if (!me.Holds(Role.Coordinator) && me.MemberId != id)
                    return null;
                if (await db.Members.SingleOrDefaultAsync(m => m.Id == id, ct) is not { } member)
                    return null;
                var theirs = db.HoursAgreed.Where(a => a.MemberId == id);
                return new(
                    member,
                    await StandingsAsync(db, theirs.Where(a => a.EndedOn == null), Today, ct),
                    await theirs.Where(a => a.EndedOn != null).OrderByDescending(a => a.EndedOn).ToListAsync(ct),
                    Today
                );
            },
            ct
        );

    private static async Task<IReadOnlyList<AgreedStanding>> StandingsAsync(
        TenantDb db,
        IQueryable<HoursAgreed> agreed,
        DateOnly today,
        CancellationToken ct
    )
    {
        var all = await (
            from a in agreed
            join m in db.Members on a.MemberId equals m.Id
            orderby a.From descending, a.Id
            select new
            {
                Agreed = a,
                Name = (m.FirstName + " " + m.LastName).Trim(),
                m.FirstName,
            }
        ).ToListAsync(ct);
        if (all.Count == 0)
            return [];
        var (members, first) = (all.ConvertAll(a => a.Agreed.MemberId), all.Min(a => a.Agreed.From));
        // Help that was given under a number which was put together with theirs is theirs.
        var records = await db.RecordsOfAsync(members, ct);
        var numbers = records.Keys.Select(m => (MemberId?)m).ToList();
        var given = await (
            from p in db.Postings
            where p.Amount > 0
            join account in db.Accounts on p.AccountId equals account.Id
            where numbers.Contains(account.MemberId)
            join e in db.Entries on p.EntryId equals e.Id
            where e.ServiceDate >= first && Help.Contains(e.Kind) && !db.Entries.Any(r => r.Reverses == e.Id)
            select new
            {
                Member = account.MemberId!.Value,
                e.ServiceDate,
                p.Amount,
            }
        ).ToListAsync(ct);
        var byMember = given.ToLookup(g => records[g.Member]);
        return all.ConvertAll(a =>
        {
            var since = byMember[a.Agreed.MemberId].Where(g => g.ServiceDate >= a.Agreed.From).ToList();
            var over = MonthsOver(a.Agreed.From, today);
            var begins = a.Agreed.From.AddMonths(over);
            return new AgreedStanding(
                a.Agreed,
                a.Name,
                a.FirstName,
                since.Sum(g => g.Amount),
                since.Where(g => g.ServiceDate >= begins).Sum(g => g.Amount),
                over,
                a.Agreed.From.AddMonths(over + 1).AddDays(-1)
            );
        });
    }

    /// <summary>How many whole months are over between two days; none before the first.</summary>
    internal static int MonthsOver(DateOnly from, DateOnly today)
    {
        if (today < from)
            return 0;
        var months = ((today.Year - from.Year) * 12) + today.Month - from.Month;
        return from.AddMonths(months) > today ? months - 1 : months;
    }
}
