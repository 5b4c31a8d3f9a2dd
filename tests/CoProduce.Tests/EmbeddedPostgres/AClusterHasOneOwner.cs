using System.Runtime.Versioning;
using CoProduce.EmbeddedPostgres;
using Npgsql;
using Shouldly;
using Xunit;

namespace CoProduce.Tests.EmbeddedPostgres;

[UnsupportedOSPlatform("windows")]
public sealed class AClusterHasOneOwner : IDisposable
{
    private readonly ScratchFolder scratch = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_start_on_the_folder_is_refused_in_a_sentence_and_leaves_the_first_as_it_was()
    {
        await using var first = await PrivateCluster.StartAsync(Quick(), Ct);

        var refused = await Should.ThrowAsync<PrivateClusterException>(() => PrivateCluster.StartAsync(Quick(), Ct));

        refused.Message.ShouldStartWith($"Another CoProduce uses the folder {scratch["cluster"]}");
        (await VersionAsync(first)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Root_starts_a_cluster_that_does_not_run_as_root()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root can show this");
        await using var cluster = await PrivateCluster.StartAsync(Quick(), Ct);

        var server = (await File.ReadAllLinesAsync(Path.Combine(scratch["cluster"], "data", "postmaster.pid"), Ct))[0];
        var owner = File.ReadLines($"/proc/{server}/status").Single(line => line.StartsWith("Uid:", StringComparison.Ordinal));

        owner.Split('\t')[1].ShouldNotBe("0");
    }

    [Fact]
    public async Task An_ordinary_user_starts_a_cluster()
    {
        using var held = await HeldCluster.StartAsync(scratch["cluster"], Environment.IsPrivilegedProcess ? "nobody" : null);

        (await held.AskAsync<string>("SHOW server_encoding")).ShouldBe("UTF8");
        (await held.AskAsync<string>("SHOW timezone")).ShouldBe("UTC");
        (await held.AskAsync<string>("SHOW fsync")).ShouldBe("on");
    }

    [Fact]
    public async Task A_folder_that_the_servers_account_cannot_reach_is_named_in_a_sentence()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "an ordinary user runs the server as itself");
        Directory.CreateDirectory(scratch["closed"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var refused = await Should.ThrowAsync<PrivateClusterException>(() =>
            PrivateCluster.StartAsync(Quick() with { Root = Path.Combine(scratch["closed"], "cluster") }, Ct)
        );

        refused.Message.ShouldContain("cannot be reached by the account");
    }

    [Fact]
    public async Task A_folder_too_deep_for_a_socket_gets_a_short_one_elsewhere()
    {
        var deep = Path.Combine(scratch["deep"], new string('a', 60), new string('b', 60));
        Directory.CreateDirectory(Path.GetDirectoryName(deep)!);
        await using var cluster = await PrivateCluster.StartAsync(Quick() with { Root = deep, DeleteWhenStopped = true }, Ct);

        cluster.SocketDirectory.ShouldNotStartWith(deep);
        (await VersionAsync(cluster)).ShouldNotBeEmpty();

        await cluster.DisposeAsync();
        Directory.Exists(cluster.SocketDirectory).ShouldBeFalse();
    }

    [Fact]
    public async Task Over_loopback_nobody_connects_without_the_password()
    {
        await using var cluster = await PrivateCluster.StartAsync(Quick() with { Loopback = true }, Ct);
        var stranger = new NpgsqlConnectionStringBuilder(cluster.ConnectionString("postgres", "postgres"))
        {
            Password = "guessed",
            Pooling = false,
        };

        (await VersionAsync(cluster)).ShouldNotBeEmpty();
        await using var connection = new NpgsqlConnection(stranger.ConnectionString);
        (await Should.ThrowAsync<PostgresException>(() => connection.OpenAsync(Ct))).SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
    }

    public void Dispose() => scratch.Dispose();

    private PrivateClusterOptions Quick() => new() { Root = scratch["cluster"], Durable = false };

    private static async Task<string> VersionAsync(PrivateCluster cluster)
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionString("postgres", "postgres") + ";Pooling=false");
        await connection.OpenAsync(Ct);
        return connection.ServerVersion;
    }
}
