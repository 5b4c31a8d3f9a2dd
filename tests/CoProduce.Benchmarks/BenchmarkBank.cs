using System.Collections.Concurrent;
using System.Security.Claims;
using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Imports;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.MemberLists;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Hosting;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoProduce.Benchmarks;

/// <summary>The program's own parts over a private cluster, with one organisation and exchanges that wait to be confirmed.</summary>
internal sealed partial class BenchmarkBank : IAsyncDisposable
{
    public const int MemberCount = 400;

    /// <summary>Every account's id is this and its number in twelve digits, so that a script can name one.</summary>
    public const string AccountPrefix = "00000000-0000-7000-8000-";

    private readonly WebApplication app;
    private readonly MemberId[] members =
    [
        .. Enumerable.Range(0, MemberCount).Select(i => new MemberId(Guid.Parse($"{AccountPrefix}{i:d12}"))),
    ];
    private readonly Dictionary<MemberId, AnswerExchange> answers = [];
    private readonly ConcurrentQueue<(ExchangeId Exchange, MemberId Asked)> waiting = [];

    private BenchmarkBank(WebApplication app, DatabaseStart database) => (this.app, Database) = (app, database);

    public DatabaseStart Database { get; }

    public OrganisationProfile Organisation { get; private set; } = null!;

    /// <summary>The community pot, one account for all.</summary>
    public AccountId Pot { get; private set; }

    public static async Task<BenchmarkBank> StartAsync(string folder)
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
        builder
            .Services.AddMembers()
            .AddMemberLists()
            .AddScoped<CoProduce.Web.Features.Matching.BoardQuery>()
            .AddScoped<CoProduce.Web.Features.Matching.DeskQuery>();
        builder.Services.AddExchanges();
        builder.Services.AddMessages();
        builder.Services.AddImports();
        var bank = new BenchmarkBank(builder.Build(), database);
        await bank.FillAsync();
        return bank;
    }

    /// <summary>Two different members, anew each time.</summary>
    public (MemberId Giver, MemberId Receiver) Pair()
    {
        var giver = Random.Shared.Next(MemberCount);
        return (members[giver], members[(giver + Random.Shared.Next(1, MemberCount)) % MemberCount]);
    }

    /// <summary>Confirms one of the exchanges that wait, through the use case, as the member who is asked.</summary>
    public async Task ConfirmOneAsync()
    {
        if (!waiting.TryDequeue(out var next))
            throw new InvalidOperationException("No exchange is left to confirm.");
        var outcome = await answers[next.Asked].ConfirmAsync(next.Exchange);
        if (outcome != AnswerExchange.Outcome.Confirmed)
            throw new InvalidOperationException(outcome.ToString());
    }

    /// <summary>Posts so many entries of help at once, as an import does.</summary>
    public Task PostBatchAsync(int count) =>
        WriteAsync(async db =>
        {
            var now = DateTimeOffset.UnixEpoch.AddYears(56);
            var entries = Enumerable
                .Range(0, count)
                .Select(_ =>
                {
                    var (giver, receiver) = Pair();
                    var entry = Entry.OneToOne(receiver.Account, giver.Account, new(60), DateOnly.FromDateTime(now.UtcDateTime));
                    return new EntryToPost(entry, new(null, null, Door.Import), entry.Id.Value, LedgerSubject.Member, giver.Value, now);
                })
                .ToArray();
            if ((await db.PostManyAsync(entries)).Posted != count)
                throw new InvalidOperationException("The batch was not posted.");
        });

    /// <summary>Logs exchanges until that many wait.</summary>
    public async Task LogUntilAsync(int count)
    {
        var (hub, now) = (await ReadAsync(db => db.Hubs.Select(h => h.Id).FirstAsync()), DateTimeOffset.UnixEpoch.AddYears(56));
        while (waiting.Count < count)
        {
            var batch = Enumerable.Range(0, 1000).Select(_ => Unconfirmed(hub, now)).ToList();
            await WriteAsync(db =>
            {
                db.Exchanges.AddRange(batch);
                return Task.CompletedTask;
            });
            foreach (var exchange in batch)
                waiting.Enqueue((exchange.Id, exchange.Asked!.Value));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Database.DisposeAsync();
    }

    private Exchange Unconfirmed(HubId hub, DateTimeOffset now)
    {
        var (giver, receiver) = Pair();
        return new Exchange
        {
            Id = new(Guid.CreateVersion7()),
            GiverId = giver,
            ReceiverId = receiver,
            Minutes = 60,
            ServiceDate = DateOnly.FromDateTime(now.UtcDateTime),
            Description = "A lift to the hospital",
            HubId = hub,
            LoggedFor = giver,
            LoggedAt = now,
        }.WithSilenceFrom(now.AddDays(14));
    }

    private async Task FillAsync()
    {
        var id = OrganisationId.New();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope
                .ServiceProvider.GetRequiredService<CreateOrganisation>()
                .HandleAsync(id, "measured", new() { Name = "Measured", WelcomeMinutes = 0 }, [], "Town", []);
            Organisation = await scope.ServiceProvider.GetRequiredService<OrganisationDirectory>().GetAsync(id);
        }
        var (hub, now) = (await ReadAsync(db => db.Hubs.Select(h => h.Id).FirstAsync()), DateTimeOffset.UnixEpoch.AddYears(55));
        await WriteAsync(async db =>
        {
            db.Members.AddRange(
                members.Select(
                    (member, i) =>
                        new Member
                        {
                            Id = member,
                            Number = i + 1,
                            FirstName = "Ann",
                            LastName = $"Example {i}",
                            HubId = hub,
                            JoinedOn = DateOnly.FromDateTime(now.UtcDateTime),
                        }
                )
            );
            await db.SaveChangesAsync();
            Pot = await db.AccountOfAsync(AccountKind.Pot, default);
            foreach (var member in members)
                await db.OpenAccountAsync(member.Account, AccountKind.Member, member.Value, floor: -100_000_000, now);
        });
        await SignInAsync(now);
    }

    // Reading who somebody is belongs to the request and not to the use case, so it is done once.
    private async Task SignInAsync(DateTimeOffset now)
    {
        var signIns = members.ToDictionary(member => member, member => NewSignIn(member));
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var directory = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
            directory.Users.AddRange(signIns.Values);
            await directory.SaveChangesAsync();
        }
        await WriteAsync(db =>
        {
            db.RoleHolders.AddRange(signIns.Select(pair => NewHolder(pair.Key, pair.Value, now)));
            return Task.CompletedTask;
        });
        foreach (var (member, signIn) in signIns)
        {
            var scope = Enter(); // lives as long as the program
            var principal = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, signIn.Id.ToString())], "measured"));
            await scope.ServiceProvider.GetRequiredService<CurrentPerson>().LoadAsync(principal);
            answers[member] = scope.ServiceProvider.GetRequiredService<AnswerExchange>();
        }
    }

    private static SignIn NewSignIn(MemberId member)
    {
        var address = $"{member.Value:N}@measured.example";
        return new()
        {
            Id = Guid.CreateVersion7(),
            Name = "Ann Example",
            UserName = address,
            NormalizedUserName = address.ToUpperInvariant(),
            Email = address,
            NormalizedEmail = address.ToUpperInvariant(),
        };
    }

    private static RoleHolder NewHolder(MemberId member, SignIn signIn, DateTimeOffset now) =>
        new()
        {
            Id = RoleHolderId.New(),
            SignInId = signIn.Id,
            Name = signIn.Name,
            MemberId = member,
            Since = now,
            Roles = [Role.Member],
        };

    /// <summary>Reads inside a unit of work of the organisation.</summary>
    public async Task<T> ReadAsync<T>(Func<TenantDb, Task<T>> read)
    {
        await using var scope = Enter();
        return await scope.ServiceProvider.GetRequiredService<UnitOfWork>().ReadAsync(read);
    }

    private async Task WriteAsync(Func<TenantDb, Task> write)
    {
        await using var scope = Enter();
        await scope
            .ServiceProvider.GetRequiredService<UnitOfWork>()
            .WriteAsync(async db =>
            {
                await write(db);
                db.Keep();
                return true;
            });
    }

    /// <summary>A scope of the program that acts in the organisation.</summary>
    public AsyncServiceScope Enter() => Enter(Organisation);

    /// <summary>A scope of the program that acts in an organisation.</summary>
    public AsyncServiceScope Enter(OrganisationProfile organisation)
    {
        var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().Enter(organisation);
        return scope;
    }
}
