using System.Diagnostics;

namespace CoProduce.Benchmarks;

/// <summary>What posting, a statement, the report and the proof cost with a long history, against a bank of 100,000 entries beside it.</summary>
internal static class ScaleBenchmark
{
    private const int Least = 100_000;
    private const int Rounds = 3;

    /// <summary>The banks stay in the folder, so that it can be repeated; whoever asks for it removes them.</summary>
    public static async Task RunAsync(string folder, long entries, int organisations, TimeSpan time)
    {
        await using var small = await GrownBank.StartAsync(Path.Combine(folder, $"{Least}"), Least, 1);
        await using var big = await GrownBank.StartAsync(Path.Combine(folder, $"{entries}-{organisations}"), entries, organisations);
        Console.WriteLine();
        Console.WriteLine(
            FormattableString.Invariant(
                $"On disk {small.Size / 1e9:0.0} and {big.Size / 1e9:0.0} GB. A second, the best of {Rounds}, the two banks taken in turn."
            )
        );
        Console.WriteLine();
        Console.WriteLine(FormattableString.Invariant($"| | {Least:N0} | {entries:N0} in {organisations} | times the cost |"));
        Console.WriteLine("| --- | ---: | ---: | ---: |");
        await ReadAsync("", small, big, time);
        await CompareAsync("posting, 4 clients", 4, small, big, time, bank => bank.PostAsync());
        var (newSmall, newBig) = (await small.NewAsync(), await big.NewAsync());
        await ReadAsync(FormattableString.Invariant($", {newSmall:N0} and {newBig:N0} still to be sealed"), small, big, time);
        Console.WriteLine(
            FormattableString.Invariant(
                $"| sealing a thousand, ms | {await SecondsAsync(small.SealAsync) * 1e6 / newSmall:0} | {await SecondsAsync(big.SealAsync) * 1e6 / newBig:0} | |"
            )
        );
        using (var me = Process.GetCurrentProcess())
            Console.WriteLine(FormattableString.Invariant($"\nPeak working set of this process: {me.PeakWorkingSet64 / 1e6:0} MB"));
        foreach (var bank in new[] { small, big })
        {
            var found = "";
            var seconds = await SecondsAsync(async () => found = await bank.CheckAsync());
            Console.WriteLine(FormattableString.Invariant($"Every promise looked at in full: {seconds:0.0} s, {found}"));
        }
    }

    private static async Task ReadAsync(string when, GrownBank small, GrownBank big, TimeSpan time)
    {
        await CompareAsync("statement of 30 days" + when, 1, small, big, time, bank => bank.StatementAsync());
        await CompareAsync("report, last quarter" + when, 1, small, big, time, bank => bank.ReportAsync("last-quarter"));
        await CompareAsync("report, this month" + when, 1, small, big, time, bank => bank.ReportAsync("this-month"));
        await CompareAsync("proof" + when, 1, small, big, time, bank => bank.ProofAsync());
    }

    private static async Task CompareAsync(
        string what,
        int clients,
        GrownBank small,
        GrownBank big,
        TimeSpan time,
        Func<GrownBank, Task> once
    )
    {
        await Load.PerSecondAsync(clients, time / 2, _ => once(small));
        await Load.PerSecondAsync(clients, time / 2, _ => once(big));
        var best = await Load.BestAsync(
            Rounds,
            () => Load.PerSecondAsync(clients, time, _ => once(small)),
            () => Load.PerSecondAsync(clients, time, _ => once(big))
        );
        Console.WriteLine(FormattableString.Invariant($"| {what} | {best[0]:0} | {best[1]:0} | {best[0] / best[1]:0.00} |"));
    }

    private static async Task<double> SecondsAsync(Func<Task> act)
    {
        var since = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(since).TotalSeconds;
    }
}
