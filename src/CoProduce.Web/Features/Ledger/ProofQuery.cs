using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Ledger;

/// <summary>What trustees and treasurers are shown as proof. Amounts are minutes.</summary>
/// <param name="Checks">The last look at each promise; a promise that was never looked at is missing.</param>
/// <param name="Checking">Whether a full check was asked for; null when none ever was done or asked for.</param>
/// <param name="Kinds">Each kind of account over the period; all closings together are zero.</param>
/// <param name="Links">How many entries are in the chain.</param>
/// <param name="Unlinked">How many are not in it yet.</param>
/// <param name="Head">The hash of the last link in hexadecimal; null when there is none.</param>
/// <param name="ClosedTo">The last day of the closed period; null when none is closed.</param>
public sealed record Proof(
    IReadOnlyDictionary<string, ProofCheck> Checks,
    FullCheck? Checking,
    IReadOnlyList<KindOverTime> Kinds,
    long Links,
    long Unlinked,
    string? Head,
    DateTimeOffset? LinkedAt,
    DateOnly? ClosedTo
)
{
    /// <summary>When every promise had been looked at last; null when that was never.</summary>
    public DateTimeOffset? LastFull => Checks.Count == 0 ? null : Checks.Values.Min(c => c.CheckedAt);
}

/// <summary>All accounts of one kind together.</summary>
/// <param name="In">What came in during the period.</param>
/// <param name="Out">What went out, as a number below zero.</param>
public sealed record KindOverTime(AccountKind Kind, int Accounts, long Opening, long In, long Out)
{
    public long Closing => Opening + In + Out;
}

/// <summary>Reads the proof from one snapshot.</summary>
public sealed class ProofQuery(UnitOfWork work)
{
    /// <summary>The proof with its figures for those days, both included.</summary>
    public Task<Proof> ReadAsync(DateOnly from, DateOnly to, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var moved = await db.LedgerDaysNow()
                    .Where(d => d.Day <= to)
                    .GroupBy(d => d.Kind)
                    .Select(kind => new
                    {
                        kind.Key,
                        Opening = kind.Sum(d => d.Day < from ? d.CameIn + d.WentOut : 0),
                        In = kind.Sum(d => d.Day >= from ? d.CameIn : 0),
                        Out = kind.Sum(d => d.Day >= from ? d.WentOut : 0),
                    })
                    .ToDictionaryAsync(k => k.Key, ct);
                var counts = await db.Accounts.GroupBy(a => a.Kind).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
                var head = await db.ChainLinks.OrderByDescending(l => l.Number).FirstOrDefaultAsync(ct);
                return new Proof(
                    await db.ProofChecks.ToDictionaryAsync(c => c.Code, ct),
                    await db.FullChecks.SingleOrDefaultAsync(ct),
                    [
                        .. counts
                            .OrderBy(c => c.Key)
                            .Select(c =>
                                moved.TryGetValue(c.Key, out var m)
                                    ? new KindOverTime(c.Key, c.Count, m.Opening, m.In, m.Out)
                                    : new(c.Key, c.Count, 0, 0, 0)
                            ),
                    ],
                    head?.Number ?? 0,
                    await db.NewEntries.LongCountAsync(ct),
                    head is null ? null : Convert.ToHexStringLower(head.Hash),
                    head?.LinkedAt,
                    await db.ClosedPeriods.MaxAsync(p => (DateOnly?)p.ClosedTo, ct)
                );
            },
            ct
        );
}
