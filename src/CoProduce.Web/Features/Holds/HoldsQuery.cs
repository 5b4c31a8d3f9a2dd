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
    public Task<List<HoldLine>> ListAsync(bool ended, CancellationToken ct = default) =>
        work.ReadAsync(
            db =>
            {
                var lines = db.HoldLines();
                return ended
                    ? lines.Where(l => l.Hold.Status != HoldStatus.Open).OrderByDescending(l => l.Hold.EndedAt).Take(Most).ToListAsync(ct)
                    : lines
                        .Where(l => l.Hold.Status == HoldStatus.Open)
                        .OrderBy(l => l.Hold.Until == null)
                        .ThenBy(l => l.Hold.Until)
                        .ThenBy(l => l.Hold.PlacedAt)
                        .ToListAsync(ct);
            },
            ct
        );

    /// <summary>One of them; null when there is none here.</summary>
    public Task<HoldLine?> ReadAsync(HoldId id, CancellationToken ct = default) => work.ReadAsync(db => db.FindHoldAsync(id, ct), ct);
}

/// <summary>The same inside a unit of work.</summary>
internal static class FindHolds
{
    /// <summary>Those of members, with the names that belong to them.</summary>
    public static IQueryable<HoldLine> HoldLines(this TenantDb db) =>
        from h in db.Holds
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
        db.HoldLines().AsNoTracking().Where(l => l.Hold.Id == id).SingleOrDefaultAsync(ct);
}
