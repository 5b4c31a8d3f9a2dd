using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Messages;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Messages;

public sealed class SilenceConfirmsTests(PostalBank bank) : IClassFixture<PostalBank>
{
    private static readonly TimeSpan Period = TimeSpan.FromDays(14);

    [Fact]
    public async Task When_nobody_objects_within_the_period_and_not_before()
    {
        var (ann, bob) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.MemberAsync("Bob"));
        var (_, id) = await ann.GaveAsync(90, to: bob.Member);
        bank.Clock.Advance(Period - TimeSpan.FromMinutes(1));
        await bank.DeliverAsync();
        (await ann.BalanceAsync()).ShouldBe(120);
        bank.Clock.Advance(TimeSpan.FromMinutes(1));
        await bank.DeliverAsync();
        await bank.DeliverAsync();
        (await ann.BalanceAsync()).ShouldBe(210);
        (await bob.BalanceAsync()).ShouldBe(30);
        var exchange = await ExchangeAsync(id);
        exchange.ConfirmedBy.ShouldBe(Confirmation.Silence);
        var entry = await bank.Riverside.ReadAsync(db => db.Entries.SingleAsync(e => e.Id == exchange.EntryId));
        (entry.Door, entry.ActedBy).ShouldBe((Door.Job, null));
    }

    [Fact]
    public async Task And_that_it_was_silence_is_read_by_both_and_by_staff_everywhere()
    {
        var (ann, bob) = (await bank.Riverside.MemberAsync("Ann", "Quiet"), await bank.Riverside.MemberAsync("Bob"));
        var (_, id) = await ann.GaveAsync(45, to: bob.Member, what: "Feeding the cat");
        bank.Clock.Advance(Period);
        await bank.DeliverAsync();
        foreach (var member in new[] { ann, bob })
        {
            var browser = await member.BrowserAsync();
            var page = await browser.OpenAsync($"exchanges/{id.Value}");
            page.QuerySelector(".tag")!.TextContent.ShouldContain("Confirmed by silence");
            page.Body!.TextContent.ShouldContain("Nobody said that it was not right in good time");
            (await browser.OpenAsync("statement")).Body!.TextContent.ShouldContain("Nobody objected.");
            await browser.OpenAsync("statement.csv");
            browser.Body.ShouldContain("Nobody objected.");
        }
        var staff = await (await bank.Riverside.CoordinatorAsync()).BrowserAsync();
        (await staff.OpenAsync($"exchanges/{id.Value}/settle"))
            .QuerySelector("main .tag")!
            .TextContent.ShouldContain("Confirmed by silence");
        (await staff.OpenAsync("exchanges?q=quiet")).QuerySelector("tbody")!.TextContent.ShouldContain("Confirmed by silence");
        await staff.OpenAsync("exchanges.csv?q=quiet");
        staff.Body.ShouldContain("How it was confirmed");
        staff.Body.ShouldContain("because nobody objected in time");
    }

    [Fact]
    public async Task But_an_answer_or_an_objection_in_between_stands()
    {
        var (ann, bob) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.MemberAsync("Bob"));
        var (_, agreed) = await ann.GaveAsync(30, to: bob.Member);
        var (_, disputed) = await ann.GaveAsync(60, to: bob.Member);
        await bob.ConfirmsAsync(agreed);
        await bob.DisputesAsync(disputed);
        bank.Clock.Advance(Period);
        await bank.DeliverAsync();
        (await ann.BalanceAsync()).ShouldBe(150);
        (await ExchangeAsync(disputed)).Status.ShouldBe(ExchangeStatus.Disputed);
        (await ExchangeAsync(agreed)).ConfirmedBy.ShouldBe(Confirmation.Screen);
    }

    [Fact]
    public async Task Hours_that_would_pass_the_floor_stay_for_the_coordinator()
    {
        var (ann, bob) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.MemberAsync("Bob"));
        var (_, id) = await ann.GaveAsync(600, to: bob.Member); // two hours of welcome and five of debt are seven
        bank.Clock.Advance(Period);
        await bank.DeliverAsync();
        (await ExchangeAsync(id)).Status.ShouldBe(ExchangeStatus.Unconfirmed);
        (await bob.BalanceAsync()).ShouldBe(120);
        var item = await bank.Riverside.ReadAsync(db => db.Outbox.SingleAsync(o => o.SubjectId == id.Value));
        item.Failure.ShouldBe(nameof(ConfirmBySilence.Outcome.BelowFloor));
        item.DoneAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Several_nodes_at_once_move_the_hours_once()
    {
        var (ann, bob) = (await bank.Hillside.MemberAsync("Ann"), await bank.Hillside.MemberAsync("Bob"));
        for (var i = 0; i < 6; i++)
            await ann.GaveAsync(15, to: bob.Member);
        bank.Clock.Advance(Period);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(bank.DeliverAsync)));
        (await ann.BalanceAsync()).ShouldBe(120 + 90);
        (await bob.BalanceAsync()).ShouldBe(120 - 90);
    }

    private Task<Exchange> ExchangeAsync(ExchangeId id) => bank.Riverside.ReadAsync(db => db.Exchanges.SingleAsync(e => e.Id == id));
}
