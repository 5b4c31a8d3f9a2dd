using System.Diagnostics;
using CoProduce.EmbeddedPostgres;
using Npgsql;
using Shouldly;
using Xunit;

namespace CoProduce.Tests.EmbeddedPostgres;

/// <summary>A second program, this test assembly run again, that holds a cluster until it is told to end or is killed.</summary>
internal sealed class HeldCluster : IDisposable
{
    public const string Verb = "hold-a-cluster";

    private readonly Process program;
    private readonly string connectionString;

    private HeldCluster(Process program, string connectionString) => (this.program, this.connectionString) = (program, connectionString);

    public static async Task<int> HoldAsync(string root)
    {
        try
        {
            await using var cluster = await PrivateCluster.StartAsync(new() { Root = root }, CancellationToken.None);
            await Console.Out.WriteLineAsync(cluster.ConnectionString("postgres", "postgres"));
            await Console.In.ReadToEndAsync();
            return 0;
        }
        catch (PrivateClusterException refused)
        {
            await Console.Out.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    public static async Task<HeldCluster> StartAsync(string root, string? asUser = null)
    {
        var assembly = typeof(HeldCluster).Assembly.Location;
        var start = new ProcessStartInfo(
            Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet"
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        };
        if (asUser is not null)
        {
            // That user may not be let into the folder of the tests.
            assembly = CopyFor(assembly, root + "-program");
            start.UserName = asUser;
        }
        foreach (var argument in new[] { "exec", assembly, Verb, root })
            start.ArgumentList.Add(argument);
        var program = Process.Start(start)!;
        var line = await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        line.ShouldNotBeNull();
        line.ShouldStartWith("Host=");
        return new(program, line);
    }

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>Ends the program as kill -9 does.</summary>
    public void Kill()
    {
        program.Kill();
        program.WaitForExit();
    }

    public void Dispose()
    {
        if (!program.HasExited)
            program.Kill();
        program.Dispose();
    }

    private static string CopyFor(string assembly, string folder)
    {
        Directory.CreateDirectory(folder);
        var source = Path.GetDirectoryName(assembly)!;
        foreach (var file in Directory.EnumerateFiles(source, "*.dll").Concat(Directory.EnumerateFiles(source, "*.json")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        return Path.Combine(folder, Path.GetFileName(assembly));
    }
}
