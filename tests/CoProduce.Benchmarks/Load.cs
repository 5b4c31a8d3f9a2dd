using System.Diagnostics;

namespace CoProduce.Benchmarks;

/// <summary>Many clients that do the same thing again and again for a while.</summary>
internal static class Load
{
    /// <summary>How often a second it was done. Each client does it once before the clock starts.</summary>
    public static async Task<double> PerSecondAsync(int clients, TimeSpan time, Func<int, Task> once)
    {
        await Task.WhenAll(Enumerable.Range(0, clients).Select(once));
        var done = 0L;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(() => KeepOnAsync(client))));
        return done / Stopwatch.GetElapsedTime(start).TotalSeconds;

        async Task KeepOnAsync(int client)
        {
            while (Stopwatch.GetElapsedTime(start) < time)
            {
                await once(client);
                Interlocked.Increment(ref done);
            }
        }
    }

    /// <summary>The best of several figures: other work on the machine only ever makes one worse.</summary>
    public static async Task<double[]> BestAsync(int rounds, params Func<Task<double>>[] figures)
    {
        var best = new double[figures.Length];
        for (var round = 0; round < rounds; round++)
        for (var i = 0; i < figures.Length; i++)
            best[i] = Math.Max(best[i], await figures[i]());
        return best;
    }
}
