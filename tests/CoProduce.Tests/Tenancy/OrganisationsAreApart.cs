using CoProduce.Tests.Support;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;

namespace CoProduce.Tests.Tenancy;

/// <summary>Four layers keep organisations apart. Each test takes one away and sees another catch the leak.</summary>
public sealed class OrganisationsAreApart(Bank bank) : IClassFixture<Bank>
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_an_organisation_a_unit_of_work_does_not_begin()
    {
        await using var scope = bank.Services.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        await Should.ThrowAsync<NoOrganisationException>(() => work.ReadAsync(db => db.Members.CountAsync(Ct), Ct));
    }

    [Fact]
    public async Task Without_a_transaction_the_interceptor_refuses()
    {
        await using var db = new TenantDb(bank.Services.GetRequiredService<DbContextOptions<TenantDb>>(), bank.Riverside.Id);
        var refusal = await Should.ThrowAsync<InvalidOperationException>(() => db.Members.CountAsync(Ct));
        refusal.Message.ShouldContain("unit of work");
    }

    [Fact]
    public async Task Without_interceptor_and_transaction_row_level_security_raises()
    {
        await bank.Riverside.AddMemberAsync("Ann");
        await using var db = new TenantDb(WithoutInterceptor(Roles.Application), bank.Riverside.Id);
        var error = await Should.ThrowAsync<PostgresException>(() => db.Members.CountAsync(Ct));
        error.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Without_the_setting_row_level_security_raises_inside_a_transaction_too()
    {
        await bank.Riverside.AddMemberAsync("Ann");
        await using var db = new TenantDb(WithoutInterceptor(Roles.Application), bank.Riverside.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        var error = await Should.ThrowAsync<PostgresException>(() => db.Members.CountAsync(Ct));
        error.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Without_the_query_filter_row_level_security_hides_the_others()
    {
        var (ann, eve) = (await bank.Riverside.AddMemberAsync("Ann"), await bank.Hillside.AddMemberAsync("Eve"));
        var seen = await bank.Riverside.ReadAsync(db => db.Members.IgnoreQueryFilters().Select(m => m.Id).ToListAsync(Ct));
        seen.ShouldContain(ann);
        seen.ShouldNotContain(eve);
    }

    [Fact]
    public async Task Without_row_level_security_the_query_filter_hides_the_others()
    {
        var (ann, eve) = (await bank.Riverside.AddMemberAsync("Ann"), await bank.Hillside.AddMemberAsync("Eve"));
        await using var db = new TenantDb(WithoutInterceptor("postgres"), bank.Riverside.Id);
        var seen = await db.Members.Select(m => m.Id).ToListAsync(Ct);
        seen.ShouldContain(ann);
        seen.ShouldNotContain(eve);
        (await db.Members.IgnoreQueryFilters().CountAsync(m => m.Id == eve, Ct)).ShouldBe(1); // the superuser really passes the policies
    }

    [Fact]
    public async Task A_row_cannot_be_written_into_another_organisation()
    {
        var error = await Should.ThrowAsync<PostgresException>(() =>
            bank.Riverside.WriteAsync(db =>
                db.Database.ExecuteSqlAsync(
                    $"insert into hubs (organisation_id, id, name, kind) values ({bank.Hillside.Id.Value}, {Guid.NewGuid()}, 'Ours', 1)",
                    Ct
                )
            )
        );
        error.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task A_row_cannot_refer_to_another_organisations_row()
    {
        var (ann, eve) = (await bank.Riverside.AddMemberAsync("Ann"), await bank.Hillside.AddMemberAsync("Eve"));
        var error = await Should.ThrowAsync<DbUpdateException>(() =>
            bank.Riverside.WriteAsync(async db =>
            {
                db.Exchanges.Add(
                    new()
                    {
                        Id = new(Guid.CreateVersion7()),
                        GiverId = ann,
                        ReceiverId = eve,
                        Minutes = 60,
                        Description = "A lift",
                        HubId = bank.Riverside.Hub,
                    }
                );
                return await db.SaveChangesAsync(Ct);
            })
        );
        ((PostgresException)error.InnerException!).SqlState.ShouldBe(PostgresErrorCodes.ForeignKeyViolation);
    }

    [Fact]
    public async Task A_member_of_another_organisation_is_unknown()
    {
        var (ann, eve) = (await bank.Riverside.MemberAsync("Ann"), await bank.Hillside.AddMemberAsync("Eve"));
        (await ann.GaveAsync(60, to: eve)).Outcome.ShouldBe(LogOutcome.UnknownMember);
    }

    [Fact]
    public async Task A_context_that_holds_a_foreign_row_does_not_save_it()
    {
        var eve = await bank.Hillside.AddMemberAsync("Eve");
        var row = await bank.Hillside.ReadAsync(db => db.Members.SingleAsync(m => m.Id == eve, Ct));
        await Should.ThrowAsync<Exception>(() =>
            bank.Riverside.WriteAsync(async db =>
            {
                var entry = db.Attach(row);
                entry.Property(TenantDb.OrganisationColumn).CurrentValue = bank.Hillside.Id;
                entry.Property(nameof(Member.About)).CurrentValue = "Not yours";
                return await db.SaveChangesAsync(Ct);
            })
        );
        (await bank.Hillside.ReadAsync(db => db.Members.SingleAsync(m => m.Id == eve, Ct))).About.ShouldBe("");
    }

    [Fact]
    public async Task After_thousands_of_units_of_work_of_every_fate_no_pooled_connection_remembers_one()
    {
        var places = new[]
        {
            bank.Riverside,
            bank.Hillside,
            await bank.CreateAsync("third", "Third"),
            await bank.CreateAsync("fourth", "Fourth"),
        };
        var seed = Environment.TickCount;
        TestContext.Current.SendDiagnosticMessage("seed {0}", seed);
        var pool = bank.Services.GetRequiredService<NpgsqlDataSource>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 8),
            Ct,
            async (worker, _) =>
            {
                var random = new Random(seed + worker);
                for (var i = 0; i < 250; i++)
                {
                    await OneOfManyFatesAsync(places[random.Next(places.Length)], random);
                    await using var leased = await pool.OpenConnectionAsync(Ct);
                    await using var bare = new NpgsqlCommand("select count(*) from settings", leased);
                    var error = await Should.ThrowAsync<PostgresException>(() => bare.ExecuteScalarAsync(Ct), $"seed {seed}");
                    error.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
                }
            }
        );
    }

    private static async Task OneOfManyFatesAsync(Place place, Random random)
    {
        await using var scope = place.Enter();
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        using var stop = new CancellationTokenSource();
        try
        {
            switch (random.Next(6))
            {
                case 0:
                    (await work.ReadAsync(db => db.Settings.CountAsync(Ct), Ct)).ShouldBe(1);
                    break;
                case 1: // nothing kept
                    await work.WriteAsync(db => db.Hubs.ExecuteUpdateAsync(h => h.SetProperty(x => x.Name, "Nowhere"), Ct), Ct);
                    break;
                case 2:
                    await work.WriteAsync<int>(_ => throw new InvalidOperationException("by chance"), Ct);
                    break;
                case 3:
                    await work.ReadAsync(db => db.Database.ExecuteSqlRawAsync("select 1 / 0", Ct), Ct);
                    break;
                case 4: // the database is told to give up
                    await work.ReadAsync(
                        async db =>
                        {
                            await db.Database.ExecuteSqlRawAsync("set local statement_timeout = 1", Ct);
                            return await db.Database.ExecuteSqlRawAsync("select pg_sleep(0.02)", Ct);
                        },
                        Ct
                    );
                    break;
                default: // the person goes away
                    stop.CancelAfter(1);
                    await work.ReadAsync(db => db.Database.ExecuteSqlRawAsync("select pg_sleep(0.02)", stop.Token), stop.Token);
                    break;
            }
        }
        catch (Exception e) when (e is InvalidOperationException or PostgresException or OperationCanceledException)
        {
            // its fate
        }
    }

    private DbContextOptions<TenantDb> WithoutInterceptor(string role) =>
        new DbContextOptionsBuilder<TenantDb>().UseNpgsql(bank.Connection(role)).Options;
}
