using CoProduce.Ledger;
using CoProduce.Web.Features.Ledger;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>Nobody spends what they do not have, however many try at once (I4).</summary>
public sealed class FloorsHold(LedgerDatabase database) : IClassFixture<LedgerDatabase>
{
    private readonly LedgerDatabase database = database;

    [Fact]
    public async Task Of_sixteen_who_spend_the_last_hour_at_once_one_gets_it()
    {
        var bank = await TimeBank.OpenAsync(database);
        var ann = await bank.MemberAsync(balance: 60);
        var givers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => bank.MemberAsync()));

        var answers = await Task.WhenAll(
            givers.Select(giver => bank.PostAsync(Entry.OneToOne(receiver: ann, giver, new(60), TimeBank.Monday)))
        );

        answers.Count(a => a.Outcome == PostingOutcome.Posted).ShouldBe(1);
        var refused = answers.Where(a => a.Outcome != PostingOutcome.Posted).ToList();
        refused.ShouldAllBe(a => a.Outcome == PostingOutcome.BelowFloor && a.Account == ann);
        (await bank.BalanceAsync(ann)).ShouldBe(0);
    }

    [Fact]
    public async Task A_floor_below_zero_is_reached_and_not_passed()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(floor: -60), await bank.MemberAsync());

        (await bank.PostAsync(Entry.OneToOne(ann, bob, new(60), TimeBank.Monday))).Outcome.ShouldBe(PostingOutcome.Posted);
        var further = await bank.PostAsync(Entry.OneToOne(ann, bob, new(1), TimeBank.Monday));

        further.Outcome.ShouldBe(PostingOutcome.BelowFloor);
        further.Account.ShouldBe(ann);
        (await bank.BalanceAsync(ann)).ShouldBe(-60);
    }

    [Fact]
    public async Task A_raised_floor_traps_nobody_and_tightens_as_the_balance_rises()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(floor: -120), await bank.MemberAsync(balance: 600));
        await bank.PostAsync(Entry.OneToOne(ann, bob, new(90), TimeBank.Monday));

        await bank.SetFloorAsync(ann, 0);
        (await bank.AccountAsync(ann)).FloorPassedTo.ShouldBe(-90);
        (await bank.PostAsync(Entry.OneToOne(ann, bob, new(1), TimeBank.Monday))).Outcome.ShouldBe(PostingOutcome.BelowFloor);

        (await bank.PostAsync(Entry.OneToOne(bob, ann, new(60), TimeBank.Monday))).Outcome.ShouldBe(PostingOutcome.Posted);
        (await bank.AccountAsync(ann)).FloorPassedTo.ShouldBe(-30);
        (await bank.PostAsync(Entry.OneToOne(ann, bob, new(1), TimeBank.Monday))).Outcome.ShouldBe(PostingOutcome.BelowFloor);

        (await bank.PostAsync(Entry.OneToOne(bob, ann, new(60), TimeBank.Monday))).Outcome.ShouldBe(PostingOutcome.Posted);
        (await bank.AccountAsync(ann)).FloorPassedTo.ShouldBeNull();
        (await bank.PostAsync(Entry.OneToOne(ann, bob, new(30), TimeBank.Monday))).Outcome.ShouldBe(PostingOutcome.Posted);
    }

    [Fact]
    public async Task An_account_without_a_floor_pays_without_end()
    {
        var bank = await TimeBank.OpenAsync(database);
        var bob = await bank.MemberAsync();

        var answer = await bank.PostAsync(Entry.ForTheOrganisation(bank.OwnAccount, bob, new(1_000_000), TimeBank.Monday));

        answer.Outcome.ShouldBe(PostingOutcome.Posted);
        (await bank.BalanceAsync(bank.OwnAccount)).ShouldBe(-1_000_000);
    }

    [Fact]
    public async Task The_table_itself_refuses_a_balance_below_the_floor()
    {
        var bank = await TimeBank.OpenAsync(database);
        var ann = await bank.MemberAsync(floor: -60);

        var refusal = await bank.TryAsync("coproduce_owner", "update accounts set balance = -61 where id = $1", ann.Value);

        refusal.ShouldNotBeNull().ConstraintName.ShouldBe("ck_accounts_floor");
    }
}
