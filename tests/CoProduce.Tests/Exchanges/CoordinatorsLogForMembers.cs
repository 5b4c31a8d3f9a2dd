using System.Net;
using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Exchanges;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Exchanges;

public sealed class CoordinatorsLogForMembers(Bank bank) : IClassFixture<Bank>
{
    private static Dictionary<string, string?> Typed(
        string giver,
        string receiver,
        string howLong = "1:30",
        string what = "A lift to the hospital"
    ) =>
        new()
        {
            ["Form.GiverTyped"] = giver,
            ["Form.ReceiverTyped"] = receiver,
            ["Form.HowLong.Typed"] = howLong,
            ["Form.Description"] = what,
            ["Form.Door"] = "Paper",
        };

    [Fact]
    public async Task By_parts_of_names_and_the_next_form_keeps_day_and_door()
    {
        var (margaret, jose) = (
            await bank.Riverside.AddMemberAsync("Margaret", "Hughes"),
            await bank.Riverside.AddMemberAsync("José", "Pérez")
        );
        var cora = await bank.Riverside.CoordinatorAsync();
        var browser = await cora.BrowserAsync();
        var answers = Typed("hugh", "jose per");
        answers["Form.When.Choice"] = "yesterday";
        var next = await browser.SendAsync(await browser.OpenAsync("desk/log"), answers);
        next.QuerySelector(".notice-done")!.TextContent.ShouldContain("Margaret Hughes gave José Pérez an hour and a half yesterday");
        next.QuerySelector("input[value=yesterday]")!.HasAttribute("checked").ShouldBeTrue();
        next.QuerySelector("input[value=Paper]")!.HasAttribute("checked").ShouldBeTrue();
        (await bank.Riverside.BalanceAsync(margaret)).ShouldBe(210);
        (await bank.Riverside.BalanceAsync(jose)).ShouldBe(30);
        var exchange = await bank.Riverside.ReadAsync(db => db.Exchanges.SingleAsync(e => e.GiverId == margaret));
        (exchange.Door, exchange.LoggedBy, exchange.Status).ShouldBe((Door.Paper, cora.Id, ExchangeStatus.Confirmed));
        (await bank.Riverside.ReadAsync(db => db.AuditLines.SingleAsync(a => a.SubjectId == exchange.Id.Value))).By.ShouldBe(cora.Id);
    }

    [Fact]
    public async Task By_numbers()
    {
        var (ida, joe) = (await bank.Riverside.AddMemberAsync("Ida"), await bank.Riverside.AddMemberAsync("Joe"));
        var numbers = await bank.Riverside.ReadAsync(db =>
            db.Members.Where(m => m.Id == ida || m.Id == joe).ToDictionaryAsync(m => m.Id, m => m.Number)
        );
        var browser = await (await bank.Riverside.CoordinatorAsync()).BrowserAsync();
        await browser.SendAsync(await browser.OpenAsync("desk/log"), Typed($"{numbers[ida]}", $"{numbers[joe]}", "1"));
        (await bank.Riverside.BalanceAsync(ida)).ShouldBe(180);
    }

    [Fact]
    public async Task And_choose_when_a_name_fits_several_with_nothing_lost()
    {
        await bank.Riverside.AddMemberAsync("Twina", "Sameson");
        var second = await bank.Riverside.AddMemberAsync("Twinb", "Sameson");
        await bank.Riverside.AddMemberAsync("Olive", "Alone");
        var browser = await (await bank.Riverside.CoordinatorAsync()).BrowserAsync();
        var page = await browser.SendAsync(await browser.OpenAsync("desk/log"), Typed("sameson", "alone", what: "Pruned the apple tree"));
        page.QuerySelectorAll("input[type=radio][name='Form.Giver']").Length.ShouldBe(2);
        page.QuerySelector("[name='Form.Description']")!.GetAttribute("value").ShouldBe("Pruned the apple tree");
        page.QuerySelector("[name='Form.HowLong.Typed']")!.GetAttribute("value").ShouldBe("1:30");
        var next = await browser.SendAsync(page, new() { ["Form.Giver"] = second.Value.ToString() });
        next.QuerySelector(".notice-done").ShouldNotBeNull();
        (await bank.Riverside.BalanceAsync(second)).ShouldBe(210);
    }

    [Theory]
    [InlineData("nobody-of-that-name", "1", "is not one person here")]
    [InlineData("", "1", "Write who helped")]
    [InlineData("baddy", "-3", "Say how long it took")]
    [InlineData("baddy", "0", "Say how long it took")]
    [InlineData("baddy", "13", "at most")]
    [InlineData("baddy", "20 min", "steps of 15 minutes")]
    [InlineData("baddy", "8", "further below zero")]
    public async Task A_refusal_says_what_is_wrong_and_changes_nothing(string giver, string howLong, string says)
    {
        var here = await bank.CreateAsync($"refusals-{Guid.NewGuid():N}"[..30], "Refusals");
        await here.AddMemberAsync("Baddy");
        await here.AddMemberAsync("Poor", "Body");
        var browser = await (await here.CoordinatorAsync()).BrowserAsync();
        var answers = Typed(giver, "body", howLong);
        var page = await browser.SendAsync(await browser.OpenAsync("desk/log"), answers);
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain(says);
        (await here.ReadAsync(db => db.Exchanges.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_done_once()
    {
        var (una, vic) = (await bank.Riverside.AddMemberAsync("Una", "Twice"), await bank.Riverside.AddMemberAsync("Vic", "Twice"));
        var browser = await (await bank.Riverside.CoordinatorAsync()).BrowserAsync();
        var page = await browser.OpenAsync("desk/log");
        for (var i = 0; i < 2; i++)
        {
            var next = await browser.SendAsync(page, Typed("una twice", "vic twice", "1"));
            next.QuerySelector(".notice-done")!.TextContent.ShouldContain("Una Twice gave Vic Twice an hour");
        }
        (await bank.Riverside.BalanceAsync(una)).ShouldBe(180);
        (await bank.Riverside.BalanceAsync(vic)).ShouldBe(60);
    }

    [Fact]
    public async Task Only_a_coordinator_of_this_organisation_may()
    {
        var pia = await bank.Riverside.StaffAsync("Pia", CoProduce.Web.Features.Accounts.Role.PeerBroker);
        foreach (
            var stranger in new[]
            {
                await bank.Riverside.MemberAsync("Mia"),
                await bank.Riverside.StaffAsync("Tess", CoProduce.Web.Features.Accounts.Role.Trustee),
                pia,
                await bank.Hillside.CoordinatorAsync("Hilda"),
            }
        )
        {
            var browser = (await stranger.BrowserAsync()).At("riverside");
            await browser.OpenAsync("today"); // which a peer broker has, with nobody on it of whom they are not the broker
            browser.Status.ShouldBe(stranger == pia ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
            foreach (var path in new[] { "desk/log", "members", "members/new", "exchanges", "exchanges/grid", "exchanges.csv" })
            {
                await browser.OpenAsync(path);
                browser.Status.ShouldBe(HttpStatusCode.Forbidden, path);
            }
        }
    }

    [Fact]
    public async Task Names_are_suggested_while_somebody_types()
    {
        await bank.Riverside.AddMemberAsync("Zebedee", "Quince");
        var browser = await (await bank.Riverside.CoordinatorAsync()).BrowserAsync();
        await browser.OpenAsync("desk/people?q=quin");
        browser.Body.ShouldContain("Zebedee Quince");
        await browser.OpenAsync("desk/people?q=" + new string('x', 5000));
        browser.Status.ShouldBe(HttpStatusCode.OK);
    }
}
