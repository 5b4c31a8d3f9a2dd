using CoProduce.Ledger;
using CoProduce.Web.Features.Ledger;
using Npgsql;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>Credits come only from named accounts, an hour stays an hour, and an account closes at zero (I13, I14).</summary>
public sealed class ClosedWorld(LedgerDatabase database) : IClassFixture<LedgerDatabase>
{
    private readonly LedgerDatabase database = database;

    [Fact]
    public async Task What_one_side_gives_the_other_side_gets_to_the_minute()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(balance: 120), await bank.MemberAsync());

        await bank.PostAsync(Entry.OneToOne(ann, bob, new(37), TimeBank.Monday));

        var (spent, earned) = ((await bank.LinesAsync(ann))[^1], (await bank.LinesAsync(bob))[^1]);
        (spent.Amount, spent.RunningBalance, spent.Number).ShouldBe((-37, 83, 2));
        (earned.Amount, earned.RunningBalance, earned.Number).ShouldBe((37, 37, 1));
        earned.EntryId.ShouldBe(spent.EntryId);
    }

    [Fact]
    public async Task Welcome_credits_come_from_the_welcome_account_and_it_gives_nothing_else()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(balance: 120), await bank.MemberAsync());
        Entry[] wrong =
        [
            Entry.Welcome(ann, bob, new(60), TimeBank.Monday),
            Entry.Welcome(bank.OwnAccount, bob, new(60), TimeBank.Monday),
            Entry.Gift(bank.WelcomeAccount, bob, new(60), TimeBank.Monday),
            Entry.OneToOne(bank.WelcomeAccount, bob, new(60), TimeBank.Monday),
            Entry.ForTheOrganisation(bank.WelcomeAccount, bob, new(60), TimeBank.Monday),
            Entry.ForTheOrganisation(ann, bob, new(60), TimeBank.Monday),
        ];

        foreach (var entry in wrong)
        {
            (await Should.ThrowAsync<PostgresException>(() => bank.PostAsync(entry))).SqlState.ShouldBe(PostgresErrorCodes.CheckViolation);
            (await Should.ThrowAsync<PostgresException>(() => bank.PostManyAsync([ManyEntries.ToPost(entry)]))).SqlState.ShouldBe(
                PostgresErrorCodes.CheckViolation
            );
        }
    }

    [Fact]
    public async Task The_pot_gives_what_it_was_given()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob, pot) = (await bank.MemberAsync(balance: 60), await bank.MemberAsync(), AccountId.New());
        await bank.OpenAsync(pot, AccountKind.Pot, floor: 0);

        (await bank.PostAsync(Entry.Gift(pot, bob, new(15), TimeBank.Monday))).Outcome.ShouldBe(PostingOutcome.BelowFloor);
        (await bank.PostAsync(Entry.Gift(ann, pot, new(15), TimeBank.Monday))).Outcome.ShouldBe(PostingOutcome.Posted);
        (await bank.PostAsync(Entry.Gift(pot, bob, new(15), TimeBank.Monday))).Outcome.ShouldBe(PostingOutcome.Posted);
    }

    [Fact]
    public async Task An_account_closes_at_zero_and_takes_no_part_afterwards()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(balance: 60), await bank.MemberAsync());

        (await bank.CloseAsync(ann)).ShouldBe(ClosingOutcome.NotAtZero);
        await bank.PostAsync(Entry.Gift(ann, bob, new(60), TimeBank.Monday));
        (await bank.CloseAsync(ann)).ShouldBe(ClosingOutcome.Closed);
        (await bank.CloseAsync(ann)).ShouldBe(ClosingOutcome.Closed);
        (await bank.CloseAsync(AccountId.New())).ShouldBe(ClosingOutcome.UnknownAccount);

        var late = await bank.PostAsync(Entry.Gift(bob, ann, new(15), TimeBank.Monday));
        late.Outcome.ShouldBe(PostingOutcome.ClosedAccount);
        late.Account.ShouldBe(ann);
        (await bank.LinesAsync(ann)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Closing_and_posting_at_once_never_leaves_minutes_on_a_closed_account()
    {
        var bank = await TimeBank.OpenAsync(database);
        var ann = await bank.MemberAsync(balance: 600);
        for (var round = 0; round < 10; round++)
        {
            var bob = await bank.MemberAsync();
            var posting = bank.PostAsync(Entry.Gift(ann, bob, new(15), TimeBank.Monday));
            var closing = bank.CloseAsync(bob);
            var (posted, closed) = ((await posting).Outcome == PostingOutcome.Posted, await closing == ClosingOutcome.Closed);

            (posted ^ closed).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_floor_is_set_only_for_an_account_that_is_there()
    {
        var bank = await TimeBank.OpenAsync(database);

        (await Should.ThrowAsync<PostgresException>(() => bank.SetFloorAsync(AccountId.New(), 0))).SqlState.ShouldBe(
            PostgresErrorCodes.NoDataFound
        );
    }
}
