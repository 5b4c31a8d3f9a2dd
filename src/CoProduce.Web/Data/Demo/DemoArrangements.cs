using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Holds;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Data.Demo;

/// <summary>What the coordinator of Fair Shares arranged with single people: a hub's pot, a team, hours that are kept, a limit of one's own.</summary>
internal sealed class DemoArrangements(TenantDb db, DemoLife life, DemoPeopleRows people)
{
    /// <summary>For how many days before today the thrifty had hours to spare.</summary>
    private const int Days = 70;

    private const int Thrifty = 6;

    private readonly AccountId hubPot = AccountId.New();

    private readonly AccountId team = AccountId.New();
    private IReadOnlyList<int> thrifty = [];

    /// <summary>Opens a pot and a team's account, saves what happened at the desk, and gives all entries in the order of posting.</summary>
    public async Task<IReadOnlyList<EntryToPost>> PrepareAsync(
        IReadOnlyList<EntryToPost> usual,
        AccountId organisation,
        AccountId pot,
        CancellationToken ct
    )
    {
        var at = DemoLife.At(life.Start, 9 * 60);
        await db.OpenAccountAsync(hubPot, AccountKind.Pot, null, 0, at, hub: people.Hubs[0].Id, ct: ct);
        await db.OpenAccountAsync(team, AccountKind.Team, null, 0, at, "The allotment team", ct: ct);
        thrifty = ThriftyOf(usual);
        var desk = new DemoDesk(life, people, thrifty, organisation, pot, team).Make();
        var entries = WithAGiftOnLeaving(usual).Concat(desk.Postings).OrderBy(e => e.At).ToList();
        db.AddRange(desk.Rows);
        db.SavedLists.Add(
            new()
            {
                Id = Guid.CreateVersion7(),
                KeptBy = people.Coordinator,
                Name = "Ten hours or more to spend",
                Filter = "least=10&sort=balance&order=down",
                IsShared = true,
            }
        );
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return entries;
    }

    /// <summary>Keeps hours of some, and lets one go further below zero than everybody.</summary>
    public async Task ArrangeAsync(CancellationToken ct)
    {
        await KeepAsync(thrifty[0], 120, "A place on the coach to Weston-super-Mare", 6, 12, ct);
        await KeepAsync(thrifty[1], 60, "A place at the Christmas dinner", 3, null, ct);
        var talk = await KeepAsync(thrifty[2], 90, "A seat at the theatre", 30, null, ct);
        await db.ReleaseHoldAsync(talk, Day(16), people.Coordinator.Value, ct);
        var course = await KeepAsync(thrifty[3], 180, "The first-aid course", 45, -20, ct);
        await db.ReleaseHoldAsync(course, Day(19), null, ct);
        await LowerFloorAsync(life.Members.First(m => m.Character is { Family: "Jones", Gives: 0 }).Number, ct);
    }

    // The same entries, but the last who left and had hours gave them to the first hub's pot.
    private IEnumerable<EntryToPost> WithAGiftOnLeaving(IReadOnlyList<EntryToPost> entries)
    {
        var gift = life.Gifts.Last(g => g.To is null && life.Members[g.From - 1] is { LeftOn: not null, Place: 0 });
        var leaver = people.Id(gift.From);
        var given = entries.Last(e => e.Entry.Kind == EntryKind.Gift && e.At == gift.At && Moves(e, leaver.Account) == -gift.Minutes);
        db.AuditLines.Add(Line(nameof(EndMembership), leaver.Value, gift.At, leaver, "Moves to her sister's in Devon."));
        var leaving = Entry.Leaving(leaver.Account, hubPot, new(gift.Minutes), given.Entry.ServiceDate);
        var by = new Authorship(people.Coordinator.Value, leaver.Value, Door.Phone);
        return entries.Select(e =>
            e != given ? e : e with { Entry = leaving, By = by, Subject = LedgerSubject.Member, SubjectId = leaver.Value }
        );
    }

    // The numbers of those who use the screen and have had most hours to spare in the last weeks: no new entry takes them below the floor.
    private IReadOnlyList<int> ThriftyOf(IReadOnlyList<EntryToPost> entries)
    {
        var from = DemoLife.At(life.Today.AddDays(-Days), 0);
        long Least(AccountId account)
        {
            var (balance, least) = (0L, (long?)null);
            foreach (var entry in entries)
            {
                if (entry.At >= from)
                    least = Math.Min(least ?? balance, balance);
                balance += Moves(entry, account);
            }
            return Math.Min(least ?? balance, balance);
        }
        return
        [
            .. life
                .Members.Where(m => m is { IsOnline: true, IsGroup: false, LeftOn: null, Character: null })
                .Where(m => m.JoinedOn < life.Today.AddDays(-Days))
                .OrderByDescending(m => Least(people.Id(m.Number).Account))
                .ThenBy(m => m.Number)
                .Take(Thrifty)
                .Select(m => m.Number),
        ];
    }

    private async Task<HoldId> KeepAsync(int number, int minutes, string purpose, int daysAgo, int? inDays, CancellationToken ct)
    {
        var (hold, at) = (new HoldId(Guid.CreateVersion7(Day(daysAgo))), Day(daysAgo));
        DateTimeOffset? until = inDays is { } days ? DemoLife.At(life.Today.AddDays(days + 1), 0) : null;
        if (inDays > 0)
            db.Outbox.Add(
                new OutboxItem
                {
                    Kind = OutboxKind.RunOutHold,
                    DueAt = until!.Value,
                    SubjectId = hold.Value,
                }
            );
        db.AuditLines.Add(Line(nameof(PlaceHold), hold.Value, at, people.Id(number), purpose));
        await db.SaveChangesAsync(ct);
        var account = people.Id(number).Account;
        var outcome = await db.PlaceHoldAsync(hold, account, new(minutes), purpose, at, until, people.Coordinator.Value, ct);
        return outcome == HoldOutcome.Held
            ? hold
            : throw new InvalidOperationException($"The ledger refused to keep hours of the demo: {outcome}.");
    }

    private async Task LowerFloorAsync(int number, CancellationToken ct)
    {
        const string reason = "A broken hip. She gives again in spring.";
        const int floor = -12 * 60;
        var id = people.Id(number);
        await db
            .Members.Where(m => m.Id == id)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.OwnFloorMinutes, floor).SetProperty(x => x.OwnFloorReason, reason), ct);
        db.AuditLines.Add(Line(nameof(SetMemberFloor), id.Value, Day(25), id, reason));
        await db.SaveChangesAsync(ct);
        await db.SetFloorAsync(id.Account, floor, ct);
    }

    private AuditLine Line(string deed, Guid subject, DateTimeOffset at, MemberId member, string reason) =>
        new()
        {
            At = at,
            By = people.Coordinator,
            OnBehalfOf = member,
            Door = Door.Phone,
            Deed = deed,
            SubjectId = subject,
            Reason = reason,
        };

    private DateTimeOffset Day(int ago) => DemoLife.At(life.Today.AddDays(-ago), 11 * 60);

    private static long Moves(EntryToPost entry, AccountId account) =>
        entry.Entry.Postings.Where(p => p.Account == account).Sum(p => p.Amount.Value);
}
