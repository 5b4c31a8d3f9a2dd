using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using CoProduce.EmbeddedPostgres;
using Npgsql;
using Shouldly;
using Xunit;

namespace CoProduce.Tests.EmbeddedPostgres;

[UnsupportedOSPlatform("windows")]
public sealed class AClusterEndsWithItsProgram : IDisposable
{
    private readonly ScratchFolder scratch = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_program_leaves_no_server_and_loses_no_committed_row()
    {
        using var held = await HeldCluster.StartAsync(scratch["cluster"]);
        await held.AskAsync<string>("CREATE TABLE kept AS SELECT 'committed' AS word; SELECT word FROM kept");
        var server = ServerId(scratch["cluster"]);

        held.Kill();

        await GoneAsync(server);
        (await KeptAsync(scratch["cluster"])).ShouldBe("committed");
    }

    [Fact]
    public async Task The_next_start_recovers_after_program_supervisor_and_server_were_all_killed()
    {
        using var held = await HeldCluster.StartAsync(scratch["cluster"]);
        await held.AskAsync<string>("CREATE TABLE kept AS SELECT 'committed' AS word; SELECT word FROM kept");
        var server = ServerId(scratch["cluster"]);
        var supervisor = ParentOf(server);
        foreach (var id in ChildrenOf(supervisor).Prepend(supervisor))
            Process.GetProcessById(id).Kill();
        held.Kill();

        (await KeptAsync(scratch["cluster"])).ShouldBe("committed");
    }

    [Fact]
    public async Task The_next_start_stops_a_server_that_outlived_program_and_supervisor()
    {
        using var held = await HeldCluster.StartAsync(scratch["cluster"]);
        await held.AskAsync<string>("CREATE TABLE kept AS SELECT 'committed' AS word; SELECT word FROM kept");
        var server = ServerId(scratch["cluster"]);
        var supervisor = ParentOf(server);
        foreach (var id in ChildrenOf(supervisor).Prepend(supervisor).Where(id => id != server))
            Process.GetProcessById(id).Kill();
        held.Kill();
        (await held.AskAsync<int>("SELECT 1")).ShouldBe(1, "the server should still be running");

        (await KeptAsync(scratch["cluster"])).ShouldBe("committed");
        await GoneAsync(server);
    }

    [Fact]
    public async Task A_stale_process_id_that_now_belongs_to_another_program_is_left_alone()
    {
        await using (await PrivateCluster.StartAsync(Quick(), Ct)) { }
        using var other = Process.Start("sleep", "60");
        await File.WriteAllTextAsync(
            Path.Combine(scratch["cluster"], "data", "postmaster.pid"),
            $"{other.Id}\n{scratch["cluster"]}/data\n1700000000\n5432\n\n\n",
            Ct
        );

        await using (await PrivateCluster.StartAsync(Quick(), Ct))
            other.HasExited.ShouldBeFalse();

        other.Kill();
    }

    [Fact]
    public async Task A_folder_asked_to_go_is_gone_when_the_server_stops()
    {
        await using (await PrivateCluster.StartAsync(Quick() with { DeleteWhenStopped = true }, Ct))
            Directory.Exists(scratch["cluster"]).ShouldBeTrue();

        Directory.Exists(scratch["cluster"]).ShouldBeFalse();
    }

    public void Dispose() => scratch.Dispose();

    private PrivateClusterOptions Quick() => new() { Root = scratch["cluster"], Durable = false };

    private static async Task<string> KeptAsync(string root)
    {
        await using var cluster = await PrivateCluster.StartAsync(new() { Root = root }, Ct);
        await using var connection = new NpgsqlConnection(cluster.ConnectionString("postgres", "postgres") + ";Pooling=false");
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand("SELECT word FROM kept", connection);
        return (string)(await command.ExecuteScalarAsync(Ct))!;
    }

    private static int ServerId(string root) =>
        int.Parse(File.ReadLines(Path.Combine(root, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private static int ParentOf(int id) =>
        int.Parse(File.ReadAllText($"/proc/{id}/stat").Split(") ")[^1].Split(' ')[1], CultureInfo.InvariantCulture);

    private static List<int> ChildrenOf(int id) =>
        [
            .. File.ReadAllText($"/proc/{id}/task/{id}/children")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(child => int.Parse(child, CultureInfo.InvariantCulture)),
        ];

    private static async Task GoneAsync(int id)
    {
        for (var tries = 0; Directory.Exists($"/proc/{id}"); tries++)
        {
            tries.ShouldBeLessThan(200, $"process {id} is still there");
            await Task.Delay(100, Ct);
        }
    }
}
