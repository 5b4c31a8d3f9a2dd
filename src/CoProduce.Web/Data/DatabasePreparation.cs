using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CoProduce.Web.Data;

/// <summary>Brings a database to what this version needs: roles, migrations, functions, policies and grants.</summary>
public static class DatabasePreparation
{
    private const string Owner = "coproduce_owner";
    private const long Lock = 0x436F50726F64;

    // A migration that checks existing rows (a foreign key) has no organisation to name. Only the owner, who cannot sign in, is let past the
    // policies, and only until tenancy.sql, which runs whenever a migration did, forces them again.
    private const string LetOwnerMigrate = """
        do $$ declare tenant regclass; begin
          for tenant in select oid::regclass from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity loop
            execute format('alter table %s no force row level security', tenant);
          end loop;
        end $$
        """;

    private static readonly string[] Scripts =
    [
        "tenancy.sql",
        "posting.sql",
        "posting_many.sql",
        "lock_accounts.sql",
        "holds.sql",
        "limits.sql",
        "skills.sql",
        "offers.sql",
        "sums.sql",
        "chain.sql",
        "between.sql",
        "moving.sql",
        "statements.sql",
        "restore.sql",
        "doubles.sql",
        "privacy.sql",
        "retention.sql",
        "messages.sql",
        "texts.sql",
        "search.sql",
        "quiet.sql",
        "grants.sql",
    ];

    /// <summary>True when this connection may create roles, so that the program prepares the database itself.</summary>
    public static async Task<bool> MayPrepareAsync(string connection, CancellationToken ct = default)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand("select rolsuper or rolcreaterole from pg_roles where rolname = current_user");
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Creates roles, migrates and runs the scripts, one node at a time. Does nothing when all is as this version needs it.</summary>
    /// <param name="connection">A connection that may create roles.</param>
    /// <param name="passwordOf">The password for a role that signs in; null where the server asks for none.</param>
    public static async Task PrepareAsync(string connection, Func<string, string?> passwordOf, CancellationToken ct = default)
    {
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connection) { Pooling = false, CommandTimeout = 0 }
        );
        await using var turn = await source.OpenConnectionAsync(ct);
        await RunAsync(turn, $"select pg_advisory_lock({Lock})", ct);
        await RunAsync(turn, Script("roles.sql"), ct);
        foreach (var role in new[] { Roles.Application, Roles.Platform })
            await RunAsync(turn, LetSignIn(role, passwordOf(role)), ct);
        var asOwner = new NpgsqlConnectionStringBuilder(connection) { Pooling = false, Options = $"-c role={Owner}" }.ConnectionString;
        await using var owner = new NpgsqlConnection(asOwner);
        await owner.OpenAsync(ct);
        await RunAsync(owner, "create table if not exists prepared (version text primary key)", ct);
        if (await HasRunAsync(owner, ct))
            return;
        await RunAsync(owner, LetOwnerMigrate, ct);
        await using (var directory = new DirectoryDb(DirectoryOptions(asOwner)))
            await directory.Database.MigrateAsync(ct);
        await using (var tenants = new TenantDb(TenantOptions(asOwner), default))
            await tenants.Database.MigrateAsync(ct);
        await RunScriptsAsync(owner, ct);
    }

    /// <summary>How the directory's migrations are found and named.</summary>
    public static DbContextOptions<DirectoryDb> DirectoryOptions(string connection) =>
        new DbContextOptionsBuilder<DirectoryDb>()
            .UseNpgsql(connection, npgsql => npgsql.MigrationsHistoryTable("directory_migrations"))
            .Options;

    /// <summary>How the tenants' migrations are found and named.</summary>
    public static DbContextOptions<TenantDb> TenantOptions(string connection) =>
        new DbContextOptionsBuilder<TenantDb>().UseNpgsql(connection, npgsql => npgsql.MigrationsHistoryTable("tenant_migrations")).Options;

    // What this program needs. A new migration may bring a table that needs its policy, so the scripts run again for it too.
    private static string Version
    {
        get
        {
            using var tenants = new TenantDb(TenantOptions(""), default);
            using var directory = new DirectoryDb(DirectoryOptions(""));
            var needed = string.Concat([
                .. Scripts.Select(Script),
                .. tenants.Database.GetMigrations(),
                .. directory.Database.GetMigrations(),
            ]);
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(needed)));
        }
    }

    private static async Task<bool> HasRunAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select exists (select from prepared where version = $1)", owner);
        command.Parameters.Add(new() { Value = Version });
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task RunScriptsAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        await using var transaction = await owner.BeginTransactionAsync(ct);
        foreach (var script in Scripts)
            await RunAsync(owner, Script(script), ct);
        await using var done = new NpgsqlCommand(
            "with others as (delete from prepared where version <> $1) insert into prepared (version) values ($1)",
            owner
        );
        done.Parameters.Add(new() { Value = Version });
        await done.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private static string LetSignIn(string role, string? password) =>
        $"alter role {role} login" + (password is null ? "" : $" password '{password.Replace("'", "''", StringComparison.Ordinal)}'");

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static string Script(string name)
    {
        using var stream = typeof(DatabasePreparation).Assembly.GetManifestResourceStream($"CoProduce.Web.Data.Sql.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
