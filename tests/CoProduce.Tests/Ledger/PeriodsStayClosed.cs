using CoProduce.Ledger;
using CoProduce.Web.Features.Ledger;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>Once a period is closed nothing is dated into it, except by a reversal dated later.</summary>
public sealed class PeriodsStayClosed(LedgerDatabase database) : IClassFixture<LedgerDatabase>
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeBank.Now.UtcDateTime);
    private readonly LedgerDatabase database = database;

    [Fact]
    public async Task Nothing_is_dated_into_it_alone_or_among_many()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(balance: 120), await bank.MemberAsync());
        (await CloseAsync(bank, TimeBank.Monday)).ShouldBe(PeriodOutcome.Closed);
        var before = await bank.ImageAsync();
        Entry[] late =
        [
            Entry.OneToOne(ann, bob, new(15), TimeBank.Monday),
            Entry.OneToOne(ann, bob, new(15), TimeBank.Monday.AddDays(-30)),
        ];

        foreach (var entry in late)
        {
            (await bank.PostAndKeepAsync(entry, Guid.NewGuid())).Outcome.ShouldBe(PostingOutcome.PeriodClosed);
            (await bank.PostManyAsync([ManyEntries.ToPost(entry)], evenWhenRefused: true)).ShouldBe(
                new PostManyResult(PostingOutcome.PeriodClosed, 0, 0, null)
            );
        }
        (await bank.ImageAsync()).ShouldBe(before);

        var open = Entry.OneToOne(ann, bob, new(15), TimeBank.Monday.AddDays(1));
        (await bank.PostAsync(open)).Outcome.ShouldBe(PostingOutcome.Posted);
    }

    [Fact]
    public async Task A_mistake_in_it_is_reversed_on_a_later_day()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(balance: 120), await bank.MemberAsync());
        var wrong = Entry.OneToOne(ann, bob, new(15), TimeBank.Monday);
        await bank.PostAsync(wrong);
        await CloseAsync(bank, TimeBank.Monday);

        (await bank.PostAsync(wrong.Reverse("Never happened", TimeBank.Monday))).Outcome.ShouldBe(PostingOutcome.PeriodClosed);
        (await bank.PostAsync(wrong.Reverse("Never happened", Today))).Outcome.ShouldBe(PostingOutcome.Posted);
    }

    [Fact]
    public async Task A_retry_of_what_was_posted_before_hears_so()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob, key) = (await bank.MemberAsync(balance: 120), await bank.MemberAsync(), Guid.NewGuid());
        var entry = Entry.OneToOne(ann, bob, new(15), TimeBank.Monday);
        await bank.PostAsync(entry, key);
        await CloseAsync(bank, TimeBank.Monday);

        (await bank.PostAsync(entry, key)).Outcome.ShouldBe(PostingOutcome.DoneAlready);
    }

    [Fact]
    public async Task It_closes_forwards_only_and_never_a_day_that_is_not_over()
    {
        var bank = await TimeBank.OpenAsync(database);

        (await CloseAsync(bank, Today)).ShouldBe(PeriodOutcome.NotOver);
        (await CloseAsync(bank, TimeBank.Monday)).ShouldBe(PeriodOutcome.Closed);
        (await CloseAsync(bank, TimeBank.Monday)).ShouldBe(PeriodOutcome.Closed);
        (await CloseAsync(bank, TimeBank.Monday.AddDays(-1))).ShouldBe(PeriodOutcome.ClosedFurther);
        (await bank.TryAsync("coproduce_owner", "delete from closed_periods")).ShouldNotBeNull();
        (await bank.TryAsync("coproduce_owner", "update closed_periods set closed_to = closed_to - 1")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Whoever_closes_waits_for_those_who_are_posting()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(balance: 120), await bank.MemberAsync());
        Task<PeriodOutcome> closing = null!;

        await bank.KeepingAsync(async db =>
        {
            var posting = await db.PostAsync(
                Entry.OneToOne(ann, bob, new(15), TimeBank.Monday),
                TimeBank.Coordinator,
                Guid.NewGuid(),
                LedgerSubject.Exchange,
                null,
                TimeBank.Now
            );
            closing = CloseAsync(bank, TimeBank.Monday);
            (await Task.WhenAny(closing, Task.Delay(300))).ShouldNotBe(
                closing,
                "the period was closed while an entry for it was on its way"
            );
            return posting;
        });

        (await closing).ShouldBe(PeriodOutcome.Closed);
        (await bank.BalanceAsync(bob)).ShouldBe(15);
    }

    private static Task<PeriodOutcome> CloseAsync(TimeBank bank, DateOnly to) =>
        bank.KeepingAsync(db => db.ClosePeriodAsync(to, Today, TimeBank.Now, Guid.NewGuid()));
}
