using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Ledger;

/// <summary>Links new entries into the chain of hashes, and looks whether every promise of the ledger holds.</summary>
public sealed class ProveLedger(UnitOfWork work, TimeProvider clock)
{
    private const int AtOnce = 1000;

    /// <summary>After so long every promise is looked at again.</summary>
    public static readonly TimeSpan Often = TimeSpan.FromHours(20);

    /// <summary>Links what is new; once a day, everything that was left out, and looks at every promise.</summary>
    public async Task RunAsync(CancellationToken ct = default)
    {
        var last = await work.ReadAsync(db => db.ProofChecks.MinAsync(c => (DateTimeOffset?)c.CheckedAt, ct), ct);
        if (last is null || last <= clock.GetUtcNow() - Often)
            await CheckAsync(ct);
        else
            await LinkAsync(await SinceAsync(ct), ct);
    }

    /// <summary>Links everything, looks at every promise, and keeps what was found. Answers the breaches by promise; an empty list where it holds.</summary>
    public async Task<IReadOnlyList<(Invariant Promise, IReadOnlyList<string> Breaches)>> CheckAsync(CancellationToken ct = default)
    {
        await LinkAsync(null, ct);
        var found = await work.ReadAsync(
            async db =>
            {
                var all = new List<(Invariant, IReadOnlyList<string>)>();
                foreach (var promise in Invariants.All)
                    all.Add((promise, await db.BreachesAsync(promise, ct)));
                return all;
            },
            ct
        );
        await KeepAsync(found, ct);
        return found;
    }

    private async Task LinkAsync(DateTimeOffset? since, CancellationToken ct)
    {
        int linked;
        do
        {
            linked = await work.WriteAsync(
                async db =>
                {
                    var count = await db.LinkChainAsync(since, AtOnce, clock.GetUtcNow(), ct);
                    db.Keep();
                    return count;
                },
                ct
            );
        } while (linked == AtOnce);
    }

    // Two that post at once may commit in the other order than their times: a day before the last link is looked at again.
    private Task<DateTimeOffset?> SinceAsync(CancellationToken ct) =>
        work.ReadAsync(
            async db =>
            {
                var last = await db
                    .ChainLinks.OrderByDescending(l => l.Number)
                    .Select(l => (CoProduce.Ledger.EntryId?)l.EntryId)
                    .FirstOrDefaultAsync(ct);
                var posted = await db.Entries.Where(e => e.Id == last).Select(e => (DateTimeOffset?)e.PostedAt).SingleOrDefaultAsync(ct);
                return posted?.AddDays(-1);
            },
            ct
        );

    private Task<bool> KeepAsync(List<(Invariant Promise, IReadOnlyList<string> Breaches)> found, CancellationToken ct) =>
        work.WriteAsync(
            async db =>
            {
                var now = clock.GetUtcNow();
                var known = await db.ProofChecks.ToDictionaryAsync(c => c.Code, ct);
                foreach (var (promise, breaches) in found)
                {
                    if (!known.TryGetValue(promise.Code, out var check))
                        db.ProofChecks.Add(check = new() { Code = promise.Code });
                    (check.CheckedAt, check.Breaches) = (now, breaches.Count);
                    check.First = breaches.Count == 0 ? "" : breaches[0][..Math.Min(breaches[0].Length, ProofCheck.FirstLength)];
                }
                db.Keep();
                return true;
            },
            ct
        );
}
