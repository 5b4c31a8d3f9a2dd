using System.Collections.Concurrent;
using System.Security.Claims;
using CoProduce.Browser.Support;
using CoProduce.Tests.Support;
using CoProduce.Web.Data;
using CoProduce.Web.Data.Demo;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Activities;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(RunningProgram))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace CoProduce.Browser.Support;

/// <summary>The program with the demo, listening on loopback, and a Chromium to look at it with. One for the whole run.</summary>
public sealed class RunningProgram : IAsyncLifetime
{
    private readonly TestCluster cluster = new();
    private readonly Dictionary<string, string> cookies = [];
    private readonly ConcurrentDictionary<Place, string> addresses = [];
    private WebApplicationFactory<Program> host = default!;
    private IPlaywright playwright = default!;

    public IBrowser Chromium { get; private set; } = default!;

    /// <summary>Where the program listens. Passkeys need localhost by name.</summary>
    public string Address { get; private set; } = "";

    public IServiceProvider Services => host.Services;

    public async ValueTask InitializeAsync()
    {
        await cluster.InitializeAsync();
        var database = await cluster.CloneAsync();
        host = new Kestrel(
            cluster.Connection(database, Roles.Application) + ";No Reset On Close=true",
            cluster.Connection(database, Roles.Platform)
        );
        host.UseKestrel(0);
        host.StartServer();
        await using (var scope = host.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<DemoData>().LoadAsync();
        await LogRegisterAsync();
        await cluster.RunAsync(database, "analyze"); // no autovacuum does it here, and without it lists of the demo take seconds
        Address = $"http://localhost:{host.ClientOptions.BaseAddress.Port}";
        playwright = await Playwright.CreateAsync();
        Chromium = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = ChromiumHere.Find(),
                Headless = true,
                Args = ChromiumHere.Switches,
            }
        );
    }

    /// <summary>A tab of a fresh browser: its width, its theme, with or without JavaScript, and signed in as one of the demo's people.</summary>
    /// <param name="email">A demo sign-in; null for a stranger.</param>
    /// <param name="organisation">Where the person signs in first.</param>
    public async Task<Tab> OpenAsync(
        string? email = null,
        string organisation = "fair-shares",
        int width = 1280,
        string theme = "light",
        bool javaScript = true,
        string language = "en"
    )
    {
        var context = await Chromium.NewContextAsync(
            new()
            {
                BaseURL = Address,
                ViewportSize = new() { Width = width, Height = 900 },
                JavaScriptEnabled = javaScript,
                Locale = "en-GB",
            }
        );
        var page = await context.NewPageAsync();
        var tab = new Tab(context, page);
        await page.GotoAsync($"/look?theme={theme}&returnUrl=/style");
        if (language != "en")
            await page.GotoAsync($"/language?culture={language}&returnUrl=/style");
        if (email is not null)
            await SignInAsync(context, page, email, organisation);
        tab.Complaints.Clear();
        return tab;
    }

    /// <summary>Opens a place in a tab of the person who looks at it. The way through links is gone once; later the address is known.</summary>
    public async Task GoAsync(Tab tab, Place place)
    {
        if (!addresses.TryGetValue(place, out var address))
        {
            address = place.Path == Place.Answer ? await AnswerPathAsync() : place.Path;
            foreach (var link in place.Links)
            {
                await tab.Page.GotoAsync(address);
                address = (await tab.Page.Locator(link).First.GetAttributeAsync("href", new() { Timeout = 5_000 }))!;
                address = "/" + address.TrimStart('/');
            }
            addresses[place] = address;
        }
        await tab.Page.GotoAsync(address);
    }

    /// <summary>What nobody translates: names of the program, of languages, of organisations, of their hubs, kinds of help, teams, things brought in and people.</summary>
    public async Task<string[]> OwnWordsAsync(params string[] organisations)
    {
        List<string> words = ["CoProduce", .. Languages.All.Select(l => l.Name)];
        foreach (var slug in organisations)
        {
            await using var scope = await EnterAsync(slug);
            var profile = scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().Profile;
            words.AddRange([profile.Name, "/" + slug, profile.Settings.Welcome, profile.Settings.HelpEmail]);
            words.AddRange(
                await scope
                    .ServiceProvider.GetRequiredService<UnitOfWork>()
                    .ReadAsync(db =>
                        db.Hubs.Select(h => h.Name)
                            .Concat(db.Categories.Select(c => c.Name))
                            .Concat(db.RoleHolders.Select(r => r.Name))
                            .Concat(db.SkillGroups.Select(g => g.English))
                            .Concat(db.ContributionRules.Select(r => r.Several))
                            .Concat(db.Accounts.Where(x => x.Name != null).Select(x => x.Name!))
                            .ToListAsync()
                    )
            );
        }
        return [.. words];
    }

    /// <summary>Reads what an organisation has stored, beside the pages.</summary>
    public async Task<T> InAsync<T>(string organisation, Func<TenantDb, Task<T>> read)
    {
        await using var scope = await EnterAsync(organisation);
        return await scope.ServiceProvider.GetRequiredService<UnitOfWork>().ReadAsync(read);
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        playwright.Dispose();
        await host.DisposeAsync();
        await cluster.DisposeAsync();
    }

    internal async Task<AsyncServiceScope> EnterAsync(string organisation)
    {
        var scope = host.Services.CreateAsyncScope();
        var profile = await scope.ServiceProvider.GetRequiredService<OrganisationDirectory>().FindAsync(organisation);
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().Enter(profile!);
        return scope;
    }

    // The demo has none, and the pages of one are looked at as the others are.
    private async Task LogRegisterAsync()
    {
        await using var scope = await EnterAsync("fair-shares");
        var services = scope.ServiceProvider;
        var coordinator = await services
            .GetRequiredService<DirectoryDb>()
            .Users.Where(u => u.Email == Places.Coordinator)
            .Select(u => u.Id)
            .SingleAsync();
        await services
            .GetRequiredService<CurrentPerson>()
            .LoadAsync(new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, coordinator.ToString())], "register")));
        var people = await services
            .GetRequiredService<UnitOfWork>()
            .ReadAsync(db =>
                db.Members.Where(m => m.Status == MemberStatus.Active && !db.Restrictions.Any(r => r.MemberId == m.Id))
                    .Where(m => db.Accounts.Any(a => a.MemberId == m.Id && a.Balance > 120))
                    .OrderBy(m => m.Number)
                    .Select(m => m.Number)
                    .Take(5)
                    .ToListAsync()
            );
        var form = new RegisterForm
        {
            Description = "Sewing and mending together",
            Gave = $"{people[0]}",
            TookPart = string.Join('\n', people.Skip(1)),
            HowLong = new() { Typed = "1:00" },
        };
        var answer = await services.GetRequiredService<LogRegister>().HandleAsync(form);
        if (answer.Outcome != RegisterOutcome.Logged)
            throw new InvalidOperationException($"The register answered {answer.Outcome}.");
    }

    private async Task<string> AnswerPathAsync()
    {
        await using var scope = await EnterAsync("fair-shares");
        var waiting = await scope
            .ServiceProvider.GetRequiredService<UnitOfWork>()
            .ReadAsync(db =>
                db.Exchanges.Where(e => e.Status == ExchangeStatus.Unconfirmed && e.ReceiverId != null && e.LoggedFor == e.GiverId)
                    .OrderBy(e => e.LoggedAt)
                    .FirstAsync()
            );
        return scope.ServiceProvider.GetRequiredService<AnswerLinks>().PathFor(waiting.Id, waiting.ReceiverId!.Value);
    }

    // The first time through the page; later with the same cookie, because sign-ins are limited in number.
    private async Task SignInAsync(IBrowserContext context, IPage page, string email, string organisation)
    {
        if (cookies.TryGetValue(email, out var known))
        {
            await context.AddCookiesAsync([
                new()
                {
                    Name = "coproduce",
                    Value = known,
                    Url = Address,
                },
            ]);
            return;
        }
        await page.GotoAsync($"/{organisation}/sign-in");
        await page.FillAsync("main input[type=email]", email);
        await page.FillAsync("main input[type=password]", DemoData.Password);
        await page.Locator("main form:has(input[type=password]) button[type=submit]").Last.ClickAsync();
        // The cookie is there with the answer; whoever waits for the whole page may miss that it was loaded already.
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        cookies[email] = (await context.CookiesAsync()).Single(c => c.Name == "coproduce").Value;
    }

    private sealed class Kestrel(string application, string platform) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("ConnectionStrings:CoProduce", application);
            builder.UseSetting("ConnectionStrings:CoProducePlatform", platform);
            builder.UseSetting("Testing:PseudoLocale", "true");
        }
    }
}
