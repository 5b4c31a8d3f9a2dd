using CoProduce.Tests.Support;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Shouldly;

namespace CoProduce.Tests.Exchanges;

public sealed class MembersLogAndConfirm(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task Hours_move_when_the_other_side_says_yes()
    {
        var (ann, bob) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.MemberAsync("Bob"));
        var (outcome, id) = await ann.GaveAsync(90, to: bob.Member);
        outcome.ShouldBe(LogOutcome.Logged);
        (await ann.BalanceAsync()).ShouldBe(120);
        (await bob.ConfirmsAsync(id)).ShouldBe(AnswerExchange.Outcome.Confirmed);
        (await ann.BalanceAsync()).ShouldBe(210);
        (await bob.BalanceAsync()).ShouldBe(30);
    }

    [Fact]
    public async Task The_one_who_logged_cannot_confirm()
    {
        var (ann, bob) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.MemberAsync("Bob"));
        var (_, id) = await ann.GaveAsync(90, to: bob.Member);
        (await ann.ConfirmsAsync(id)).ShouldBe(AnswerExchange.Outcome.NoLongerOpen);
        (await ann.BalanceAsync()).ShouldBe(120);
    }

    [Fact]
    public async Task Somebody_else_does_not_find_it()
    {
        var (ann, bob, eve) = (
            await bank.Riverside.MemberAsync("Ann"),
            await bank.Riverside.MemberAsync("Bob"),
            await bank.Riverside.MemberAsync("Eve")
        );
        var (_, id) = await ann.GaveAsync(90, to: bob.Member);
        (await eve.ConfirmsAsync(id)).ShouldBe(AnswerExchange.Outcome.NotFound);
        (await eve.DisputesAsync(id)).ShouldBe(AnswerExchange.Outcome.NotFound);
    }

    [Fact]
    public async Task The_same_form_sent_ten_times_at_once_logs_once_and_answers_the_same()
    {
        var (ann, bob) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.MemberAsync("Bob"));
        var key = Guid.CreateVersion7();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ann.GaveAsync(60, to: bob.Member, key: key)));
        answers.ShouldAllBe(a => a.Outcome == LogOutcome.Logged);
        (await bob.ConfirmsAsync(new(key))).ShouldBe(AnswerExchange.Outcome.Confirmed);
        (await ann.BalanceAsync()).ShouldBe(180);
    }

    [Fact]
    public async Task The_same_form_with_other_answers_is_refused_and_changes_nothing()
    {
        var (ann, bob) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.MemberAsync("Bob"));
        var (_, id) = await ann.GaveAsync(60, to: bob.Member);
        await Should.ThrowAsync<AlreadySentException>(() => ann.GaveAsync(120, to: bob.Member, key: id.Value));
        await bob.ConfirmsAsync(id);
        (await ann.BalanceAsync()).ShouldBe(180);
    }

    [Fact]
    public async Task Ten_yeses_at_once_move_the_hours_once()
    {
        var (ann, bob) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.MemberAsync("Bob"));
        var (_, id) = await ann.GaveAsync(60, to: bob.Member);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => bob.ConfirmsAsync(id)));
        answers.Count(a => a == AnswerExchange.Outcome.Confirmed).ShouldBe(1);
        answers.Count(a => a == AnswerExchange.Outcome.DoneAlready).ShouldBe(9);
        (await bob.BalanceAsync()).ShouldBe(60);
    }

    [Fact]
    public async Task A_yes_that_would_pass_the_floor_is_refused_and_changes_nothing()
    {
        var (ann, bob) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.MemberAsync("Bob"));
        var (_, id) = await ann.GaveAsync(480, to: bob.Member);
        (await bob.ConfirmsAsync(id)).ShouldBe(AnswerExchange.Outcome.BelowFloor);
        (await bob.BalanceAsync()).ShouldBe(120);
        var status = await bank.Riverside.ReadAsync(db => Task.FromResult(db.Exchanges.Single(e => e.Id == id).Status));
        status.ShouldBe(ExchangeStatus.Unconfirmed);
    }

    [Fact]
    public async Task Only_the_one_who_logged_takes_it_back()
    {
        var (ann, bob, eve) = (
            await bank.Riverside.MemberAsync("Ann"),
            await bank.Riverside.MemberAsync("Bob"),
            await bank.Riverside.MemberAsync("Eve")
        );
        var (_, id) = await ann.GaveAsync(60, to: bob.Member);
        (await TakeBackAsync(bob, id)).ShouldBe(WithdrawExchange.Outcome.NotFound);
        (await TakeBackAsync(eve, id)).ShouldBe(WithdrawExchange.Outcome.NotFound);
        (await TakeBackAsync(ann, id)).ShouldBe(WithdrawExchange.Outcome.Withdrawn);
        (await TakeBackAsync(ann, id)).ShouldBe(WithdrawExchange.Outcome.DoneAlready);
        (await bob.DisputesAsync(id)).ShouldBe(AnswerExchange.Outcome.NoLongerOpen);
    }

    [Fact]
    public async Task Somebody_else_does_not_dispute_it_and_one_that_is_disputed_is_not_taken_back()
    {
        var (ann, bob, eve) = (
            await bank.Riverside.MemberAsync("Ann"),
            await bank.Riverside.MemberAsync("Bob"),
            await bank.Riverside.MemberAsync("Eve")
        );
        var (_, id) = await ann.GaveAsync(60, to: bob.Member);
        (await eve.DisputesAsync(id)).ShouldBe(AnswerExchange.Outcome.NotFound);
        (await bob.DisputesAsync(id)).ShouldBe(AnswerExchange.Outcome.Disputed);
        (await bob.DisputesAsync(id)).ShouldBe(AnswerExchange.Outcome.DoneAlready);
        (await TakeBackAsync(ann, id)).ShouldBe(WithdrawExchange.Outcome.NoLongerOpen);
    }

    [Fact]
    public async Task A_kind_of_help_that_is_not_in_the_list_is_refused()
    {
        var (ann, bob) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.MemberAsync("Bob"));
        var elsewhere = await bank.Hillside.ReadAsync(db => Task.FromResult(db.Categories.Select(c => c.Id).First()));
        foreach (var kind in new[] { Guid.NewGuid(), elsewhere.Value })
        {
            var form = new LogExchangeForm
            {
                Other = bob.Member.Value,
                HowLong = DurationChoice.From(60),
                Description = "A lift",
                Category = kind.ToString(),
            };
            (await ann.DoAsync((LogExchange log) => log.HandleAsync(form))).ShouldBe(LogOutcome.UnknownCategory);
        }
    }

    private static Task<WithdrawExchange.Outcome> TakeBackAsync(Actor who, ExchangeId id) =>
        who.DoAsync((WithdrawExchange withdrawal) => withdrawal.HandleAsync(id));
}
