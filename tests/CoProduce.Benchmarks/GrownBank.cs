using System.Diagnostics;
using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Reports;
using CoProduce.Web.Hosting;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CoProduce.Benchmarks;

/// <summary>The program's own parts over a private cluster in which organisations have ten years of history.</summary>
internal sealed class GrownBank : IAsyncDisposable
{
    private static readonly string[] Tables = ["entries", "postings", "exchanges", "registers", "chain_links", "handled_requests"];
    private readonly WebApplication app;
    private readonly DatabaseStart database;
    private OrganisationProfile organisation = null!;
    private MemberId[] members = [];

    private GrownBank(WebApplication app, DatabaseStart database) => (this.app, this.database) = (app, database);

    /// <summary>How many bytes the database has on disk.</summary>
    public long Size { get; private set; }

    /// <summary>Fills a new cluster; finds what is there when the folder has one already.</summary>
    /// <param name="entries">In all organisations together.</param>
    public static async Task<GrownBank> StartAsync(string folder, long entries, int organisations)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("COPRODUCE_DATA", folder), new("ConnectionStrings:CoProduce", "")]);
        builder.Logging.ClearProviders();
        var database = await DatabaseStart.RunAsync(builder.Configuration, StartProgress.ToConsole);
        builder.Services.AddHosting();
        builder.Services.AddTenancy(database.Application, database.Platform);
        builder.Services.AddUi(builder.Configuration);
        builder.Services.AddAccounts();
        builder.Services.AddOrganisations();
        builder.Services.AddMembers();
        builder.Services.AddReports();
        builder.Services.AddLedger();
        var bank = new GrownBank(builder.Build(), database);
        if (await bank.FindAsync(organisations - 1) is null)
            await bank.GrowAsync(entries, organisations);
        bank.organisation = (await bank.FindAsync(0))!;
        bank.members = await bank.ReadAsync(db => db.Members.Select(m => m.Id).ToArrayAsync());
        await using var superuser = await bank.SuperuserAsync();
        await using var size = new NpgsqlCommand("select pg_database_size(current_database())", superuser);
        bank.Size = (long)(await size.ExecuteScalarAsync())!;
        return bank;
    }

    /// <summary>A unit of work that posts an hour between two members.</summary>
    public Task PostAsync() =>
        DoAsync(
            (UnitOfWork work) =>
                work.WriteAsync(async db =>
                {
                    var (giver, receiver) = (Random.Shared.Next(members.Length), Random.Shared.Next(1, members.Length));
                    var subject = Guid.CreateVersion7();
                    var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
                    var entry = Entry.OneToOne(
                        members[(giver + receiver) % members.Length].Account,
                        members[giver].Account,
                        new(60),
                        today
                    );
                    var by = new Authorship(members[giver].Value, null, Door.Screen);
                    var result = await db.PostAsync(entry, by, subject, LedgerSubject.Exchange, subject, TimeProvider.System.GetUtcNow());
                    if (!result.IsPosted)
                        throw new InvalidOperationException($"The ledger answered {result.Outcome}.");
                    db.Keep();
                    return true;
                })
        );

    /// <summary>A member's statement of the last thirty days.</summary>
    public Task StatementAsync()
    {
        var (member, today) = (members[Random.Shared.Next(members.Length)], Today);
        return DoAsync((StatementQuery query) => query.ReadAsync(member, today.AddDays(-30), today));
    }

    /// <summary>The trustees' report of one of the periods to choose from.</summary>
    public Task ReportAsync(string choice) =>
        DoAsync((ReportQuery query) => query.ReadAsync(ReportPeriod.Read(choice, null, null, Today, out _), hub: null));

    /// <summary>What the proof page shows of this year.</summary>
    public Task ProofAsync() => DoAsync((ProofQuery query) => query.ReadAsync(new(Today.Year, 1, 1), Today));

    /// <summary>How many entries are new.</summary>
    public Task<int> NewAsync() => ReadAsync(db => db.NewEntries.CountAsync());

    /// <summary>Seals what is new.</summary>
    public Task SealAsync() => DoAsync((ProveLedger prove) => prove.SealAsync());

    /// <summary>Looks at every promise in full; answers how many breaches it found, and the first.</summary>
    public async Task<string> CheckAsync()
    {
        var found = await DoAsync((ProveLedger prove) => prove.CheckAsync());
        var breaches = found.SelectMany(f => f.Breaches).ToList();
        return breaches.Count == 0 ? "every promise holds" : $"{breaches.Count} breaches, the first: {breaches[0]}";
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    private DateOnly Today => organisation.DateOf(TimeProvider.System.GetUtcNow());

    private Task<OrganisationProfile?> FindAsync(int number) =>
        app.Services.GetRequiredService<OrganisationDirectory>().FindAsync($"grown-{number}");

    // Indexes are made when the rows are there. What is unique stays, since references hang on it.
    private async Task GrowAsync(long entries, int organisations)
    {
        var since = Stopwatch.GetTimestamp();
        await using var superuser = await SuperuserAsync();
        await RunAsync(
            superuser,
            "set session_replication_role = replica; set work_mem = '512MB'; set maintenance_work_mem = '1GB'; set temp_buffers = '256MB'; set synchronous_commit = off"
        );
        var indexes = await TextsAsync(
            superuser,
            """
            select pg_get_indexdef(i.indexrelid) from pg_index i
            where i.indrelid = any ($1::text[]::regclass[]) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
            """
        );
        foreach (var index in indexes)
            await RunAsync(superuser, $"drop index {index.Split(' ').SkipWhile(word => word != "INDEX").ElementAt(1)}");
        await using var grow = typeof(GrownBank).Assembly.GetManifestResourceStream("Grow.sql")!;
        using var text = new StreamReader(grow);
        var sql = await text.ReadToEndAsync();
        for (var i = 0; i < organisations; i++)
        {
            var id = OrganisationId.New();
            await using (var scope = app.Services.CreateAsyncScope())
                await scope
                    .ServiceProvider.GetRequiredService<CreateOrganisation>()
                    .HandleAsync(
                        id,
                        $"grown-{i}",
                        new() { Name = "Grown", WelcomeMinutes = 0 },
                        [],
                        "Town",
                        ["Lifts", "Company", "Gardening", "Shopping", "Cooking", "Pets", "Letters", "Repairs"]
                    );
            await RunAsync(
                superuser,
                $"""
                insert into hubs (organisation_id, id, name, kind)
                select h.organisation_id, gen_random_uuid(), more.name, h.kind from hubs h, (values ('Valley'), ('Hill')) as more (name)
                where h.organisation_id = '{id.Value}'
                """
            );
            await RunAsync(
                superuser,
                $"""
                select set_config('app.organisation_id', '{id.Value}', false), set_config('grow.entries', '{entries
                    / organisations}', false),
                  set_config('grow.members', '{(organisations == 1 ? 5000 : 200)}', false), set_config('grow.until', now()::text, false)
                """
            );
            await RunAsync(superuser, sql);
        }
        foreach (var index in indexes)
            await RunAsync(superuser, index.Replace(" INDEX ", " INDEX IF NOT EXISTS ", StringComparison.Ordinal));
        await RunAsync(superuser, "vacuum analyze");
        Console.WriteLine(
            FormattableString.Invariant(
                $"{entries:N0} entries in {organisations} made in {Stopwatch.GetElapsedTime(since).TotalSeconds:0} s"
            )
        );
    }

    private async Task<NpgsqlConnection> SuperuserAsync()
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(database.Application)
            {
                Username = "postgres",
                Pooling = false,
                CommandTimeout = 0,
            }.ConnectionString
        );
        await connection.OpenAsync();
        return connection;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<string>> TextsAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new() { Value = Tables });
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
            texts.Add(reader.GetString(0));
        return texts;
    }

    private Task<T> ReadAsync<T>(Func<TenantDb, Task<T>> read) => DoAsync((UnitOfWork work) => work.ReadAsync(read));

    private async Task DoAsync<TUseCase>(Func<TUseCase, Task> act)
        where TUseCase : notnull =>
        await DoAsync(
            async (TUseCase useCase) =>
            {
                await act(useCase);
                return true;
            }
        );

    private async Task<T> DoAsync<TUseCase, T>(Func<TUseCase, Task<T>> act)
        where TUseCase : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().Enter(organisation);
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }
}
