using CoProduce.EmbeddedPostgres;
using CoProduce.Web.Data;
using Npgsql;

namespace CoProduce.Tests.Support;

/// <summary>One private PostgreSQL for the whole run, on the RAM disk where there is one, prepared once into a template that each class clones.</summary>
public sealed class TestCluster : IAsyncLifetime
{
    private const string Template = "template_coproduce";
    private static int number;
    private PrivateCluster cluster = default!;

    /// <summary>The connection of that role to that database.</summary>
    public string Connection(string database, string role) => cluster.ConnectionString(database, role);

    public async ValueTask InitializeAsync()
    {
        var root = Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"coproduce-tests-{Environment.ProcessId}");
        cluster = await PrivateCluster.StartAsync(
            new()
            {
                Root = root,
                Durable = false,
                DeleteWhenStopped = true,
            },
            default
        );
        await RunAsync("postgres", $"create database {Template}");
        await DatabasePreparation.PrepareAsync(Connection(Template, "postgres"), _ => null);
        NpgsqlConnection.ClearAllPools();
        await RunAsync("postgres", $"alter database {Template} is_template true allow_connections false");
    }

    /// <summary>A fresh copy of the prepared database.</summary>
    public async Task<string> CloneAsync()
    {
        var name = $"test_{Interlocked.Increment(ref number)}";
        await RunAsync("postgres", $"create database {name} template {Template} strategy file_copy");
        return name;
    }

    /// <summary>Runs SQL as the cluster's superuser.</summary>
    public async Task RunAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(Connection(database, "postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => cluster.DisposeAsync();
}
