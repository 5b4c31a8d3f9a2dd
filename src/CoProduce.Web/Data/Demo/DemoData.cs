using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Data.Demo;

/// <summary>Loads the demo organisations, each as a whole or not at all, and nothing that is there already.</summary>
public sealed class DemoData(
    DbContextOptions<TenantDb> tenants,
    DbContextOptions<DirectoryDb> directory,
    IPasswordHasher<SignIn> passwords,
    ILookupNormalizer normalizer,
    TimeProvider clock
)
{
    /// <summary>The password of every demo sign-in. It exists only with the demo.</summary>
    public const string Password = "an hour for an hour";

    /// <summary>The sign-in that runs the platform.</summary>
    public const string Operator = "operator@coproduce.example";

    /// <summary>Every demo sign-in, in the order in which a visitor would try them.</summary>
    public static IReadOnlyList<string> SignIns { get; } =
    [.. DemoPlans.All.SelectMany(p => p.Characters).Select(c => c.SignIn).OfType<string>().Distinct(), Operator];

    /// <summary>Loads what is missing.</summary>
    /// <param name="progress">Told the name of each organisation as it begins.</param>
    public async Task LoadAsync(IProgress<string>? progress = null, CancellationToken ct = default)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), DemoLife.Zone).DateTime);
        foreach (var plan in DemoPlans.All)
        {
            if (await IsThereAsync(plan.Slug, ct))
                continue;
            progress?.Report($"Loading the demo of {plan.Name}");
            await LoadAsync(DemoLife.Simulate(plan, today, DemoPlans.Seed), ct);
        }
        await new DemoAffiliations(tenants, directory, today).LoadAsync(ct);
    }

    private async Task<bool> IsThereAsync(string slug, CancellationToken ct)
    {
        await using var db = new DirectoryDb(directory);
        return await db.Organisations.AnyAsync(o => o.Slug == slug, ct);
    }

    private async Task LoadAsync(DemoLife life, CancellationToken ct)
    {
        var create = new CreateOrganisation(tenants, directory, new StoppedClock(DemoLife.At(life.Start, 0)));
        await create.HandleAsync(
            OrganisationId.New(),
            life.Organisation.Slug,
            DemoSettings.Of(life.Organisation),
            DemoSettings.CreditWords(),
            firstHub: "",
            [.. life.Kinds.Select(k => k.Name)],
            (db, people) => LiveAsync(db, people, life, ct),
            ct
        );
    }

    private async Task LiveAsync(TenantDb db, DirectoryDb directory, DemoLife life, CancellationToken ct)
    {
        var signIns = await DemoSignIns.ReadAsync(directory, passwords, normalizer, ct);
        signIns.Of(Operator, "Olwen Pryce").IsOperator = true;
        var categories = await db.Categories.ToListAsync(ct);
        var people = new DemoPeopleRows(life, categories, signIns.Of);
        DemoGiving.Sort(await db.SkillGroups.ToListAsync(ct), categories);
        await db.SaveChangesAsync(ct);
        var giving = new DemoGiving(life, people, await db.Skills.AsNoTracking().ToListAsync(ct)).Rows();
        directory.AddRange(signIns.Added);
        directory.AddRange(
            people
                .RoleHolders.Where(h => h.EndedAt is null)
                .Select(h => new Belonging { SignInId = h.SignInId, OrganisationId = db.OrganisationId })
        );
        await directory.SaveChangesAsync(ct);
        var (organisation, pot) = (await db.AccountOfAsync(AccountKind.Organisation, ct), await db.AccountOfAsync(AccountKind.Pot, ct));
        var help = new DemoHelpRows(life, people, organisation, pot, await db.AccountOfAsync(AccountKind.Welcome, ct)).Make();
        await SaveAsync(
            db,
            [.. people.Hubs, .. people.Members, .. people.Contacts, .. people.Skills, .. giving, .. people.RoleHolders, .. people.PeerHubs],
            ct
        );
        await SaveAsync(db, new DemoCircles(life, people).Rows(), ct);
        var board = new DemoBoard(life, people, help.Offers).Make();
        await SaveAsync(db, [.. help.Offers, .. help.Exchanges, .. help.Disputes, .. help.Promises, .. help.AuditLines], ct);
        await SaveAsync(db, board, ct);
        await SaveAsync(db, await new DemoCare(life, people, life.Today).MakeAsync(db, ct), ct);
        await SaveAsync(db, new DemoJoiners(life, people).Make(), ct);
        await SaveAsync(db, new DemoDiary(life, people, life.Today).Make(db), ct);
        await SaveAsync(db, new DemoCalls(life, people, life.Today).Make(), ct);
        await SaveAsync(db, DemoRetention.Make(life, people), ct);
        await SaveAsync(db, DemoDay.Make(life, people), ct);
        await SaveAsync(db, DemoTalk.Make(life, people), ct);
        await SaveAsync(db, DemoTexts.Make(life, people), ct);
        await SaveAsync(db, DemoDirectory.Make(life, people), ct);
        await SaveAsync(db, new DemoRelations(life, people).Make(), ct);
        foreach (var member in people.Members)
            await db.OpenAccountAsync(
                member.Id.Account,
                AccountKind.Member,
                member.Id.Value,
                life.Organisation.Floor,
                DemoLife.At(member.JoinedOn, 0),
                ct: ct
            );
        var arrangements = life.Organisation.Slug == DemoDesk.Slug ? new DemoArrangements(db, life, people) : null;
        var entries = arrangements is null ? help.Postings : await arrangements.PrepareAsync(help.Postings, organisation, pot, ct);
        await DemoLedger.PostAsync(db, entries, ct);
        foreach (var member in life.Members.Where(m => m.LeftOn is not null)) // who owes hours when leaving keeps the account that says so
            await db.CloseAccountAsync(people.Id(member.Number).Account, DemoLife.At(member.LeftOn!.Value, 12 * 60), ct);
        if (arrangements is not null)
            await arrangements.ArrangeAsync(ct);
    }

    private static async Task SaveAsync(TenantDb db, IReadOnlyList<object> rows, CancellationToken ct)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.AddRange(rows);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    /// <summary>The moment at which an organisation of the demo began.</summary>
    private sealed class StoppedClock(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment;
    }
}
