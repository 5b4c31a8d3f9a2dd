using System.Net;
using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Ui;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>Opening and lines make the closing, and the closing of today is the balance.</summary>
public sealed class StatementsAlwaysAddUpTests(Bank bank) : IClassFixture<Bank>
{
    private readonly Place place = bank.Riverside;

    [Fact]
    public async Task Whatever_happened_and_whatever_days_are_asked_for()
    {
        var dice = new Random(5130);
        var people = new[] { await place.MemberAsync("Ann"), await place.MemberAsync("Bob"), await place.MemberAsync("Cem") };
        var coordinator = await place.CoordinatorAsync();
        for (var step = 0; step < 40; step++)
        {
            bank.Clock.Advance(TimeSpan.FromHours(dice.Next(1, 60)));
            var (giver, receiver) = (people[dice.Next(3)], people[dice.Next(3)]);
            if (giver == receiver)
                continue;
            var minutes = 15 * dice.Next(1, 9);
            if (step % 5 == 4)
            {
                var gift = new GiftForm
                {
                    Who = dice.Next(2) == 0 ? GiftForm.ThePot : receiver.Member.Value.ToString(),
                    HowMuch = DurationChoice.From(minutes),
                };
                await giver.DoAsync((GiveCredits give) => give.HandleAsync(gift));
                continue;
            }
            var (_, id) = await giver.GaveAsync(minutes, to: receiver.Member);
            await receiver.ConfirmsAsync(id);
            if (step % 7 == 0)
                await coordinator.DoAsync((SettleExchange settle) => settle.UndoAsync(new() { Exchange = id.Value, Reason = "A slip" }));
        }
        var today = DateOnly.FromDateTime(bank.Clock.GetUtcNow().UtcDateTime);
        var lines = 0;
        foreach (var person in people)
        {
            for (var i = 0; i < 30; i++)
            {
                var from = today.AddDays(-dice.Next(0, 70));
                var statement = await ReadAsync(person, from, from.AddDays(dice.Next(0, 70)));
                (statement.Opening + statement.Lines.Sum(l => l.Amount)).ShouldBe(statement.Closing);
                statement.Lines.ShouldAllBe(l => l.PostedOn >= statement.From && l.PostedOn <= statement.To);
            }
            var whole = await ReadAsync(person, new(2000, 1, 1), today);
            whole.Opening.ShouldBe(0);
            whole.Closing.ShouldBe(await person.BalanceAsync());
            lines += whole.Lines.Count;
        }
        lines.ShouldBeGreaterThan(30);
    }

    [Fact]
    public async Task Every_kind_of_line_is_a_sentence()
    {
        var (ann, bob) = (await place.MemberAsync("Ann", "Ash"), await place.MemberAsync("Bob", "Birch"));
        var coordinator = await place.CoordinatorAsync();
        var (_, id) = await ann.GaveAsync(90, to: bob.Member, "Hung two shelves");
        await bob.ConfirmsAsync(id);
        var (_, wrong) = await ann.ReceivedAsync(30, from: bob.Member, "Fed the cat");
        await bob.ConfirmsAsync(wrong);
        await coordinator.DoAsync((SettleExchange settle) => settle.UndoAsync(new() { Exchange = wrong.Value, Reason = "It was the dog" }));
        await ann.DoAsync((GiveCredits give) => give.HandleAsync(new() { Who = GiftForm.ThePot, HowMuch = DurationChoice.From(60) }));
        var browser = await ann.BrowserAsync();
        var page = await browser.OpenAsync("statement");
        var text = string.Join(
            '\n',
            page.QuerySelectorAll("tbody td:not(.number)")
                .Select(c =>
                    string.Join(' ', c.TextContent.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                )
        );
        text.ShouldContain("Welcome: 2 hours from Riverside Time Bank to begin with");
        text.ShouldContain("You gave Bob Birch an hour and a half: Hung two shelves");
        text.ShouldContain("You logged it. Bob Birch confirmed it.");
        text.ShouldContain("Bob Birch gave you half an hour: Fed the cat");
        text.ShouldContain("Undone: Fed the cat, with Bob Birch");
        text.ShouldContain("The reason: “It was the dog”");
        text.ShouldContain("Your gift of an hour to the community pot");
        page.QuerySelectorAll("tbody td:last-child")[^1].TextContent.Trim().ShouldBe("2 h 30 min");
    }

    [Fact]
    public async Task Each_line_stands_under_the_month_of_the_day_that_it_shows_and_says_when_the_help_was_given()
    {
        var (ann, bob) = (await place.MemberAsync("Ann"), await place.MemberAsync("Bob"));
        var (_, id) = await ann.GaveAsync(60, to: bob.Member, "Hung two shelves");
        bank.Clock.Advance(TimeSpan.FromDays(40));
        await bob.ConfirmsAsync(id);
        var page = await (await ann.BrowserAsync()).OpenAsync("statement");
        var months = page.QuerySelectorAll("main h2").Where(h => h.NextElementSibling?.QuerySelector("tbody") is not null).ToList();
        months.Count.ShouldBe(2);
        foreach (var month in months)
        foreach (var day in month.NextElementSibling!.QuerySelectorAll("tbody th"))
            month.TextContent.ShouldContain(day.TextContent.Trim().Split(' ')[1]);
        var (first, last) = (months[0].NextElementSibling!.TextContent, months[1].NextElementSibling!.TextContent);
        first.ShouldNotContain("Hung two shelves");
        last.ShouldContain("Hung two shelves");
        var given = await place.ReadAsync(db => Task.FromResult(db.Exchanges.Single(e => e.Id == id).ServiceDate));
        last.ShouldContain(
            $"The help was given on {given.ToString("dddd d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture)}."
        );
        first.ShouldNotContain("The help was given on");
    }

    [Fact]
    public async Task A_coordinator_reads_it_for_a_member_and_other_members_do_not()
    {
        var (ann, bob) = (await place.MemberAsync("Ann"), await place.MemberAsync("Bob"));
        var browser = await (await place.CoordinatorAsync()).BrowserAsync();
        (await browser.OpenAsync($"members/{ann.Member.Value}/statement")).Body!.TextContent.ShouldContain("Ann Example");
        browser.Status.ShouldBe(HttpStatusCode.OK);
        browser = await bob.BrowserAsync();
        await browser.OpenAsync($"members/{ann.Member.Value}/statement");
        browser.Status.ShouldBe(HttpStatusCode.Forbidden);
        browser.Body.ShouldNotContain("Ann Example");
        browser = await (await bank.Hillside.CoordinatorAsync()).BrowserAsync();
        await browser.OpenAsync($"members/{ann.Member.Value}/statement");
        browser.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("?from=nonsense&to=2026-99-99")]
    [InlineData("?from=0001-01-01&to=9999-12-31")]
    [InlineData("?from=9999-12-31&to=0001-01-01")]
    [InlineData("?from=2026-12-31&to=2026-01-01&large=yes")]
    public async Task Days_that_make_no_sense_still_give_a_statement(string query)
    {
        var browser = await (await place.MemberAsync("Ann")).BrowserAsync();
        var page = await browser.OpenAsync("statement" + query);
        browser.Status.ShouldBe(HttpStatusCode.OK);
        page.QuerySelectorAll(".read-back").Length.ShouldBe(2);
        (page.QuerySelector(".large-print") is not null).ShouldBe(query.Contains("large"));
    }

    private static async Task<Statement> ReadAsync(Actor person, DateOnly from, DateOnly to) =>
        (await person.DoAsync((StatementQuery statements) => statements.ReadAsync(person.Member, from, to)))!;
}
