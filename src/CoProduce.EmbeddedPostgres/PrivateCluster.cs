using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace CoProduce.EmbeddedPostgres;

/// <summary>
/// A PostgreSQL server of this program's own: made on the first start, reached by nobody else, and stopped when the program ends,
/// however it ends.
/// </summary>
public sealed class PrivateCluster : IAsyncDisposable
{
    private static readonly TimeSpan startLimit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan stopLimit = TimeSpan.FromMinutes(1);

    private readonly PrivateClusterOptions options;
    private readonly ServerAccount account;
    private readonly ClusterFolder folder;
    private readonly PostgresBinaries binaries;
    private readonly int? loopbackPort;
    private Supervisor? supervisor;

    private PrivateCluster(PrivateClusterOptions options, ServerAccount account, ClusterFolder folder, PostgresBinaries binaries)
    {
        this.options = options;
        this.account = account;
        this.folder = folder;
        this.binaries = binaries;
        loopbackPort = options.Loopback ? FreePort() : null;
    }

    /// <summary>The folder that holds all of the cluster.</summary>
    public string Root => folder.Root;

    /// <summary>The folder of the unix socket; empty of one when the cluster listens on loopback TCP.</summary>
    public string SocketDirectory => folder.Sockets;

    /// <summary>The password that every role made here must be given to connect over loopback TCP; null on a unix socket, which asks for none.</summary>
    public string? Password => loopbackPort is null ? null : File.ReadAllText(folder.PasswordFile);

    /// <summary>Starts the cluster, making it first where the folder has none; throws <see cref="PrivateClusterException"/> with a sentence for a person.</summary>
    public static Task<PrivateCluster> StartAsync(PrivateClusterOptions options, CancellationToken ct) =>
        StartAsync(options, BinaryPlaces.OfThisMachine, ct);

    internal static async Task<PrivateCluster> StartAsync(PrivateClusterOptions options, BinaryPlaces places, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        var account = new ServerAccount();
        var folder = new ClusterFolder(options.Root ?? PrivateClusterOptions.DefaultRoot, account);
        try
        {
            var binaries = await PostgresBinaries.FindAsync(options, places, account, folder.DataMajor, ct);
            await folder.TakeAsync(ct);
            var cluster = new PrivateCluster(options, account, folder, binaries);
            await cluster.StartAsync(ct);
            return cluster;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>How to connect to a database of this cluster as one of its roles; the superuser is <c>postgres</c>.</summary>
    public string ConnectionString(string database, string user) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = loopbackPort is null ? folder.Sockets : "127.0.0.1",
            Port = loopbackPort ?? 5432,
            Database = database,
            Username = user,
            Password = Password,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        }.ConnectionString;

    /// <summary>Stops the server, which first finishes what it has to write, and gives the folder free.</summary>
    public async ValueTask DisposeAsync()
    {
        if (supervisor is null)
            return;
        using var limit = new CancellationTokenSource(stopLimit);
        try
        {
            await supervisor.StopAsync(limit.Token);
            await LeftOverServer.StopAsync(folder, binaries, account, limit.Token);
            if (options.DeleteWhenStopped && Directory.Exists(folder.Root))
                folder.Delete();
        }
        catch (OperationCanceledException)
        {
            // The supervisor goes on stopping the server without us.
        }
        supervisor.Dispose();
        supervisor = null;
        folder.Dispose();
    }

    private async Task StartAsync(CancellationToken ct)
    {
        if (folder.DataMajor is { } made && made != binaries.Major)
            throw new PrivateClusterException(
                $"The data in {Root} was made by PostgreSQL {made} and only PostgreSQL {binaries.Major} was found: "
                    + $"install version {made}, or name another folder in COPRODUCE_DATA."
            );
        await LeftOverServer.StopAsync(folder, binaries, account, ct);
        if (folder.DataMajor is null)
        {
            options.Progress?.Report($"Making a PostgreSQL {binaries.Major} cluster in {Root}");
            await NewData.MakeAsync(folder, binaries, account, options.Durable, ct);
        }
        // Parts of a server that was killed let go of the data a moment after it.
        var triesLeft = File.Exists(folder.PostmasterFile) ? 20 : 0;
        while (!await TryStartAsync(ct))
        {
            if (triesLeft-- == 0)
                throw new PrivateClusterException($"PostgreSQL did not start in {Root} (its log is in {folder.Log}): {Reason()}");
            await Task.Delay(TimeSpan.FromMilliseconds(250), ct);
        }
    }

    private async Task<bool> TryStartAsync(CancellationToken ct)
    {
        var starting = Supervisor.Start(
            account,
            binaries,
            folder,
            options,
            ServerSettings.Arguments(folder, options.Durable, loopbackPort)
        );
        try
        {
            var since = Stopwatch.GetTimestamp();
            var told = false;
            while (!await AnswersAsync(ct))
            {
                if (starting.HasEnded)
                {
                    starting.Dispose();
                    return false;
                }
                if (!told && Stopwatch.GetElapsedTime(since) > TimeSpan.FromSeconds(3))
                {
                    options.Progress?.Report("PostgreSQL is recovering from a hard stop");
                    told = true;
                }
                if (Stopwatch.GetElapsedTime(since) > startLimit)
                    throw new PrivateClusterException($"PostgreSQL in {Root} gave no answer in {startLimit.TotalMinutes:0} minutes.");
                await Task.Delay(TimeSpan.FromMilliseconds(20), ct);
            }
            supervisor = starting;
            return true;
        }
        catch
        {
            await starting.StopAsync(CancellationToken.None);
            starting.Dispose();
            throw;
        }
    }

    private async Task<bool> AnswersAsync(CancellationToken ct)
    {
        if (loopbackPort is null && !File.Exists(Path.Combine(folder.Sockets, ".s.PGSQL.5432")))
            return false;
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString("postgres", "postgres") + ";Pooling=false");
            await connection.OpenAsync(ct);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private string Reason() =>
        Directory
            .EnumerateFiles(folder.Log)
            .OrderBy(File.GetLastWriteTimeUtc)
            .SelectMany(File.ReadLines)
            .LastOrDefault(line => line.Contains("FATAL", StringComparison.Ordinal))
        ?? "it left no message.";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
