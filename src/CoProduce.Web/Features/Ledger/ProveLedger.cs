using CoProduce.Web.Data;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Ledger;

/// <summary>Seals new entries, and looks whether every promise of the ledger holds.</summary>
public sealed class ProveLedger(UnitOfWork work, TimeProvider clock)
{
    private const int AtOnce = 1000;

    /// <summary>After so long every promise is looked at again.</summary>
    public static readonly TimeSpan Often = TimeSpan.FromHours(20);

    /// <summary>Seals what is new; once a day, and when somebody asked, looks at every promise, unless another node is doing so.</summary>
    public async Task RunAsync(CancellationToken ct = default)
    {
        var (isDue, isNew) = await work.ReadAsync(
            async db =>
            {
                var last = await db.ProofChecks.MinAsync(c => (DateTimeOffset?)c.CheckedAt, ct);
                var asked = await db.FullChecks.AnyAsync(c => c.AskedAt != null, ct);
                return (asked || last is null || last <= clock.GetUtcNow() - Often, await db.NewEntries.AnyAsync(ct));
            },
            ct
        );
        if (isDue)
            await LookAsync(db => db.TryBeginFullCheckAsync(ct), ct);
        else if (isNew)
            await SealAsync(ct);
    }

    /// <summary>Seals what is new, looks at every promise, and keeps what was found. Answers the breaches by promise; an empty list where it holds.</summary>
    public Task<List<(Invariant Promise, IReadOnlyList<string> Breaches)>> CheckAsync(CancellationToken ct = default) =>
        LookAsync(_ => Task.FromResult(true), ct);

    private async Task<List<(Invariant Promise, IReadOnlyList<string> Breaches)>> LookAsync(
        Func<TenantDb, Task<bool>> mayBegin,
        CancellationToken ct
    )
    {
        await SealAsync(ct);
        var (began, since) = (clock.GetUtcNow(), clock.GetTimestamp());
        var found = await work.ReadAsync(
            async db =>
            {
                var all = new List<(Invariant, IReadOnlyList<string>)>();
                if (await mayBegin(db))
                    foreach (var promise in Invariants.All)
                        all.Add((promise, await db.BreachesAsync(promise, ct)));
                return all;
            },
            ct
        );
        if (found.Count > 0)
            await KeepAsync(found, began, clock.GetElapsedTime(since), ct);
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

    private Task<bool> KeepAsync(
        List<(Invariant Promise, IReadOnlyList<string> Breaches)> found,
        DateTimeOffset began,
        TimeSpan took,
        CancellationToken ct
    ) =>
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
                await db.EndFullCheckAsync(began, took, ct);
                db.Keep();
                return true;
            },
            ct
        );
}
