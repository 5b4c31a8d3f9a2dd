using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace CoProduce.Benchmarks;

/// <summary>PostgreSQL's own benchmark, TPC-B-like, on the same cluster.</summary>
internal sealed partial class PgBench(string host)
{
    private const string Database = "pgbench";

    /// <summary>Makes its tables, with more branches than clients so that the branches are not what is measured.</summary>
    public async Task PrepareAsync()
    {
        await using var source = NpgsqlDataSource.Create($"Host={host};Username=postgres;Database=postgres;Pooling=false");
        await using var create = source.CreateCommand($"create database {Database}");
        await create.ExecuteNonQueryAsync();
        await RunAsync("-i", "-q", "-s", "20");
    }

    /// <summary>Transactions a second.</summary>
    public async Task<double> PerSecondAsync(int clients, TimeSpan time)
    {
        var seconds = Math.Ceiling(time.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var count = clients.ToString(CultureInfo.InvariantCulture);
        var output = await RunAsync("-n", "-M", "prepared", "-c", count, "-j", clients == 1 ? "1" : "2", "-T", seconds);
        return double.Parse(Tps().Match(output).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Find(), [.. arguments, "-h", host, "-U", "postgres", Database])
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
