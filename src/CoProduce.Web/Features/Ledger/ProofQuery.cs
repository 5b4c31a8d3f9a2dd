using CoProduce.Ledger;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Ledger;

/// <summary>What trustees and treasurers are shown as proof. Amounts are minutes.</summary>
/// <param name="Checks">The last look at each promise; a promise that was never looked at is missing.</param>
/// <param name="Kinds">Each kind of account over the period; all closings together are zero.</param>
/// <param name="Links">How many entries are in the chain.</param>
/// <param name="Unlinked">How many are not in it yet.</param>
/// <param name="Head">The hash of the last link in hexadecimal; null when there is none.</param>
/// <param name="ClosedTo">The last day of the closed period; null when none is closed.</param>
public sealed record Proof(
    IReadOnlyDictionary<string, ProofCheck> Checks,
    IReadOnlyList<KindOverTime> Kinds,
    long Links,
    long Unlinked,
    string? Head,
    DateTimeOffset? LinkedAt,
    DateOnly? ClosedTo
);

/// <summary>All accounts of one kind together.</summary>
/// <param name="In">What came in during the period.</param>
/// <param name="Out">What went out, as a number below zero.</param>
public sealed record KindOverTime(AccountKind Kind, int Accounts, long Opening, long In, long Out)
{
    public long Closing => Opening + In + Out;
}

/// <summary>Reads the proof from one snapshot.</summary>
public sealed class ProofQuery(UnitOfWork work, CurrentOrganisation organisation)
{
    /// <summary>The proof with its figures for those days, both included.</summary>
    public Task<Proof> ReadAsync(DateOnly from, DateOnly to, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var (start, end) = (organisation.Profile.StartOf(from), organisation.Profile.StartOf(to.AddDays(1)));
                var moved = await (
                    from p in db.Postings
                    join e in db.Entries on p.EntryId equals e.Id
                    join a in db.Accounts on p.AccountId equals a.Id
                    where e.PostedAt < end
                    group new { p.Amount, e.PostedAt } by a.Kind into kind
                    select new
                    {
                        kind.Key,
                        Opening = kind.Sum(l => l.PostedAt < start ? l.Amount : 0),
                        In = kind.Sum(l => l.PostedAt >= start && l.Amount > 0 ? l.Amount : 0),
                        Out = kind.Sum(l => l.PostedAt >= start && l.Amount < 0 ? l.Amount : 0),
                    }
                ).ToDictionaryAsync(k => k.Key, ct);
                var counts = await db.Accounts.GroupBy(a => a.Kind).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
                var head = await db.ChainLinks.OrderByDescending(l => l.Number).FirstOrDefaultAsync(ct);
                return new Proof(
                    await db.ProofChecks.ToDictionaryAsync(c => c.Code, ct),
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
                    await db.Entries.LongCountAsync(ct) - (head?.Number ?? 0),
                    head is null ? null : Convert.ToHexStringLower(head.Hash),
                    head?.LinkedAt,
                    await db.ClosedPeriods.MaxAsync(p => (DateOnly?)p.ClosedTo, ct)
                );
            },
            ct
        );
}
