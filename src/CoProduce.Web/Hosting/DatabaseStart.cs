using System.Security.Cryptography;
using System.Text;
using CoProduce.EmbeddedPostgres;
using CoProduce.Web.Data;
using Npgsql;

namespace CoProduce.Web.Hosting;

/// <summary>Finds or starts the database before anything else: the server that is named, or a private cluster.</summary>
public sealed class DatabaseStart : IAsyncDisposable
{
    private const string DatabaseName = "coproduce";
    private readonly PrivateCluster? cluster;

    private DatabaseStart(string application, string platform, PrivateCluster? cluster) =>
        (Application, Platform, this.cluster) = (application, platform, cluster);

    /// <summary>The connection of the application's role.</summary>
    public string Application { get; }

    /// <summary>The connection of the platform's role.</summary>
    public string Platform { get; }

    /// <summary>True when the program started a cluster of its own.</summary>
    public bool IsPrivate => cluster is not null;

    /// <summary>
    /// Uses ConnectionStrings:CoProduce when it is set: an owner's connection prepares the database and derives the other roles' passwords, an ordinary one needs
    /// ConnectionStrings:CoProducePlatform beside it. Without either it starts a private cluster in COPRODUCE_DATA.
    /// </summary>
    public static async Task<DatabaseStart> RunAsync(
        IConfiguration configuration,
        IProgress<string> progress,
        CancellationToken ct = default
    )
    {
        if (configuration.GetConnectionString("CoProduce") is not { Length: > 0 } named)
            return await StartPrivateAsync(configuration, progress, ct);
        if (!await DatabasePreparation.MayPrepareAsync(named, ct))
        {
            var platform =
                configuration.GetConnectionString("CoProducePlatform")
                ?? throw new InvalidOperationException(
                    "ConnectionStrings__CoProduce names an ordinary role, so set ConnectionStrings__CoProducePlatform as well (see docs/operations.md)."
                );
            return new(named, platform, null);
        }
        progress.Report("Preparing the database");
        var secret = new NpgsqlConnectionStringBuilder(named).Password;
        await DatabasePreparation.PrepareAsync(named, role => PasswordOf(role, secret), ct);
        return new(As(named, Data.Roles.Application, secret), As(named, Data.Roles.Platform, secret), null);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => cluster?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<DatabaseStart> StartPrivateAsync(
        IConfiguration configuration,
        IProgress<string> progress,
        CancellationToken ct
    )
    {
        var cluster = await PrivateCluster.StartAsync(
            new PrivateClusterOptions
            {
                Root = configuration["COPRODUCE_DATA"],
                Durable = true,
                Progress = progress,
            },
            ct
        );
        try
        {
            await CreateDatabaseAsync(cluster.ConnectionString("postgres", "postgres"), ct);
            progress.Report("Preparing the database");
            await DatabasePreparation.PrepareAsync(cluster.ConnectionString(DatabaseName, "postgres"), _ => cluster.Password, ct);
            return new(
                Tuned(cluster.ConnectionString(DatabaseName, Data.Roles.Application)),
                Tuned(cluster.ConnectionString(DatabaseName, Data.Roles.Platform)),
                cluster
            );
        }
        catch (Exception) when (Stop(cluster))
        {
            throw;
        }
    }

    // A filter that stops what was started and lets the failure go on unchanged.
    private static bool Stop(PrivateCluster cluster)
    {
        cluster.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return false;
    }

    private static async Task CreateDatabaseAsync(string connection, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var exists = source.CreateCommand($"select exists (select from pg_database where datname = '{DatabaseName}')");
        if ((bool)(await exists.ExecuteScalarAsync(ct))!)
            return;
        await using var create = source.CreateCommand($"create database {DatabaseName}");
        await create.ExecuteNonQueryAsync(ct);
    }

    // Every node that knows the owner's password reaches the same ones, and no second secret has to be kept.
    private static string? PasswordOf(string role, string? secret) =>
        string.IsNullOrEmpty(secret)
            ? null
            : Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(role)));

    private static string As(string connection, string role, string? secret) =>
        Tuned(new NpgsqlConnectionStringBuilder(connection) { Username = role, Password = PasswordOf(role, secret) }.ConnectionString);

    // Settings are local to the transaction, so a connection returns to the pool clean and needs no reset. Statements that come again
    // are prepared, unless the connection string says otherwise for the sake of a pooler.
    private static string Tuned(string connection)
    {
        var builder = new NpgsqlConnectionStringBuilder(connection) { NoResetOnClose = true };
        if (!builder.ShouldSerialize("Max Auto Prepare"))
            builder.MaxAutoPrepare = 100;
        return builder.ConnectionString;
    }
}
