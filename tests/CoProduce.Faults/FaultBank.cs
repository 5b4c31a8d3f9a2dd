using System.Security.Claims;
using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Hosting;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoProduce.Faults;

/// <summary>The program's own parts over the cluster that is killed, with one organisation, its members and a coordinator.</summary>
internal sealed class FaultBank : IAsyncDisposable
{
    public const string Slug = "riverside";
    public const string Email = "coordinator@riverside.example";
    public const string Password = "Riverside-under-fire-1";

    private const long Floor = -240;
    private readonly WebApplication app;
    private readonly DatabaseStart database;
    private OrganisationProfile organisation = null!;
    private ClaimsPrincipal coordinator = null!;
    private Authorship acting = null!;

    private FaultBank(WebApplication app, DatabaseStart database) => (this.app, this.database) = (app, database);

    public OrganisationId Id => organisation.Id;

    /// <summary>The members' ids; the account of each has another, see <see cref="AccountOf"/>.</summary>
    public IReadOnlyList<Guid> Members { get; private set; } = [];

    /// <summary>The connection of the application's role.</summary>
    public string Application => database.Application;

    public static async Task<FaultBank> StartAsync(KilledCluster cluster, int members)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:CoProduce", cluster.Owner)]);
        builder.Logging.ClearProviders();
        var database = await DatabaseStart.RunAsync(builder.Configuration, new Progress<string>());
        builder.Services.AddHosting();
        builder.Services.AddTenancy(database.Application, database.Platform);
        builder.Services.AddUi(builder.Configuration);
        builder.Services.AddAccounts();
        builder.Services.AddOrganisations();
        builder.Services.AddMembers();
        builder.Services.AddExchanges();
        builder.Services.AddMessages();
        var bank = new FaultBank(builder.Build(), database);
        await bank.FillAsync(members);
        return bank;
    }

    public static Guid AccountOf(Guid member) => new MemberId(member).Account.Value;

    /// <summary>The number of that member, as it is on their card.</summary>
    public int NumberOf(Guid member) => Members.Index().First(m => m.Item == member).Index + 1;

    /// <summary>Asks the program's own code for it, as a request of a page would.</summary>
    public async Task<Answer> SendAsync(IReadOnlyList<Request> requests) =>
        requests[0].Way switch
        {
            Way.Exchange => await LogAsync(requests[0]),
            Way.Entry => await PostAsync(requests[0]),
            Way.Batch => await PostManyAsync(requests),
        };

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
        Npgsql.NpgsqlConnection.ClearAllPools();
    }

    private async Task<Answer> LogAsync(Request request)
    {
        await using var scope = Enter();
        await scope.ServiceProvider.GetRequiredService<CurrentPerson>().LoadAsync(coordinator);
        var outcome = await scope
            .ServiceProvider.GetRequiredService<LogForMembers>()
            .HandleAsync(
                new()
                {
                    RequestKey = request.Key,
                    Giver = request.Payee,
                    Receiver = request.Payer,
                    HowLong = DurationChoice.From(request.Minutes),
                    Description = "A lift to the hospital",
                }
            );
        return outcome switch
        {
            LogOutcome.Logged => new(Reply.Done),
            LogOutcome.BelowFloor => new(Reply.Refused),
            _ => throw new InvalidOperationException($"Logging an exchange answered {outcome}."),
        };
    }

    private Task<Answer> PostAsync(Request request) =>
        WriteAsync(async db =>
        {
            var now = Clock.GetUtcNow();
            var posting = await db.PostAsync(EntryOf(request), acting, request.Key, LedgerSubject.Account, null, now);
            if (posting.IsPosted)
                db.Keep();
            return posting.IsPosted ? new Answer(Reply.Done, posting.Entry.Value)
                : posting.Outcome == PostingOutcome.BelowFloor ? new(Reply.Refused)
                : throw new InvalidOperationException($"Posting answered {posting.Outcome}.");
        });

    private Task<Answer> PostManyAsync(IReadOnlyList<Request> requests) =>
        WriteAsync(async db =>
        {
            var now = Clock.GetUtcNow();
            var posting = await db.PostManyAsync([
                .. requests.Select(r => new EntryToPost(EntryOf(r), acting, r.Key, LedgerSubject.Account, null, now)),
            ]);
            if (posting.Outcome == PostingOutcome.Posted)
                db.Keep();
            return posting.Outcome switch
            {
                PostingOutcome.Posted => new Answer(Reply.Done),
                PostingOutcome.BelowFloor => new(Reply.Refused),
                _ => throw new InvalidOperationException($"Posting many answered {posting.Outcome}."),
            };
        });

    private TimeProvider Clock => app.Services.GetRequiredService<TimeProvider>();

    private Entry EntryOf(Request request) =>
        Entry.OneToOne(
            new(AccountOf(request.Payer)),
            new(AccountOf(request.Payee)),
            new(request.Minutes),
            organisation.DateOf(Clock.GetUtcNow())
        );

    private async Task FillAsync(int count)
    {
        var (id, now) = (OrganisationId.New(), Clock.GetUtcNow());
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope
                .ServiceProvider.GetRequiredService<CreateOrganisation>()
                .HandleAsync(id, Slug, new() { Name = "Riverside", WelcomeMinutes = 0 }, [], "Town", []);
            organisation = await scope.ServiceProvider.GetRequiredService<OrganisationDirectory>().GetAsync(id);
        }
        List<Member> members = [];
        await WriteAsync(async db =>
        {
            var hub = await db.Hubs.Select(h => h.Id).FirstAsync();
            members.Clear(); // a try may come again
            members.AddRange(Enumerable.Range(1, count).Select(number => NewMember(number, hub, now)));
            db.Members.AddRange(members);
            db.MemberContacts.AddRange(members.Select(m => new MemberContact { MemberId = m.Id, Email = $"{m.Number}@riverside.example" }));
            await db.SaveChangesAsync();
            foreach (var member in members)
                await db.OpenAccountAsync(member.Id.Account, AccountKind.Member, member.Id.Value, Floor, now);
            db.Keep();
            return true;
        });
        Members = [.. members.Select(m => m.Id.Value)];
        await AppointAsync(now);
    }

    private static Member NewMember(int number, HubId hub, DateTimeOffset now) =>
        new()
        {
            Id = MemberId.New(),
            HubId = hub,
            Number = number,
            FirstName = "Ann",
            LastName = $"Example {number}",
            JoinedOn = DateOnly.FromDateTime(now.UtcDateTime),
        };

    private async Task AppointAsync(DateTimeOffset now)
    {
        var signIn = new SignIn
        {
            Id = Guid.CreateVersion7(),
            Name = "Cora Example",
            UserName = Email,
            Email = Email,
            EmailConfirmed = true,
        };
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var made = await scope.ServiceProvider.GetRequiredService<UserManager<SignIn>>().CreateAsync(signIn, Password);
            if (!made.Succeeded)
                throw new InvalidOperationException(string.Join(' ', made.Errors.Select(e => e.Description)));
            var directory = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
            directory.Belongings.Add(new() { SignInId = signIn.Id, OrganisationId = Id });
            await directory.SaveChangesAsync();
        }
        var holder = new RoleHolder
        {
            Id = RoleHolderId.New(),
            SignInId = signIn.Id,
            Name = signIn.Name,
            Since = now,
            Roles = [Role.Coordinator],
        };
        await WriteAsync(db =>
        {
            db.RoleHolders.Add(holder);
            db.Keep();
            return Task.FromResult(true);
        });
        coordinator = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, signIn.Id.ToString())], "fault run"));
        acting = new(holder.Id.Value, null, Door.Phone);
    }

    private async Task<T> WriteAsync<T>(Func<TenantDb, Task<T>> write)
    {
        await using var scope = Enter();
        return await scope.ServiceProvider.GetRequiredService<UnitOfWork>().WriteAsync(write);
    }

    private AsyncServiceScope Enter()
    {
        var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().Enter(organisation);
        return scope;
    }
}
