using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Ledger;

/// <summary>Seals new entries, and looks whether every promise of the ledger holds.</summary>
public sealed class ProveLedger(UnitOfWork work, TimeProvider clock)
{
    private const int AtOnce = 1000;

    /// <summary>After so long every promise is looked at again.</summary>
    public static readonly TimeSpan Often = TimeSpan.FromHours(20);

    /// <summary>Seals what is new; once a day, looks at every promise.</summary>
    public async Task RunAsync(CancellationToken ct = default)
    {
        var last = await work.ReadAsync(db => db.ProofChecks.MinAsync(c => (DateTimeOffset?)c.CheckedAt, ct), ct);
        if (last is null || last <= clock.GetUtcNow() - Often)
            await CheckAsync(ct);
        else
            await SealAsync(ct);
    }

    /// <summary>Seals what is new, looks at every promise, and keeps what was found. Answers the breaches by promise; an empty list where it holds.</summary>
    public async Task<IReadOnlyList<(Invariant Promise, IReadOnlyList<string> Breaches)>> CheckAsync(CancellationToken ct = default)
    {
        await SealAsync(ct);
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

    /// <summary>Takes all that is new into the chain and into the sums that are kept.</summary>
    public async Task SealAsync(CancellationToken ct = default)
    {
        int count;
        do
        {
            count = await work.WriteAsync(
                db =>
                {
                    db.Keep();
                    return db.SealEntriesAsync(AtOnce, clock.GetUtcNow(), ct);
                },
                ct
            );
        } while (count == AtOnce);
    }

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
