using CoProduce.Ledger;
using CoProduce.Web.Features.Ledger;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>When it happened and when it was posted are two things, and a balance on a past date stays what it was (I15).</summary>
public sealed class TwoClocks(LedgerDatabase database) : IClassFixture<LedgerDatabase>
{
    private readonly LedgerDatabase database = database;

    [Fact]
    public async Task Help_of_last_month_that_is_posted_today_leaves_the_balance_of_yesterday_alone()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(balance: 120), await bank.MemberAsync());
        var evening = TimeBank.Now.AddHours(8);
        (await bank.BalanceAtAsync(ann, evening)).ShouldBe(120);

        var late = Entry.OneToOne(ann, bob, new(45), TimeBank.Monday.AddMonths(-1));
        await bank.PostAsync(late, at: TimeBank.Now.AddDays(1));

        (await bank.BalanceAtAsync(ann, evening)).ShouldBe(120);
        (await bank.BalanceAtAsync(ann, TimeBank.Now.AddDays(1))).ShouldBe(75);
        var stored = await bank.EntryAsync(late.Id);
        (stored.ServiceDate, stored.PostedAt).ShouldBe((TimeBank.Monday.AddMonths(-1), TimeBank.Now.AddDays(1)));
    }

    [Fact]
    public async Task A_clock_that_goes_back_does_not_slip_a_line_in_before_another()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob, carol) = (await bank.MemberAsync(balance: 120), await bank.MemberAsync(), await bank.MemberAsync());
        var later = TimeBank.Now.AddHours(2);
        await bank.PostAsync(Entry.OneToOne(ann, bob, new(15), TimeBank.Monday), at: later);

        var slow = Entry.OneToOne(ann, carol, new(15), TimeBank.Monday);
        await bank.PostAsync(slow, at: later.AddHours(-1));

        (await bank.EntryAsync(slow.Id)).PostedAt.ShouldBe(later);
        (await bank.BalanceAtAsync(ann, later.AddMinutes(-1))).ShouldBe(120);
    }

    [Fact]
    public async Task Neither_does_a_call_with_many_entries()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob, carol) = (await bank.MemberAsync(balance: 120), await bank.MemberAsync(), await bank.MemberAsync());
        var later = TimeBank.Now.AddHours(2);
        await bank.PostAsync(Entry.OneToOne(ann, bob, new(15), TimeBank.Monday), at: later);

        var (slow, slower) = (Entry.OneToOne(ann, carol, new(15), TimeBank.Monday), Entry.Gift(carol, bob, new(15), TimeBank.Monday));
        var answer = await bank.PostManyAsync([
            ManyEntries.ToPost(slow, at: later.AddHours(-1)),
            ManyEntries.ToPost(slower, at: later.AddHours(-2)),
        ]);

        answer.Outcome.ShouldBe(PostingOutcome.Posted);
        (await bank.EntryAsync(slow.Id)).PostedAt.ShouldBe(later);
        (await bank.EntryAsync(slower.Id)).PostedAt.ShouldBe(later);
    }
}
