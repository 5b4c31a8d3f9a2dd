using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Holds;

/// <summary>Hours that are or were kept.</summary>
/// <param name="Name">Whose.</param>
/// <param name="PlacedBy">Null for a job.</param>
/// <param name="EndedBy">Null while it is open, and when its time ran out.</param>
public sealed record HoldLine(HoldRow Hold, MemberId Member, string Name, string? PlacedBy, string? EndedBy);

/// <summary>Reads what is kept of members' hours.</summary>
public sealed class HoldsQuery(UnitOfWork work)
{
    /// <summary>The most of those that have ended that are shown.</summary>
    public const int Most = 200;

    /// <summary>What is kept now, the next to run out first; or what has ended, the newest first.</summary>
    public Task<IReadOnlyList<HoldLine>> ListAsync(bool ended, CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<HoldLine>>(
            async db =>
            {
                if (!ended)
                    return
                    [
                        .. (await db.LinesOf(db.Holds.Where(h => h.Status == HoldStatus.Open)).ToListAsync(ct))
                            .OrderBy(l => l.Hold.Until ?? DateTimeOffset.MaxValue)
                            .ThenBy(l => l.Hold.PlacedAt),
                    ];
                var newest = db.Holds.Where(h => h.Status != HoldStatus.Open).OrderByDescending(h => h.EndedAt).Take(Most);
                return [.. (await db.LinesOf(newest).ToListAsync(ct)).OrderByDescending(l => l.Hold.EndedAt)];
            },
            ct
        );

    /// <summary>One of them; null when there is none here.</summary>
    public Task<HoldLine?> ReadAsync(HoldId id, CancellationToken ct = default) => work.ReadAsync(db => db.FindHoldAsync(id, ct), ct);
}

/// <summary>The same inside a unit of work.</summary>
internal static class HoldLines
{
    /// <summary>Those that are members', with the names that belong to them.</summary>
    public static IQueryable<HoldLine> LinesOf(this TenantDb db, IQueryable<HoldRow> holds) =>
        from h in holds
        join a in db.Accounts on h.AccountId equals a.Id
        join m in db.Members on a.MemberId equals m.Id
        join p in db.RoleHolders on h.PlacedBy equals (Guid?)(object)p.Id into placers
        from placer in placers.DefaultIfEmpty()
        join e in db.RoleHolders on h.EndedBy equals (Guid?)(object)e.Id into enders
        from ender in enders.DefaultIfEmpty()
        select new HoldLine(
            h,
            m.Id,
            (m.FirstName + " " + m.LastName).Trim(),
            placer == null ? null : placer.Name,
            ender == null ? null : ender.Name
        );

    /// <summary>One of them; null when there is none here.</summary>
    public static Task<HoldLine?> FindHoldAsync(this TenantDb db, HoldId id, CancellationToken ct) =>
        db.LinesOf(db.Holds.AsNoTracking().Where(h => h.Id == id)).SingleOrDefaultAsync(ct);
}
