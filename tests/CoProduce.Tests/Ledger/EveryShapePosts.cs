using CoProduce.Ledger;
using CoProduce.Web.Features.Ledger;
using Npgsql;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>Minutes move in every shape that a time bank knows, and in no other: each kind of account takes part only where it belongs.</summary>
public sealed class EveryShapePosts(LedgerDatabase database) : IClassFixture<LedgerDatabase>
{
    private static readonly DateOnly Day = TimeBank.Monday;
    private readonly LedgerDatabase database = database;

    [Fact]
    public async Task Each_shape_moves_what_it_says()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(balance: 600), await bank.MemberAsync(floor: -60));
        var (pot, opening) = (await bank.AccountAsync(AccountKind.Pot), await bank.AccountAsync(AccountKind.Opening, floor: null));
        var (awards, partner, team) = (
            await bank.AccountAsync(AccountKind.Awards),
            await bank.AccountAsync(AccountKind.Partner),
            await bank.AccountAsync(AccountKind.Team)
        );
        (Entry Entry, long Ann, long Bob, long Other, AccountId OtherAccount)[] steps =
        [
            (Entry.Gift(ann, pot, new(120), Day), -120, 0, 120, pot),
            (Entry.Draw(pot, bob, new(45), Day, "Mrs Lee has been ill"), 0, 45, -45, pot),
            (Entry.OnCall(bank.OwnAccount, ann, new(480), Day), 480, 0, -480, bank.OwnAccount),
            (Entry.EventEntry(ann, bank.OwnAccount, new(180), Day, "Bingo"), -180, 0, 180, bank.OwnAccount),
            (Entry.Award(ann, awards, new(60), Day, "A driving lesson"), -60, 0, 60, awards),
            (Entry.Partner(ann, partner, new(60), Day, "A swim"), -60, 0, 60, partner),
            (Entry.Partner(partner, bob, new(30), Day, "Marked the pitch"), 0, 30, -30, partner),
            (Entry.Contribution(bank.OwnAccount, bob, 7, new(15), Day, "7 bags"), 0, 105, -105, bank.OwnAccount),
            (Entry.Opening(opening, ann, new(90), Day), 90, 0, -90, opening),
            (Entry.Opening(opening, bob, new(-200), Day), 0, -200, 200, opening),
            (Entry.WriteOff(pot, bob, new(20), Day, "A hard year"), 0, 20, -20, pot),
            (Entry.Gift(ann, team, new(60), Day), -60, 0, 60, team),
            (Entry.Leaving(ann, bob, new(30), Day), -30, 30, 0, pot),
        ];

        foreach (var (entry, forAnn, forBob, forOther, other) in steps)
        {
            var before = (await bank.BalanceAsync(ann), await bank.BalanceAsync(bob), await bank.BalanceAsync(other));
            (await bank.PostAsync(entry)).Outcome.ShouldBe(PostingOutcome.Posted, entry.Kind.ToString());
            (await bank.BalanceAsync(ann), await bank.BalanceAsync(bob), await bank.BalanceAsync(other)).ShouldBe(
                (before.Item1 + forAnn, before.Item2 + forBob, before.Item3 + forOther),
                entry.Kind.ToString()
            );
        }
        steps.Select(s => s.Entry.Kind).Distinct().Count().ShouldBe(10);
    }

    [Fact]
    public async Task A_register_of_thirty_is_one_entry_or_refused_with_everybody_who_cannot_pay()
    {
        var bank = await TimeBank.OpenAsync(database);
        var leader = await bank.MemberAsync();
        var learners = new List<AccountId>();
        for (var i = 0; i < 30; i++)
            learners.Add(await bank.MemberAsync(balance: i % 10 == 3 ? 30 : 60));
        var poor = learners.Where((_, i) => i % 10 == 3).ToList();
        Share[] all = [.. learners.Select(learner => new Share(learner, new(60)))];
        var class_ = Entry.Group([new(leader, new(60))], all, bank.OwnAccount, Day, "Salsa");
        var before = await bank.ImageAsync();

        var refused = await bank.PostAndKeepAsync(class_, Guid.NewGuid());

        refused.Outcome.ShouldBe(PostingOutcome.BelowFloor);
        refused.InTheWay.ShouldBe(poor, ignoreOrder: true);
        (await bank.ImageAsync()).ShouldBe(before);

        var covered = Entry.Group([new(leader, new(60))], [.. all.Where(s => !poor.Contains(s.Account))], bank.OwnAccount, Day, "Salsa");
        (await bank.PostAsync(covered)).Outcome.ShouldBe(PostingOutcome.Posted);
        (await bank.BalanceAsync(bank.OwnAccount)).ShouldBe(26 * 60);
        (await bank.BalanceAsync(poor[0])).ShouldBe(30);
    }

    [Fact]
    public async Task A_floor_is_passed_once_when_somebody_says_why()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(), await bank.MemberAsync());
        var help = Entry.OneToOne(ann, bob, new(45), Day);

        (await bank.PostAsync(help)).Outcome.ShouldBe(PostingOutcome.BelowFloor);
        (await bank.PostAsync(help.LettingPassFloor("She comes out of hospital"))).Outcome.ShouldBe(PostingOutcome.Posted);

        var stored = await bank.EntryAsync(help.Id);
        (stored.PassedFloor, stored.Reason).ShouldBe((true, "She comes out of hospital"));
        (await bank.PostAsync(Entry.OneToOne(ann, bob, new(15), Day))).Outcome.ShouldBe(PostingOutcome.BelowFloor);
    }

    [Fact]
    public async Task An_account_takes_part_only_where_it_belongs()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(balance: 600), await bank.MemberAsync(balance: 60));
        var (pot, opening) = (
            await bank.AccountAsync(AccountKind.Pot, floor: null),
            await bank.AccountAsync(AccountKind.Opening, floor: null)
        );
        var clearing = await bank.AccountAsync(AccountKind.Clearing, floor: null);
        Entry[] wrong =
        [
            Entry.OnCall(ann, bob, new(15), Day),
            Entry.Contribution(pot, bob, 1, new(15), Day),
            Entry.Draw(ann, bob, new(15), Day, "Not from Ann"),
            Entry.WriteOff(bank.OwnAccount, bob, new(15), Day, "Not from the organisation"),
            Entry.Award(ann, bob, new(15), Day),
            Entry.Gift(opening, bob, new(15), Day),
            Entry.Gift(ann, opening, new(15), Day),
            Entry.Gift(ann, bank.WelcomeAccount, new(15), Day),
            Entry.Gift(ann, clearing, new(15), Day),
            Entry.OneToOne(clearing, bob, new(15), Day),
            Entry.Group([new(bob, new(15))], [], opening, Day),
        ];
        var before = await bank.ImageAsync();

        foreach (var entry in wrong)
        {
            (
                await Should.ThrowAsync<PostgresException>(() => bank.PostAndKeepAsync(entry, Guid.NewGuid()), entry.Kind.ToString())
            ).SqlState.ShouldBe(PostgresErrorCodes.CheckViolation);
            if (entry.Reason is null)
                (await Should.ThrowAsync<PostgresException>(() => bank.PostManyAsync([ManyEntries.ToPost(entry)]))).SqlState.ShouldBe(
                    PostgresErrorCodes.CheckViolation
                );
        }
        (await bank.ImageAsync()).ShouldBe(before);
    }
}
