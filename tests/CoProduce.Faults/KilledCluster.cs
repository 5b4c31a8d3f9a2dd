using System.Diagnostics;
using System.Globalization;
using CoProduce.EmbeddedPostgres;
using Npgsql;

namespace CoProduce.Faults;

/// <summary>A PostgreSQL of this run's own, on a disk and with the settings of every day, whose processes are killed and which is started again.</summary>
internal sealed class KilledCluster : IAsyncDisposable
{
    private readonly string root;
    private PrivateCluster cluster;

    private KilledCluster(string root, PrivateCluster cluster) => (this.root, this.cluster) = (root, cluster);

    /// <summary>How the database is reached past every rule.</summary>
    public string Owner => cluster.ConnectionString("coproduce", "postgres");

    public static async Task<KilledCluster> StartAsync(string root)
    {
        var started = new KilledCluster(root, await StartServerAsync(root));
        await using var source = NpgsqlDataSource.Create(started.cluster.ConnectionString("postgres", "postgres") + ";Pooling=false");
        await using var create = source.CreateCommand("create database coproduce");
        await create.ExecuteNonQueryAsync();
        return started;
    }

    /// <summary>Kills the server and every process of it, as losing the machine's power to them would, and answers how many there were.</summary>
    public int Kill()
    {
        var data = Path.Combine(root, "data");
        var server = int.Parse(File.ReadLines(Path.Combine(data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        if (new DirectoryInfo($"/proc/{server}/cwd").LinkTarget != data)
            throw new InvalidOperationException($"Process {server} is not the server of {data}.");
        int[] all = [server, .. ChildrenOf(server)];
        foreach (var id in all)
            Kill(id);
        return all.Length;
    }

    /// <summary>Starts it again as the program itself does after a hard stop.</summary>
    public async Task RestartAsync()
    {
        await cluster.DisposeAsync();
        cluster = await StartServerAsync(root);
    }

    /// <summary>Runs SQL past every rule.</summary>
    public async Task RunAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Owner + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => cluster.DisposeAsync();

    private static Task<PrivateCluster> StartServerAsync(string root) =>
        PrivateCluster.StartAsync(new() { Root = root, Durable = true }, CancellationToken.None);

    private static IEnumerable<int> ChildrenOf(int server) =>
        from folder in Directory.EnumerateDirectories("/proc")
        let name = Path.GetFileName(folder)
        where name.All(char.IsAsciiDigit) && ParentOf(folder) == server
        select int.Parse(name, CultureInfo.InvariantCulture);

    // The name of a process may hold anything, so the fields are counted from its closing bracket.
    private static int ParentOf(string folder)
    {
        try
        {
            var line = File.ReadAllText(Path.Combine(folder, "stat"));
            return int.Parse(line[(line.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0; // it has ended
        }
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // It has ended by itself.
        }
    }
}
