using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Data.Demo;

/// <summary>Two demo organisations that exchange, with what has crossed between them, and one that has asked and waits for an answer.</summary>
internal sealed class DemoAffiliations(DbContextOptions<TenantDb> tenants, DbContextOptions<DirectoryDb> directory, DateOnly today)
{
    /// <summary>The one that agreed to exchange with <see cref="There"/>, and was asked by <see cref="Asking"/>.</summary>
    public const string Here = "fair-shares";

    /// <summary>The one with which it exchanges.</summary>
    public const string There = "holy-cross";

    /// <summary>The one that waits for an answer.</summary>
    public const string Asking = "rushey-green";

    private const int Limit = 50 * 60;

    /// <summary>Loads them as a whole or not at all, and nothing when any is there already.</summary>
    public async Task LoadAsync(CancellationToken ct)
    {
        var ids = await IdsAsync(ct);
        if (ids is null)
            return;
        await using (var db = new TenantDb(tenants, ids[Here]))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await using (var shared = await directory.InTransactionOfAsync(db, ct))
            {
                var agreed = Affiliation(ids[Here], ids[There], DemoLife.At(today.AddDays(-90), 10 * 60));
                agreed.AgreedAt = DemoLife.At(today.AddDays(-80), 11 * 60);
                shared.Affiliations.AddRange(agreed, Affiliation(ids[Asking], ids[Here], DemoLife.At(today.AddDays(-3), 15 * 60)));
                await shared.SaveChangesAsync(ct);
                await db.SetClearingAsync(agreed.Id, agreed.AgreedAt.Value, ct);
            }
            var (ours, theirs) = (await PeopleAsync(ids[Here], ct), await PeopleAsync(ids[There], ct));
            await CrossAsync(db, ids[There], ours, theirs, ct);
            var goes = new MemberId(ours.Members[4].Value);
            await DemoMoves.ProposeAsync(
                db,
                ids[There],
                await NameAsync(ids[There], ct),
                goes,
                ours.Coordinator,
                today.AddDays(-5),
                "She sings, and misses a choir.",
                ct
            );
            await DemoMoves.MovedAsync(db, ours.Coordinator, today.AddDays(-40), ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        await ComeAsync(ids[There], ids[Here], ct);
        foreach (var slug in new[] { Here, There })
            await HaveToldAsync(ids[slug], ct);
    }

    private async Task<string> NameAsync(OrganisationId organisation, CancellationToken ct)
    {
        await using var db = new TenantDb(tenants, organisation);
        await using var snapshot = await db.Database.BeginTransactionAsync(ct);
        return await db.Settings.Select(s => s.Name).SingleAsync(ct);
    }

    private async Task ComeAsync(OrganisationId from, OrganisationId to, CancellationToken ct)
    {
        var people = await PeopleAsync(from, ct);
        await using var db = new TenantDb(tenants, from);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var comes = new MemberId(people.Members[3].Value);
        await DemoMoves.ProposeAsync(
            db,
            to,
            await NameAsync(to, ct),
            comes,
            people.Coordinator,
            today.AddDays(-2),
            "Knows everything about bicycles.",
            ct
        );
        await transaction.CommitAsync(ct);
    }

    private static Affiliation Affiliation(OrganisationId by, OrganisationId to, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            ProposedBy = by,
            ProposedTo = to,
            ProposerMayOwe = Limit,
            OtherMayOwe = Limit,
            ProposedAt = at,
        };

    private async Task CrossAsync(TenantDb db, OrganisationId there, People ours, People theirs, CancellationToken ct)
    {
        var crossings = new (int DaysAgo, int Ours, int Theirs, int Minutes, string? Words)[]
        {
            (28, 0, 0, -120, "Digging over a garden"),
            (21, 1, 1, 90, "A lift to the eye clinic and back"),
            (15, 2, 2, -180, "Three evenings of Welsh conversation"),
            (9, 3, 3, 45, "A shelf hung"),
        };
        var entries = new List<EntryId>();
        foreach (var (daysAgo, our, their, minutes, words) in crossings)
            entries.Add(
                await PostAsync(db, there, ours.Members[our], theirs.Members[their], minutes, words, ours.Coordinator, daysAgo, ct)
            );
        Require(
            await db.ReverseBetweenAsync(
                there,
                entries[^1],
                "It was his neighbour of the same name",
                today.AddDays(-8),
                new(ours.Coordinator, null, Door.Screen),
                Guid.CreateVersion7(),
                DemoLife.At(today.AddDays(-8), 10 * 60),
                ct
            )
        );
        // What they owe is given up from our pot: the two are even.
        var owed = -crossings.SkipLast(1).Sum(c => c.Minutes);
        var pots = (await db.AccountOfAsync(AccountKind.Pot, ct), await db.PotThereAsync(there, ct));
        await PostAsync(db, there, pots.Item1, pots.Item2, owed, null, ours.Coordinator, 6, ct);
        await PostAsync(db, there, ours.Members[0], theirs.Members[4], 60, "For the grandchildren", ours.Coordinator, 2, ct);
    }

    private async Task<EntryId> PostAsync(
        TenantDb db,
        OrganisationId there,
        AccountId ours,
        AccountId theirs,
        int minutes,
        string? words,
        Guid by,
        int daysAgo,
        CancellationToken ct
    )
    {
        var day = today.AddDays(-daysAgo);
        var (key, at) = (Guid.CreateVersion7(), DemoLife.At(day, 14 * 60));
        var acting = new Authorship(by, words is null ? null : ours.Value, Door.Phone);
        return Require(await db.PostBetweenAsync(there, ours, theirs, new(minutes), day, words, acting, key, at, ct));
    }

    private static EntryId Require(BetweenResult result) =>
        result.Entry ?? throw new InvalidOperationException($"The ledger refused a crossing of the demo: {result.Outcome}.");

    private async Task<Dictionary<string, OrganisationId>?> IdsAsync(CancellationToken ct)
    {
        await using var shared = new DirectoryDb(directory);
        string[] slugs = [Here, There, Asking];
        var ids = await shared.Organisations.Where(o => slugs.Contains(o.Slug)).ToDictionaryAsync(o => o.Slug, o => o.Id, ct);
        return ids.Count < slugs.Length || await shared.Affiliations.AnyAsync(ct) ? null : ids;
    }

    // Those with most hours, so that none is taken below the floor; the lowest number first where two have as many.
    private async Task<People> PeopleAsync(OrganisationId organisation, CancellationToken ct)
    {
        await using var db = new TenantDb(tenants, organisation);
        await using var snapshot = await db.Database.BeginTransactionAsync(ct);
        var members = await (
            from m in db.Members
            where m.Status == MemberStatus.Active && m.Kind == MemberKind.Person
            where db.Hubs.Any(h => h.Id == m.HubId && h.Kind == HubKind.Place)
            join a in db.Accounts on m.Id equals a.MemberId
            orderby a.Balance descending, m.Number
            select a.Id
        )
            .Take(5)
            .ToListAsync(ct);
        var holders = await db.RoleHolders.ToListAsync(ct);
        return new(members, holders.First(h => h.Roles.Contains(Role.Coordinator)).Id.Value);
    }

    // All this is weeks ago: nobody gets a letter today.
    private async Task HaveToldAsync(OrganisationId organisation, CancellationToken ct)
    {
        await using var db = new TenantDb(tenants, organisation);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db
            .Outbox.Where(o => (o.Kind == OutboxKind.TellOfCrossing || o.Kind == OutboxKind.RemindOfArrival) && o.DoneAt == null)
            .ExecuteUpdateAsync(o => o.SetProperty(x => x.DoneAt, x => x.DueAt).SetProperty(x => x.Letter, ""), ct);
        await transaction.CommitAsync(ct);
    }

    private sealed record People(IReadOnlyList<AccountId> Members, Guid Coordinator);
}
