using CoProduce.Ledger;
using CoProduce.Web.Features.Ledger;
using Npgsql;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>A reversal restores every balance exactly, once, and says why (I10).</summary>
public sealed class ReversalsRestore(LedgerDatabase database) : IClassFixture<LedgerDatabase>
{
    private readonly LedgerDatabase database = database;

    [Fact]
    public async Task Both_balances_are_what_they_were_and_both_lines_stay()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(balance: 100), await bank.MemberAsync(balance: 7));
        var wrong = Entry.OneToOne(ann, bob, new(45), TimeBank.Monday);
        await bank.PostAsync(wrong);

        var undone = wrong.Reverse("It was Carol who helped", TimeBank.Monday.AddDays(2));
        (await bank.PostAsync(undone)).Outcome.ShouldBe(PostingOutcome.Posted);

        (await bank.BalanceAsync(ann)).ShouldBe(100);
        (await bank.BalanceAsync(bob)).ShouldBe(7);
        (await bank.LinesAsync(ann)).Select(line => line.Amount).ShouldBe([100, -45, 45]);
        (await bank.LinesAsync(bob)).Select(line => line.Amount).ShouldBe([7, 45, -45]);
        var stored = await bank.EntryAsync(undone.Id);
        stored.Kind.ShouldBe(EntryKind.Reversal);
        stored.Reverses.ShouldBe(wrong.Id);
        stored.Reason.ShouldBe("It was Carol who helped");
        stored.PassedFloor.ShouldBeFalse();
    }

    [Fact]
    public async Task Of_sixteen_who_undo_it_at_once_one_does()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(balance: 60), await bank.MemberAsync());
        var wrong = Entry.OneToOne(ann, bob, new(45), TimeBank.Monday);
        await bank.PostAsync(wrong);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(_ => bank.PostAsync(wrong.Reverse("Twice the same", TimeBank.Monday)))
        );

        answers.Count(a => a.Outcome == PostingOutcome.Posted).ShouldBe(1);
        answers.Count(a => a.Outcome == PostingOutcome.AlreadyReversed).ShouldBe(15);
        (await bank.BalanceAsync(ann)).ShouldBe(60);
    }

    [Fact]
    public async Task It_may_pass_a_floor_and_says_so()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob, carol) = (await bank.MemberAsync(balance: 60), await bank.MemberAsync(), await bank.MemberAsync());
        var wrong = Entry.OneToOne(ann, bob, new(60), TimeBank.Monday);
        await bank.PostAsync(wrong);
        await bank.PostAsync(Entry.OneToOne(bob, carol, new(40), TimeBank.Monday)); // bob has spent what he never earned

        var undone = wrong.Reverse("Wrong person", TimeBank.Monday);
        (await bank.PostAsync(undone)).Outcome.ShouldBe(PostingOutcome.Posted);

        (await bank.EntryAsync(undone.Id)).PassedFloor.ShouldBeTrue();
        var account = await bank.AccountAsync(bob);
        (account.Balance, account.FloorPassedTo).ShouldBe((-40, -40));
        (await bank.PostAsync(Entry.OneToOne(bob, carol, new(1), TimeBank.Monday))).Outcome.ShouldBe(PostingOutcome.BelowFloor);
    }

    [Fact]
    public async Task Nothing_else_passes_a_floor_unless_somebody_says_why()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(), await bank.MemberAsync());

        var refusal = await bank.TryAsync(
            "coproduce_app",
            """
            select * from post_entry($1, $2, 2::smallint, $2, '2026-03-02', now(), null, true, null, $2, null, 1::smallint, 2::smallint, null,
              array[$3, $4], array[-60, 60]::bigint[])
            """,
            bank.Id.Value,
            Guid.NewGuid(),
            ann.Value,
            bob.Value
        );

        refusal.ShouldNotBeNull().SqlState.ShouldBe(PostgresErrorCodes.CheckViolation);
    }

    [Fact]
    public async Task It_mirrors_an_entry_that_is_there_and_is_no_reversal_itself()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob, carol) = (await bank.MemberAsync(balance: 60), await bank.MemberAsync(), await bank.MemberAsync(balance: 60));
        var wrong = Entry.OneToOne(ann, bob, new(45), TimeBank.Monday);
        await bank.PostAsync(wrong);

        Entry[] others =
        [
            Entry.Reversal(EntryId.New(), wrong.Postings, "Never was", TimeBank.Monday),
            Entry.Reversal(wrong.Id, Entry.OneToOne(ann, bob, new(44), TimeBank.Monday).Postings, "Less", TimeBank.Monday),
            Entry.Reversal(wrong.Id, Entry.OneToOne(bob, ann, new(45), TimeBank.Monday).Postings, "The same again", TimeBank.Monday),
            Entry.Reversal(wrong.Id, Entry.OneToOne(carol, bob, new(45), TimeBank.Monday).Postings, "Another pays", TimeBank.Monday),
        ];
        foreach (var other in others)
            (await bank.PostAsync(other)).Outcome.ShouldBe(PostingOutcome.NotItsMirror, other.Reason);

        var undone = wrong.Reverse("Right now", TimeBank.Monday);
        await bank.PostAsync(undone);
        var back = Entry.Reversal(undone.Id, undone.Postings, "On second thoughts", TimeBank.Monday);
        (await bank.PostAsync(back)).Outcome.ShouldBe(PostingOutcome.NotItsMirror);
    }
}
