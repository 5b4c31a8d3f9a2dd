using CoProduce.Tests.Support;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>A database of a test class's own. When the class is done, every promise of the ledger is looked up in every organisation.</summary>
public sealed class LedgerDatabase(TestCluster cluster) : IAsyncLifetime
{
    private NpgsqlDataSource? application;
    private NpgsqlDataSource? superuser;

    /// <summary>Connections as the application's role, as the program itself has them.</summary>
    public NpgsqlDataSource Application => application!;

    /// <summary>Connections past every rule, to look from outside and to plant what must be noticed.</summary>
    public NpgsqlDataSource Superuser => superuser!;

    /// <summary>How to reach the database as a role.</summary>
    public Func<string, string> ConnectionString { get; private set; } = _ => throw new InvalidOperationException("Not copied yet.");

    public async ValueTask InitializeAsync()
    {
        var name = await cluster.CloneAsync();
        ConnectionString = role => cluster.Connection(name, role);
        application = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(ConnectionString(Roles.Application)) { NoResetOnClose = true }
        );
        superuser = NpgsqlDataSource.Create(ConnectionString("postgres"));
    }

    /// <summary>Runs use cases of an organisation, on these connections or on others that reach the same database.</summary>
    public UnitOfWork WorkOf(OrganisationId organisation, TimeProvider? clock = null, NpgsqlDataSource? through = null)
    {
        var current = new CurrentOrganisation();
        current.Enter(new(organisation, "test", new OrganisationSettings { Name = "Test" }, [], null));
        return new(Options(through ?? Application), current, clock ?? TimeProvider.System);
    }

    /// <summary>Runs SQL past every rule.</summary>
    public async Task RunAsync(string sql)
    {
        await using var command = Superuser.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The breaches of every promise in one organisation; empty when all hold.</summary>
    public async Task<IReadOnlyList<string>> BreachesAsync(OrganisationId organisation)
    {
        await using var connection = await Application.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        return await BreachesAsync(connection, organisation);
    }

    /// <summary>The breaches as seen from a transaction that is open.</summary>
    public static async Task<IReadOnlyList<string>> BreachesAsync(NpgsqlConnection connection, OrganisationId organisation)
    {
        await using var name = new NpgsqlCommand("select set_config('app.organisation_id', $1, true)", connection);
        name.Parameters.Add(new() { Value = organisation.Value.ToString() });
        await name.ExecuteNonQueryAsync();
        var breaches = new List<string>();
        foreach (var invariant in Invariants.All)
        {
            await using var query = new NpgsqlCommand(invariant.Query, connection);
            await using var reader = await query.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                breaches.Add($"{invariant.Code}: {reader.GetString(0)}");
        }
        return breaches;
    }

    public async ValueTask DisposeAsync()
    {
        if (superuser is null || application is null)
            return;
        try
        {
            foreach (var organisation in await OrganisationsAsync())
                (await BreachesAsync(organisation)).ShouldBeEmpty();
        }
        finally
        {
            await application.DisposeAsync();
            await superuser.DisposeAsync();
        }
    }

    private async Task<IReadOnlyList<OrganisationId>> OrganisationsAsync()
    {
        await using var command = Superuser.CreateCommand("select distinct organisation_id from accounts");
        await using var reader = await command.ExecuteReaderAsync();
        var organisations = new List<OrganisationId>();
        while (await reader.ReadAsync())
            organisations.Add(new(reader.GetGuid(0)));
        return organisations;
    }

    /// <summary>How the program's context reaches the database on these connections.</summary>
    public static DbContextOptions<TenantDb> Options(NpgsqlDataSource source) =>
        new DbContextOptionsBuilder<TenantDb>().UseNpgsql(source).AddInterceptors(new OrganisationTransaction()).Options;
}
