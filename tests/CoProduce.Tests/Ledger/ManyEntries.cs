using CoProduce.Ledger;
using CoProduce.Web.Features.Ledger;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>Many entries in one call are posted one after the other by the same rules, all or nothing (I7).</summary>
public sealed class ManyEntries(LedgerDatabase database) : IClassFixture<LedgerDatabase>
{
    private readonly LedgerDatabase database = database;

    internal static EntryToPost ToPost(Entry entry, Guid? key = null, DateTimeOffset? at = null) =>
        new(entry, TimeBank.Coordinator, key ?? Guid.NewGuid(), LedgerSubject.Exchange, null, at ?? TimeBank.Now);

    [Fact]
    public async Task What_is_earned_early_in_the_call_is_spent_later_in_it()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob, carol) = (await bank.MemberAsync(balance: 60), await bank.MemberAsync(), await bank.MemberAsync());
        EntryToPost[] entries =
        [
            ToPost(Entry.OneToOne(ann, bob, new(60), TimeBank.Monday)),
            ToPost(Entry.OneToOne(bob, carol, new(45), TimeBank.Monday)),
            ToPost(Entry.OneToOne(carol, ann, new(40), TimeBank.Monday)),
        ];

        (await bank.PostManyAsync(entries)).ShouldBe(new PostManyResult(PostingOutcome.Posted, 3, null, null));

        (await bank.LinesAsync(ann)).Select(l => (l.Number, l.Amount, l.RunningBalance)).ShouldBe([(1, 60, 60), (2, -60, 0), (3, 40, 40)]);
        (await bank.LinesAsync(bob)).Select(l => (l.Number, l.Amount, l.RunningBalance)).ShouldBe([(1, 60, 60), (2, -45, 15)]);
        (await bank.BalanceAsync(carol)).ShouldBe(5);
    }

    [Fact]
    public async Task The_other_way_round_the_first_who_cannot_pay_is_named_and_nothing_is_posted()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob, carol) = (await bank.MemberAsync(balance: 60), await bank.MemberAsync(), await bank.MemberAsync());
        var before = await bank.ImageAsync();
        EntryToPost[] entries =
        [
            ToPost(Entry.OneToOne(ann, carol, new(15), TimeBank.Monday)),
            ToPost(Entry.OneToOne(bob, carol, new(45), TimeBank.Monday)),
            ToPost(Entry.OneToOne(ann, bob, new(45), TimeBank.Monday)),
            ToPost(Entry.OneToOne(ann, AccountId.New(), new(45), TimeBank.Monday)),
        ];

        var answer = await bank.PostManyAsync(entries, evenWhenRefused: true);

        answer.ShouldBe(new PostManyResult(PostingOutcome.BelowFloor, 0, 1, bob));
        (await bank.ImageAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_register_sent_twice_is_posted_once_and_what_was_added_to_it_is_new()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(balance: 90), await bank.MemberAsync());
        var keys = Enumerable.Range(0, 3).Select(_ => Guid.NewGuid()).ToArray();
        EntryToPost Line(int i) => ToPost(Entry.OneToOne(ann, bob, new(30), TimeBank.Monday.AddDays(i)), keys[i]);

        (await bank.PostManyAsync([Line(0), Line(1)])).Posted.ShouldBe(2);
        (await bank.PostManyAsync([Line(0), Line(1)])).ShouldBe(new PostManyResult(PostingOutcome.Posted, 0, null, null));
        (await bank.PostManyAsync([Line(0), Line(1), Line(2), Line(2)])).ShouldBe(new PostManyResult(PostingOutcome.Posted, 1, null, null));

        (await bank.BalanceAsync(ann)).ShouldBe(0);
        (await bank.PostManyAsync([Line(2), Line(0)])).ShouldBe(new PostManyResult(PostingOutcome.Posted, 0, null, null));
    }

    [Fact]
    public async Task A_key_means_the_same_here_as_for_a_single_entry()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob, key) = (await bank.MemberAsync(balance: 600), await bank.MemberAsync(), Guid.NewGuid());
        var (entry, other) = (Entry.OneToOne(ann, bob, new(30), TimeBank.Monday), Entry.OneToOne(ann, bob, new(31), TimeBank.Monday));

        (await bank.PostAsync(entry, key)).Outcome.ShouldBe(PostingOutcome.Posted);
        (await bank.PostManyAsync([ToPost(Entry.OneToOne(ann, bob, new(30), TimeBank.Monday), key)])).Posted.ShouldBe(0);
        (await bank.PostManyAsync([ToPost(other), ToPost(Entry.OneToOne(ann, bob, new(31), TimeBank.Monday), key)])).ShouldBe(
            new PostManyResult(PostingOutcome.KeyReused, 0, 1, null)
        );
        var twice = Guid.NewGuid();
        (await bank.PostManyAsync([ToPost(other, twice), ToPost(Entry.OneToOne(ann, bob, new(32), TimeBank.Monday), twice)])).ShouldBe(
            new PostManyResult(PostingOutcome.KeyReused, 0, 1, null)
        );
        (await bank.BalanceAsync(bob)).ShouldBe(30);
    }

    [Fact]
    public async Task A_closed_account_is_named()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, gone) = (await bank.MemberAsync(balance: 600), await bank.MemberAsync());
        await bank.CloseAsync(gone);

        var answer = await bank.PostManyAsync([ToPost(Entry.OneToOne(ann, gone, new(30), TimeBank.Monday))]);

        answer.ShouldBe(new PostManyResult(PostingOutcome.ClosedAccount, 0, 0, gone));
    }

    [Fact]
    public async Task Who_is_below_a_raised_floor_rises_here_too()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(floor: -120), await bank.MemberAsync(balance: 60));
        await bank.PostAsync(Entry.OneToOne(ann, bob, new(90), TimeBank.Monday));
        await bank.SetFloorAsync(ann, 0);

        var answer = await bank.PostManyAsync([ToPost(Entry.OneToOne(bob, ann, new(30), TimeBank.Monday))]);

        answer.Outcome.ShouldBe(PostingOutcome.Posted);
        (await bank.AccountAsync(ann)).FloorPassedTo.ShouldBe(-60);
    }

    [Fact]
    public async Task No_entries_at_all_are_posted_without_fuss_and_a_reversal_is_posted_singly()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(balance: 600), await bank.MemberAsync());

        (await bank.PostManyAsync([])).ShouldBe(new PostManyResult(PostingOutcome.Posted, 0, null, null));
        var reversal = Entry.OneToOne(ann, bob, new(30), TimeBank.Monday).Reverse("Wrong", TimeBank.Monday);
        await Should.ThrowAsync<ArgumentException>(() => bank.PostManyAsync([ToPost(reversal)]));
    }

    [Fact]
    public async Task Calls_that_cross_one_another_wait_and_add_up()
    {
        var bank = await TimeBank.OpenAsync(database);
        var members = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bank.MemberAsync(balance: 6000)));
        EntryToPost[] Round(int seed)
        {
            var random = new Random(seed);
            return
            [
                .. Enumerable
                    .Range(0, 100)
                    .Select(_ =>
                    {
                        var pair = random.GetItems(members, 2);
                        return pair[0] == pair[1] ? null : ToPost(Entry.OneToOne(pair[0], pair[1], new(1), TimeBank.Monday));
                    })
                    .OfType<EntryToPost>(),
            ];
        }

        var rounds = Enumerable.Range(1, 8).Select(Round).ToArray();
        var answers = await Task.WhenAll(rounds.Select(round => bank.PostManyAsync(round)));

        answers.ShouldAllBe(a => a.Outcome == PostingOutcome.Posted);
        (await bank.EntryCountAsync()).ShouldBe(8 + rounds.Sum(r => r.Length));
        (await database.BreachesAsync(bank.Id)).ShouldBeEmpty();
    }
}
