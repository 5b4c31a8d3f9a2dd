using CoProduce.Ledger;
using CoProduce.Web.Features.Ledger;
using Npgsql;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>A promise of minutes becomes a posting, or is released, or runs out: exactly one (I11).</summary>
public sealed class HoldsEndOnce(LedgerDatabase database) : IClassFixture<LedgerDatabase>
{
    private static readonly Guid Helen = Guid.NewGuid();
    private readonly LedgerDatabase database = database;

    [Fact]
    public async Task What_is_held_cannot_be_spent_otherwise()
    {
        var (bank, ann, bob) = await TwoAsync();
        (await HoldAsync(bank, ann, 60)).Outcome.ShouldBe(HoldOutcome.Held);

        (await bank.PostAsync(Entry.OneToOne(ann, bob, new(61), TimeBank.Monday))).Outcome.ShouldBe(PostingOutcome.BelowFloor);
        (await HoldAsync(bank, ann, 61)).Outcome.ShouldBe(HoldOutcome.BelowFloor);
        (await bank.PostAsync(Entry.OneToOne(ann, bob, new(60), TimeBank.Monday))).Outcome.ShouldBe(PostingOutcome.Posted);
    }

    [Fact]
    public async Task Taking_one_moves_its_minutes_and_frees_what_was_held()
    {
        var (bank, ann, _) = await TwoAsync();
        var (hold, _) = await HoldAsync(bank, ann, 120);

        var place = Entry.EventEntry(ann, bank.OwnAccount, new(120), TimeBank.Monday);
        (await TakeAsync(bank, hold, place)).ShouldBe((HoldEnding.Ended, PostingOutcome.Posted));

        var account = await bank.AccountAsync(ann);
        (account.Balance, account.Held).ShouldBe((0, 0));
    }

    [Fact]
    public async Task It_ends_in_one_way_only()
    {
        var (bank, ann, _) = await TwoAsync();
        var (hold, _) = await HoldAsync(bank, ann, 60);

        (await ReleaseAsync(bank, hold, Helen)).ShouldBe(HoldEnding.Ended);
        (await ReleaseAsync(bank, hold, Helen)).ShouldBe(HoldEnding.EndedAlready);
        (await ReleaseAsync(bank, hold, by: null)).ShouldBe(HoldEnding.EndedOtherwise);
        (await TakeAsync(bank, hold, Entry.EventEntry(ann, bank.OwnAccount, new(60), TimeBank.Monday))).Item1.ShouldBe(
            HoldEnding.EndedOtherwise
        );
        (await ReleaseAsync(bank, HoldId.New(), Helen)).ShouldBe(HoldEnding.Unknown);

        var account = await bank.AccountAsync(ann);
        (account.Balance, account.Held).ShouldBe((120, 0));
    }

    [Fact]
    public async Task Sixteen_who_end_it_at_once_end_it_once()
    {
        var (bank, ann, _) = await TwoAsync();
        var (hold, _) = await HoldAsync(bank, ann, 60);

        var endings = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(i =>
                    Task.Run(async () =>
                        i % 2 == 0
                            ? await ReleaseAsync(bank, hold, Helen)
                            : (await TakeAsync(bank, hold, Entry.EventEntry(ann, bank.OwnAccount, new(60), TimeBank.Monday))).Item1
                    )
                )
        );

        endings.Count(e => e == HoldEnding.Ended).ShouldBe(1);
        (await bank.AccountAsync(ann)).Held.ShouldBe(0);
        (await database.BreachesAsync(bank.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_hold_placed_twice_is_one()
    {
        var (bank, ann, _) = await TwoAsync();
        var (hold, _) = await HoldAsync(bank, ann, 60);

        (await HoldAsync(bank, ann, 60, hold)).Outcome.ShouldBe(HoldOutcome.Held);

        (await bank.AccountAsync(ann)).Held.ShouldBe(60);
    }

    [Fact]
    public async Task An_account_with_something_held_does_not_close()
    {
        var bank = await TimeBank.OpenAsync(database);
        var ann = await bank.MemberAsync(floor: -60);
        await HoldAsync(bank, ann, 60);

        (await bank.CloseAsync(ann)).ShouldBe(ClosingOutcome.NotAtZero);
    }

    [Theory]
    [InlineData("coproduce_app", "update holds set minutes = 1")]
    [InlineData("coproduce_owner", "update holds set minutes = 1")]
    [InlineData("coproduce_owner", "delete from holds")]
    [InlineData("coproduce_owner", "truncate holds")]
    [InlineData("coproduce_owner", "update holds set status = 3, ended_at = now(), account_id = organisation_id")]
    public async Task Nobody_changes_one_behind_its_back(string role, string sql)
    {
        var (bank, ann, _) = await TwoAsync();
        await HoldAsync(bank, ann, 60);

        (await bank.TryAsync(role, sql)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Taken_by_an_entry_that_was_not_posted_it_is_not_taken()
    {
        var (bank, ann, _) = await TwoAsync();
        var (hold, _) = await HoldAsync(bank, ann, 60);

        await Should.ThrowAsync<PostgresException>(() =>
            bank.KeepingAsync(db => db.TakeHoldAsync(hold, EntryId.New(), TimeBank.Now, Helen))
        );

        (await bank.AccountAsync(ann)).Held.ShouldBe(60);
    }

    private async Task<(TimeBank Bank, AccountId Ann, AccountId Bob)> TwoAsync()
    {
        var bank = await TimeBank.OpenAsync(database);
        return (bank, await bank.MemberAsync(balance: 120), await bank.MemberAsync());
    }

    private static async Task<(HoldId Hold, HoldOutcome Outcome)> HoldAsync(
        TimeBank bank,
        AccountId account,
        long minutes,
        HoldId? same = null
    )
    {
        var hold = same ?? HoldId.New();
        return (hold, await bank.KeepingAsync(db => db.PlaceHoldAsync(hold, account, new(minutes), "A place", TimeBank.Now, null, Helen)));
    }

    private static Task<HoldEnding> ReleaseAsync(TimeBank bank, HoldId hold, Guid? by) =>
        bank.KeepingAsync(db => db.ReleaseHoldAsync(hold, TimeBank.Now, by));

    private static Task<(HoldEnding, PostingOutcome?)> TakeAsync(TimeBank bank, HoldId hold, Entry entry) =>
        bank.Work.WriteAsync<(HoldEnding, PostingOutcome?)>(async db =>
        {
            var ending = await db.TakeHoldAsync(hold, entry.Id, TimeBank.Now, Helen);
            if (ending != HoldEnding.Ended)
                return (ending, null);
            var posting = await db.PostAsync(entry, TimeBank.Coordinator, Guid.NewGuid(), LedgerSubject.Member, null, TimeBank.Now);
            if (posting.IsPosted)
                db.Keep();
            return (ending, posting.Outcome);
        });
}
