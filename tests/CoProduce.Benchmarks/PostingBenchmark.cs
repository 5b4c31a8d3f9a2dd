using System.Diagnostics;
using Npgsql;

namespace CoProduce.Benchmarks;

/// <summary>Confirming an exchange through the use case, against the bare function, against PostgreSQL's own benchmark.</summary>
internal static class PostingBenchmark
{
    private const int Rounds = 3;

    public static async Task RunAsync(TimeSpan time)
    {
        var folder = Path.Combine(
            Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(),
            $"coproduce-measured-{Environment.ProcessId}"
        );
        try
        {
            await using var bank = await BenchmarkBank.StartAsync(folder);
            await MeasureAsync(bank, time);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(BenchmarkBank bank, TimeSpan time)
    {
        var pgbench = new PgBench(new NpgsqlConnectionStringBuilder(bank.Database.Application).Host!);
        await pgbench.PrepareAsync();
        await using var source = NpgsqlDataSource.Create(bank.Database.Application);
        var bare = new BareFunction(bank, source);
        // Long enough for the code to be compiled for good.
        await bank.LogUntilAsync(20_000);
        await Load.PerSecondAsync(4, TimeSpan.FromSeconds(5), _ => bank.ConfirmOneAsync());
        await Load.PerSecondAsync(4, TimeSpan.FromSeconds(3), _ => bare.PostAsync());

        Console.WriteLine();
        Console.WriteLine(
            "A second, the best of three: confirming through the use case; the bare function through Npgsql in its transaction, and in"
        );
        Console.WriteLine(
            "a single round trip; the same function called by pgbench; pgbench's TPC-B-like transaction on the same cluster."
        );
        Console.WriteLine();
        Console.WriteLine("| clients | use case | function | one trip | by pgbench | TPC-B | use case / function | by pgbench / TPC-B |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var clients in new[] { 1, 4, 16 })
        {
            var best = await Load.BestAsync(
                Rounds,
                async () =>
                {
                    await bank.LogUntilAsync((int)(5000 * time.TotalSeconds));
                    return await Load.PerSecondAsync(clients, time, _ => bank.ConfirmOneAsync());
                },
                () => Load.PerSecondAsync(clients, time, _ => bare.PostAsync()),
                () => Load.PerSecondAsync(clients, time, _ => bare.PostAtOnceAsync()),
                () => pgbench.PostingsPerSecondAsync(bank.Organisation.Id.Value.ToString(), clients, time),
                () => pgbench.PerSecondAsync(clients, time)
            );
            Console.WriteLine(
                FormattableString.Invariant(
                    $"| {clients} | {best[0]:0} | {best[1]:0} | {best[2]:0} | {best[3]:0} | {best[4]:0} | {best[0] / best[1]:0.00} | {best[3] / best[4]:0.00} |"
                )
            );
        }
        await MeasureHotAsync(bank, bare, pgbench, time);
        await MeasureBatchAsync(bank, time);
    }

    private static async Task MeasureHotAsync(BenchmarkBank bank, BareFunction bare, PgBench pgbench, TimeSpan time)
    {
        Console.WriteLine();
        Console.WriteLine("The same function where everybody gives to one pot, against TPC-B with one branch.");
        Console.WriteLine();
        Console.WriteLine("| clients | spread | one pot | TPC-B, one branch | one pot / spread | one pot / TPC-B |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var clients in new[] { 4, 16, 64 })
        {
            var best = await Load.BestAsync(
                Rounds,
                () => Load.PerSecondAsync(clients, time, _ => bare.PostAsync()),
                () => Load.PerSecondAsync(clients, time, _ => bare.PostToPotAsync()),
                () => pgbench.OneBranchPerSecondAsync(clients, time)
            );
            Console.WriteLine(
                FormattableString.Invariant(
                    $"| {clients} | {best[0]:0} | {best[1]:0} | {best[2]:0} | {best[1] / best[0]:0.00} | {best[1] / best[2]:0.00} |"
                )
            );
        }
    }

    private static async Task MeasureBatchAsync(BenchmarkBank bank, TimeSpan time)
    {
        const int Together = 1000;
        Console.WriteLine();
        Console.WriteLine("Entries a second: one by one in a unit of work each, against a thousand in one.");
        Console.WriteLine();
        Console.WriteLine("| clients | one by one | a thousand at once | ratio |");
        Console.WriteLine("| ---: | ---: | ---: | ---: |");
        foreach (var clients in new[] { 1, 4 })
        {
            var best = await Load.BestAsync(
                Rounds,
                () => Load.PerSecondAsync(clients, time, _ => bank.PostBatchAsync(1)),
                async () => Together * await Load.PerSecondAsync(clients, time, _ => bank.PostBatchAsync(Together))
            );
            Console.WriteLine(FormattableString.Invariant($"| {clients} | {best[0]:0} | {best[1]:0} | {best[1] / best[0]:0.0} |"));
        }
    }
}
