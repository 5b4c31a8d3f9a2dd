using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace CoProduce.Benchmarks;

/// <summary>PostgreSQL's own benchmark, TPC-B-like, on the same cluster.</summary>
internal sealed partial class PgBench(string host)
{
    private const string Database = "pgbench";
    private const string OneBranch = "pgbench_one";

    /// <summary>Makes its tables twice: with more branches than clients, so that the branches are not what is measured, and with one, so that it is.</summary>
    public async Task PrepareAsync()
    {
        await using var source = NpgsqlDataSource.Create($"Host={host};Username=postgres;Database=postgres;Pooling=false");
        foreach (var (database, scale) in new[] { (Database, "20"), (OneBranch, "1") })
        {
            await using var create = source.CreateCommand($"create database {database}");
            await create.ExecuteNonQueryAsync();
            await RunInAsync(database, ["-i", "-q", "-s", scale]);
        }
    }

    /// <summary>TPC-B-like transactions a second.</summary>
    public Task<double> PerSecondAsync(int clients, TimeSpan time) => PerSecondAsync(Database, clients, time);

    /// <summary>The same where every transaction changes the one branch.</summary>
    public Task<double> OneBranchPerSecondAsync(int clients, TimeSpan time) => PerSecondAsync(OneBranch, clients, time);

    /// <summary>Calls of the posting function a second, each in a transaction that names the organisation first, as the program's do.</summary>
    public async Task<double> PostingsPerSecondAsync(string organisation, int clients, TimeSpan time)
    {
        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(script, Posting(organisation));
            return await PerSecondAsync("coproduce", clients, time, "-f", script);
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static string Posting(string organisation)
    {
        string Account(string number) => $"('{BenchmarkBank.AccountPrefix}' || lpad(:{number}::text, 12, '0'))::uuid";
        return $"""
            \set one random(0, {BenchmarkBank.MemberCount - 1})
            \set step random(1, {BenchmarkBank.MemberCount - 1})
            \set other (:one + :step) % {BenchmarkBank.MemberCount}
            begin;
            select set_config('app.organisation_id', '{organisation}', true);
            select outcome from post_entry('{organisation}', gen_random_uuid(), 2::smallint, gen_random_uuid(), '2026-01-01', now(), null, false, null, gen_random_uuid(), null, 1::smallint, 2::smallint, gen_random_uuid(), array[{Account(
                "one"
            )}, {Account("other")}], array[-60, 60]::bigint[]);
            commit;
            """;
    }

    private async Task<double> PerSecondAsync(string database, int clients, TimeSpan time, params string[] more)
    {
        var seconds = Math.Ceiling(time.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var count = clients.ToString(CultureInfo.InvariantCulture);
        var output = await RunInAsync(
            database,
            ["-n", "-M", "prepared", "-c", count, "-j", clients == 1 ? "1" : "2", "-T", seconds, .. more]
        );
        return double.Parse(Tps().Match(output).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
    }

    private async Task<string> RunInAsync(string database, string[] arguments)
    {
        var start = new ProcessStartInfo(Find(), [.. arguments, "-h", host, "-U", "postgres", database])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("pgbench did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException(await errors);
    }

    private static string Find() =>
        new[] { Environment.GetEnvironmentVariable("PGBIN") }
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => d + "/bin") : [])
            .OfType<string>()
            .Select(folder => Path.Combine(folder, "pgbench"))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("pgbench was not found: it comes with PostgreSQL; name its folder in PGBIN.");

    [GeneratedRegex(@"tps = ([\d.]+)")]
    private static partial Regex Tps();
}
