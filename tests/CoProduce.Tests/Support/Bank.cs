using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Tenancy;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace CoProduce.Tests.Support;

/// <summary>The whole program over a database of its own, with two organisations, Riverside and Hillside, and a clock that stands still.</summary>
public class Bank(TestCluster cluster) : IAsyncLifetime
{
    private WebApplicationFactory<Program> host = default!;

    public TestClock Clock { get; } = new();

    /// <summary>The database's name on the cluster.</summary>
    public string Database { get; private set; } = "";

    public IServiceProvider Services => host.Services;

    /// <summary>The organisation that most tests live in.</summary>
    public Place Riverside { get; private set; } = default!;

    /// <summary>Another organisation, which must never notice.</summary>
    public Place Hillside { get; private set; } = default!;

    /// <summary>The connection of a role to this database.</summary>
    public string Connection(string role) => cluster.Connection(Database, role);

    public virtual async ValueTask InitializeAsync()
    {
        Database = await cluster.CloneAsync();
        host = new WebApplicationFactory<Program>().WithWebHostBuilder(Configure);
        Riverside = await CreateAsync("riverside", "Riverside Time Bank");
        Hillside = await CreateAsync("hillside", "Hillside Time Bank");
    }

    /// <summary>Settings and doubles of the program under test.</summary>
    protected virtual void Configure(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("ConnectionStrings:CoProduce", Connection(Roles.Application) + ";Maximum Pool Size=40;No Reset On Close=true");
        builder.UseSetting("ConnectionStrings:CoProducePlatform", Connection(Roles.Platform) + ";Maximum Pool Size=4");
        builder.UseSetting("Testing:PseudoLocale", "true");
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(Clock);
            services.RemoveAll<IHostedService>(); // a test runs what is due when it says so
        });
    }

    /// <summary>A browser without any cookie.</summary>
    public Browser Stranger() =>
        new(
            host.CreateClient(
                new()
                {
                    AllowAutoRedirect = false,
                    HandleCookies = false,
                    BaseAddress = new("http://localhost"),
                }
            ),
            ""
        );

    /// <summary>A new organisation with usual settings and one hub, by day: an earlier test may have left the clock at night.</summary>
    public async Task<Place> CreateAsync(string slug, string name)
    {
        Clock.AdvanceToDay();
        var id = OrganisationId.New();
        await using var scope = Services.CreateAsyncScope();
        var outcome = await scope
            .ServiceProvider.GetRequiredService<CreateOrganisation>()
            .HandleAsync(
                id,
                slug,
                new() { Name = name, HelpPhone = "01632 960123" },
                [
                    new()
                    {
                        Language = "en",
                        One = "time credit",
                        Other = "time credits",
                    },
                    new()
                    {
                        Language = "cy",
                        One = "credyd amser",
                        Other = "credydau amser",
                    },
                ],
                "Town",
                ["Lifts", "Gardening", "Company"]
            );
        if (outcome != CreateOrganisation.Outcome.Created)
            throw new InvalidOperationException($"{slug}: {outcome}");
        var profile = await scope.ServiceProvider.GetRequiredService<OrganisationDirectory>().GetAsync(id);
        var place = new Place(this, profile);
        place.Hub = await place.ReadAsync(db => db.Hubs.Select(h => h.Id).FirstAsync());
        return place;
    }

    /// <summary>Two new organisations whose members exchange.</summary>
    public async Task<(Place Here, Place There, Guid Affiliation)> TwoAffiliatedAsync(int hours = 50)
    {
        var name = $"{Guid.NewGuid():N}"[..12];
        var (here, there) = (await CreateAsync($"here-{name}", "Here Time Bank"), await CreateAsync($"there-{name}", "There Time Bank"));
        return (here, there, await here.AffiliateAsync(there, hours));
    }

    public virtual async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        Npgsql.NpgsqlConnection.ClearAllPools();
        GC.SuppressFinalize(this);
    }
}

/// <summary>An organisation as tests speak of it.</summary>
public sealed class Place(Bank bank, OrganisationProfile profile)
{
    public Bank Bank => bank;

    public OrganisationId Id => profile.Id;

    public string Slug => profile.Slug;

    /// <summary>Its first hub.</summary>
    public HubId Hub { get; set; }

    /// <summary>Reads as the program would, inside a unit of work.</summary>
    public async Task<T> ReadAsync<T>(Func<TenantDb, Task<T>> read)
    {
        await using var scope = Enter();
        return await scope.ServiceProvider.GetRequiredService<UnitOfWork>().ReadAsync(read);
    }

    /// <summary>Writes as the program would and keeps it.</summary>
    public async Task<T> WriteAsync<T>(Func<TenantDb, Task<T>> write)
    {
        await using var scope = Enter();
        return await scope
            .ServiceProvider.GetRequiredService<UnitOfWork>()
            .WriteAsync(async db =>
            {
                var result = await write(db);
                db.Keep();
                return result;
            });
    }

    /// <summary>A scope of the program that acts in this organisation, without a person.</summary>
    public AsyncServiceScope Enter()
    {
        var scope = bank.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().Enter(profile);
        return scope;
    }

    /// <summary>A member with a sign-in, welcome credits and an account.</summary>
    public async Task<Actor> MemberAsync(string firstName, string lastName = "Example", string? email = null) =>
        await JoinAsync(firstName, lastName, [Role.Member], await AddMemberAsync(firstName, lastName, email), email);

    /// <summary>Somebody with roles who is not a member.</summary>
    public Task<Actor> StaffAsync(string name, params Role[] roles) => JoinAsync(name, "Staff", [.. roles], null, null);

    /// <summary>A member who brokers for the people of these hubs; of the first hub when none is said.</summary>
    public async Task<Actor> PeerBrokerAsync(string firstName, params HubId[] hubs)
    {
        var member = await AddMemberAsync(firstName, "Peer", $"{firstName.ToLowerInvariant()}.{Guid.NewGuid():N}@{Slug}.example");
        var peer = await JoinAsync(firstName, "Peer", [Role.Member], member, null);
        await WriteAsync(db =>
            db.RoleHolders.Where(h => h.Id == peer.Id).ExecuteUpdateAsync(h => h.SetProperty(x => x.Roles, [Role.Member, Role.PeerBroker]))
        );
        foreach (var hub in hubs is [] ? [Hub] : hubs)
            await BrokersForAsync(peer.Id, hub);
        return peer;
    }

    private Task<PeerHub> BrokersForAsync(RoleHolderId holder, HubId hub) =>
        WriteAsync(db =>
            Task.FromResult(
                db.PeerHubs.Add(
                    new()
                    {
                        HolderId = holder,
                        HubId = hub,
                        Since = bank.Clock.GetUtcNow(),
                    }
                ).Entity
            )
        );

    /// <summary>A coordinator who is not a member.</summary>
    public Task<Actor> CoordinatorAsync(string name = "Cora") => StaffAsync(name, Role.Coordinator);

    /// <summary>A member without any sign-in, who phones.</summary>
    public Task<MemberId> AddMemberAsync(string firstName, string lastName = "Example", string? email = null) =>
        WriteAsync(async db =>
        {
            var now = bank.Clock.GetUtcNow();
            var member = new Member
            {
                Id = MemberId.New(),
                Number = await db.NextMemberNumberAsync(default),
                FirstName = firstName,
                LastName = lastName,
                HubId = Hub,
                JoinedOn = profile.DateOf(now),
            };
            db.Members.Add(member);
            db.MemberContacts.Add(new() { MemberId = member.Id, Email = email ?? "" });
            await db.SaveChangesAsync();
            await db.OpenMemberAccountAsync(member, profile, new(null, null, Door.Import), now, default);
            return member.Id;
        });

    /// <summary>Makes this organisation and another one affiliates, as both managers would; answers the affiliation's id.</summary>
    public async Task<Guid> AffiliateAsync(Place other, int hours = 50)
    {
        var (ours, theirs) = (await StaffAsync("Mo", Role.Manager), await other.StaffAsync("Max", Role.Manager));
        var form = new AffiliationForm
        {
            Address = other.Slug,
            WeMayOwe = $"{hours}",
            TheyMayOwe = $"{hours}",
        };
        var proposed = await ours.DoAsync((ProposeAffiliation propose) => propose.HandleAsync(form));
        var agreed = await theirs.DoAsync(
            (AnswerAffiliation answer) => answer.HandleAsync(new() { Affiliation = form.RequestKey, Answer = AffiliationAnswer.Agree })
        );
        return (proposed, agreed) == (ProposeAffiliation.Outcome.Proposed, AnswerAffiliation.Outcome.Agreed)
            ? form.RequestKey
            : throw new InvalidOperationException($"{proposed}, {agreed}");
    }

    /// <summary>A member of a place of custody, without any sign-in.</summary>
    public async Task<MemberId> AddMemberInCustodyAsync(string firstName, string lastName = "Example")
    {
        var member = await AddMemberAsync(firstName, lastName);
        await MoveAsync(member, await CustodyAsync());
        return member;
    }

    /// <summary>Moves a member to another hub.</summary>
    public Task MoveAsync(MemberId member, HubId hub) =>
        WriteAsync(db => db.Members.Where(m => m.Id == member).ExecuteUpdateAsync(m => m.SetProperty(x => x.HubId, hub)));

    /// <summary>One more hub, open to all.</summary>
    public Task<HubId> AddHubAsync(string name) =>
        WriteAsync(db => Task.FromResult(db.Hubs.Add(new() { Id = HubId.New(), Name = name }).Entity.Id));

    /// <summary>The organisation's prison, opened when it is first asked for.</summary>
    public Task<HubId> CustodyAsync() =>
        WriteAsync(async db =>
        {
            if (await db.Hubs.FirstOrDefaultAsync(h => h.Kind == HubKind.Custody) is { } there)
                return there.Id;
            var hub = new Hub
            {
                Id = HubId.New(),
                Name = "Leafhill prison",
                Kind = HubKind.Custody,
            };
            db.Hubs.Add(hub);
            return hub.Id;
        });

    /// <summary>The number on the member's card.</summary>
    public Task<int> NumberAsync(MemberId member) =>
        ReadAsync(db => db.Members.Where(m => m.Id == member).Select(m => m.Number).SingleAsync());

    /// <summary>The member's balance in minutes.
    public Task<long> BalanceAsync(MemberId member) =>
        ReadAsync(db => db.Accounts.Where(a => a.Id == member.Account).Select(a => a.Balance).SingleAsync());

    private async Task<Actor> JoinAsync(string firstName, string lastName, List<Role> roles, MemberId? member, string? email)
    {
        var signIn = new SignIn
        {
            Id = Guid.CreateVersion7(),
            Name = $"{firstName} {lastName}",
            UserName = email ?? $"{Guid.NewGuid():N}@{Slug}.example",
            SecurityStamp = Guid.NewGuid().ToString("N"),
            EmailConfirmed = true,
        };
        signIn.Email = signIn.UserName;
        (signIn.NormalizedUserName, signIn.NormalizedEmail) = (signIn.UserName.ToUpperInvariant(), signIn.UserName.ToUpperInvariant());
        var holder = new RoleHolder
        {
            Id = RoleHolderId.New(),
            SignInId = signIn.Id,
            Name = signIn.Name,
            MemberId = member,
            Since = bank.Clock.GetUtcNow(),
            Roles = roles,
        };
        await using var scope = bank.Services.CreateAsyncScope();
        var directory = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
        directory.Users.Add(signIn);
        directory.Belongings.Add(new() { SignInId = signIn.Id, OrganisationId = Id });
        await directory.SaveChangesAsync();
        await WriteAsync(db => Task.FromResult(db.RoleHolders.Add(holder)));
        if (roles.Contains(Role.PeerBroker))
            await BrokersForAsync(holder.Id, Hub);
        return new Actor(this, signIn, holder.Id, member);
    }
}
