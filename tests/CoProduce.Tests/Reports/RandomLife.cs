using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Activities;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Reports;

/// <summary>Random help among thirty members of three hubs, dated over fifteen months, some of it undone later.</summary>
internal sealed class RandomLife
{
    private static readonly Authorship Job = new(null, null, Door.Job);
    private static readonly EntryKind[] Help = [EntryKind.OneToOne, EntryKind.ForTheOrganisation, EntryKind.Group, EntryKind.Draw];
    private readonly Place place;
    private readonly Random dice;
    private readonly List<MemberId> members = [];
    private List<CategoryId> kinds = [];

    private RandomLife(Place place, int seed) => (this.place, dice) = (place, new Random(seed));

    /// <summary>The place's own hub, and two more.</summary>
    public List<HubId> Hubs { get; } = [];

    private DateOnly SomeDay => new DateOnly(2025, 9, 1).AddDays(dice.Next(0, 440));

    private CategoryId? SomeKind => dice.Next(8) == 0 ? null : kinds[dice.Next(kinds.Count)];

    private DateTimeOffset Now => place.Bank.Clock.GetUtcNow();

    public static async Task<RandomLife> BeginAsync(Place place, int seed)
    {
        var life = new RandomLife(place, seed);
        life.Hubs.Add(place.Hub);
        foreach (var name in new[] { "Valley", "Prison" })
            life.Hubs.Add(
                await place.WriteAsync(db => Task.FromResult(db.Hubs.Add(new() { Id = HubId.New(), Name = $"{name} {seed}" }).Entity.Id))
            );
        for (var i = 0; i < 30; i++)
            life.members.Add(await place.AddMemberAsync($"Member {i}"));
        life.kinds = await place.ReadAsync(db => db.Categories.Select(c => c.Id).ToListAsync());
        await place.WriteAsync(async db =>
        {
            foreach (var member in life.members)
                await db.SetFloorAsync(member.Account, null);
            var pot = await db.AccountOfAsync(AccountKind.Pot, default);
            var gift = Entry.Gift(life.members[0].Account, pot, new(1_000_000), new(2025, 9, 1));
            (await db.PostAsync(gift, Job, gift.Id.Value, LedgerSubject.Gift, null, life.Now)).IsPosted.ShouldBeTrue();
            return 0;
        });
        return life;
    }

    /// <summary>One gives to another, sometimes paid by the pot, or to the organisation.</summary>
    public async Task HelpAsync(TenantDb db)
    {
        var (giver, receiver) = (dice.Next(members.Count), dice.Next(members.Count));
        var exchange = new Exchange
        {
            Id = new(Guid.CreateVersion7()),
            Shape = giver == receiver ? ExchangeShape.ForTheOrganisation : ExchangeShape.OneToOne,
            GiverId = members[giver],
            ReceiverId = giver == receiver ? null : members[receiver],
            Minutes = 15 * dice.Next(1, 12),
            ServiceDate = SomeDay,
            Description = "Help",
            CategoryId = SomeKind,
            HubId = Hubs[giver % 10 == 0 ? 2 : giver % 2],
        };
        db.Exchanges.Add(exchange);
        var paid = dice.Next(6) == 0 ? new WayOutChoice { Way = WayOut.Pot, Why = "She has nothing left" } : new();
        (await db.PostExchangeAsync(exchange, Confirmation.Coordinator, Job, paid, Now, default)).IsPosted.ShouldBeTrue();
    }

    /// <summary>One to three give to none or up to five; the organisation has the rest.</summary>
    public async Task RegisterAsync(TenantDb db)
    {
        var people = members.OrderBy(_ => dice.Next()).Take(8).Select(m => new Share(m.Account, new(15 * dice.Next(1, 12)))).ToArray();
        var own = await db.AccountOfAsync(AccountKind.Organisation, default);
        var entry = Entry.Group(people[..dice.Next(1, 4)], people[3..dice.Next(3, 9)], own, SomeDay, "A register");
        var register = new Register
        {
            Id = new(Guid.CreateVersion7()),
            Description = "A register",
            ServiceDate = entry.ServiceDate,
            CategoryId = SomeKind,
            HubId = Hubs[dice.Next(3)],
            EntryId = entry.Id,
        };
        db.Registers.Add(register);
        await db.SaveChangesAsync();
        (await db.PostAsync(entry, Job, register.Id.Value, LedgerSubject.Register, register.Id.Value, Now)).IsPosted.ShouldBeTrue();
    }

    /// <summary>Undoes one of all that was done, however long ago; nothing when all is undone.</summary>
    public async Task UndoAsync(TenantDb db)
    {
        var all = await db
            .Entries.Where(e => Help.Contains(e.Kind) && !db.Entries.Any(r => r.Reverses == e.Id))
            .OrderBy(e => e.Id)
            .ToListAsync();
        if (all.Count == 0)
            return;
        var entry = all[dice.Next(all.Count)];
        var postings = await db
            .Postings.Where(p => p.EntryId == entry.Id)
            .Select(p => new Posting(p.AccountId, new Minutes(p.Amount)))
            .ToListAsync();
        var reversal = Entry.Reversal(entry.Id, postings, "It was somebody else", new(2026, 11, 18));
        var posted = await db.PostAsync(reversal, Job, reversal.Id.Value, entry.SubjectKind, entry.SubjectId, Now);
        posted.Outcome.ShouldBeOneOf(PostingOutcome.Posted, PostingOutcome.AlreadyReversed);
    }
}
