using System.Net;
using System.Text.Json;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Messages;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Exchanges;

/// <summary>Saying yes, or that it is not right: at home, on the exchange's page and by the link in a mail.</summary>
public sealed class MembersAnswerOnPagesTests(Bank bank) : IClassFixture<Bank>
{
    private readonly Place place = bank.Riverside;

    [Fact]
    public async Task What_waits_is_confirmed_in_place_at_home()
    {
        var (ann, bob) = (await place.MemberAsync("Ann"), await place.MemberAsync("Bob"));
        await ann.GaveAsync(90, to: bob.Member, "Hung two shelves");
        var browser = await bob.BrowserAsync();
        var home = await browser.OpenAsync("");
        home.QuerySelector("h1")!.TextContent.ShouldBe("Hello Bob");
        home.Body!.TextContent.ShouldContain("Ann says that they gave you an hour and a half today.");
        home = await browser.SendAsync(home, new() { ["Form.Answer"] = "yes" });
        browser.Path.ShouldBe("/riverside?done=yes");
        home.Body!.TextContent.ShouldContain("Thank you. The hours have moved.");
        home.Body!.TextContent.ShouldNotContain("Waiting for you");
        home.QuerySelector(".balance-sentence")!.TextContent.ShouldBe("You have half an hour to spend.");
        (await ann.BalanceAsync()).ShouldBe(210);
    }

    [Fact]
    public async Task What_is_not_right_moves_no_hours_and_both_see_it_at_home()
    {
        var (ann, bob) = (await place.MemberAsync("Ann"), await place.MemberAsync("Bob"));
        await ann.GaveAsync(90, to: bob.Member, "Hung two shelves");
        var browser = await bob.BrowserAsync();
        var home = await browser.OpenAsync("");
        home = await browser.SendAsync(home, new() { ["Form.Answer"] = "no", ["Form.Reason"] = "It was only one" }, "main details form");
        home.Body!.TextContent.ShouldContain("You said that this is not right");
        (await (await ann.BrowserAsync()).OpenAsync("")).Body!.TextContent.ShouldContain("Bob said that this is not right");
        (await bob.BalanceAsync()).ShouldBe(120);
    }

    [Fact]
    public async Task Not_right_without_a_reason_asks_for_one()
    {
        var (ann, bob) = (await place.MemberAsync("Ann"), await place.MemberAsync("Bob"));
        var (_, id) = await ann.GaveAsync(90, to: bob.Member);
        var browser = await bob.BrowserAsync();
        var page = await browser.SendAsync(
            await browser.OpenAsync(""),
            new() { ["Form.Answer"] = "no", ["Form.Reason"] = "  " },
            "main details form"
        );
        page.QuerySelector("#f-Reason-error")!.TextContent.ShouldContain("Say in a few words what is not right");
        page.QuerySelector("details[open] #f-Reason").ShouldNotBeNull();
        (await StatusAsync(id)).ShouldBe(ExchangeStatus.Unconfirmed);
    }

    [Fact]
    public async Task A_second_yes_changes_nothing_and_is_no_error()
    {
        var (ann, bob) = (await place.MemberAsync("Ann"), await place.MemberAsync("Bob"));
        var (_, id) = await ann.GaveAsync(60, to: bob.Member);
        var browser = await bob.BrowserAsync();
        var home = await browser.OpenAsync("");
        await browser.SendAsync(browser.Request(home, new() { ["Form.Answer"] = "yes" }));
        await browser.SendAsync(browser.Request(home, new() { ["Form.Answer"] = "yes" }));
        browser.Path.ShouldBe("/riverside?done=yes");
        (await bob.BalanceAsync()).ShouldBe(60);
    }

    [Fact]
    public async Task A_yes_below_the_floor_is_refused_kindly_on_the_exchanges_page()
    {
        var (ann, bob) = (await place.MemberAsync("Ann"), await place.MemberAsync("Bob"));
        var (_, id) = await ann.GaveAsync(8 * 60, to: bob.Member);
        var browser = await bob.BrowserAsync();
        var page = await browser.OpenAsync($"exchanges/{id.Value}");
        page = await browser.SendAsync(page, new() { ["Form.Answer"] = "yes" });
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Nobody is refused help. Please ring us on 01632 960123");
        (await StatusAsync(id)).ShouldBe(ExchangeStatus.Unconfirmed);
    }

    [Fact]
    public async Task The_one_who_logged_can_take_it_back_until_somebody_answers()
    {
        var (ann, bob) = (await place.MemberAsync("Ann"), await place.MemberAsync("Bob"));
        var (_, id) = await ann.GaveAsync(60, to: bob.Member);
        var browser = await ann.BrowserAsync();
        var page = await browser.OpenAsync($"exchanges/{id.Value}");
        await browser.SendAsync(page, new() { ["Form.Answer"] = "back" });
        (await StatusAsync(id)).ShouldBe(ExchangeStatus.Withdrawn);
        (await bob.ConfirmsAsync(id)).ShouldBe(AnswerExchange.Outcome.NoLongerOpen);
        var (_, second) = await ann.GaveAsync(60, to: bob.Member);
        page = await browser.OpenAsync($"exchanges/{second.Value}");
        await bob.ConfirmsAsync(second);
        page = await browser.SendAsync(page, new() { ["Form.Answer"] = "back" });
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("It was answered in the meantime");
        (await StatusAsync(second)).ShouldBe(ExchangeStatus.Confirmed);
    }

    [Fact]
    public async Task An_exchange_of_others_is_not_there()
    {
        var (ann, bob, eve) = (await place.MemberAsync("Ann"), await place.MemberAsync("Bob"), await place.MemberAsync("Eve"));
        var (_, id) = await ann.GaveAsync(60, to: bob.Member, "A private matter");
        var browser = await eve.BrowserAsync();
        await browser.OpenAsync($"exchanges/{id.Value}");
        browser.Status.ShouldBe(HttpStatusCode.NotFound);
        browser.Body.ShouldNotContain("A private matter");
    }

    [Fact]
    public async Task Its_address_leads_a_coordinator_to_where_they_settle_it_unless_it_is_their_own()
    {
        var (ann, bob) = (await place.MemberAsync("Ann"), await place.MemberAsync("Bob"));
        var (_, id) = await ann.GaveAsync(60, to: bob.Member, "A private matter");
        var browser = await (await place.CoordinatorAsync()).BrowserAsync();
        (await browser.OpenAsync($"exchanges/{id.Value}")).Body!.TextContent.ShouldContain("A private matter");
        browser.Path.ShouldBe($"/riverside/exchanges/{id.Value}/settle");
        await browser.OpenAsync($"exchanges/{Guid.NewGuid()}");
        browser.Status.ShouldBe(HttpStatusCode.NotFound);
        await place.WriteAsync(async db => (await db.RoleHolders.SingleAsync(h => h.Id == bob.Id)).Roles = [Role.Member, Role.Coordinator]);
        browser = await bob.BrowserAsync();
        await browser.OpenAsync($"exchanges/{id.Value}");
        browser.Path.ShouldBe($"/riverside/exchanges/{id.Value}");
    }

    [Fact]
    public async Task Somebody_without_mail_and_sign_in_is_not_said_to_have_been_asked()
    {
        var (ann, bob) = (await place.MemberAsync("Ann"), await place.AddMemberAsync("Bob", "Phones"));
        var (_, id) = await ann.GaveAsync(60, to: bob);
        var browser = await ann.BrowserAsync();
        (await NextAsync()).ShouldContain("Bob Phones has no e-mail address and no sign-in here, so a coordinator will ask");
        browser.Body.ShouldNotContain("We have asked");
        await place.WriteAsync(db =>
            db.MemberContacts.Where(c => c.MemberId == bob).ExecuteUpdateAsync(c => c.SetProperty(x => x.Email, "bob@example.org"))
        );
        (await NextAsync()).ShouldContain("We have asked Bob Phones whether it is right.");
        async Task<string> NextAsync() => (await browser.OpenAsync($"exchanges/{id.Value}")).Body!.TextContent;
    }

    [Fact]
    public async Task The_link_in_a_mail_answers_without_sign_in_and_opening_it_changes_nothing()
    {
        var ann = await place.MemberAsync("Ann");
        var bob = await place.AddMemberAsync("Bob", email: "bob@example.org");
        var (_, id) = await ann.GaveAsync(90, to: bob);
        var link = await LinkAsync(id);
        var browser = bank.Stranger();
        var page = await browser.OpenAsync(link);
        browser.Status.ShouldBe(HttpStatusCode.OK);
        page.Body!.TextContent.ShouldContain("Ann Example gave you an hour and a half today.");
        (await StatusAsync(id)).ShouldBe(ExchangeStatus.Unconfirmed);
        page = await browser.SendAsync(page, new() { ["Form.Answer"] = "yes" });
        page.Body!.TextContent.ShouldContain("Thank you. The hours have moved.");
        (await StatusAsync(id)).ShouldBe(ExchangeStatus.Confirmed);
        (await place.BalanceAsync(bob)).ShouldBe(30);
        (await browser.OpenAsync(link)).Body!.TextContent.ShouldContain("Bob Example");
    }

    [Fact]
    public async Task By_the_link_one_can_say_that_it_is_not_right()
    {
        var ann = await place.MemberAsync("Ann");
        var bob = await place.AddMemberAsync("Bob", email: "bob@example.org");
        var (_, id) = await ann.GaveAsync(90, to: bob);
        var browser = bank.Stranger();
        var page = await browser.OpenAsync(await LinkAsync(id));
        page = await browser.SendAsync(page, new() { ["Form.Answer"] = "no", ["Form.Reason"] = "It was an hour" });
        page.Body!.TextContent.ShouldContain("A coordinator will get in touch.");
        (await StatusAsync(id)).ShouldBe(ExchangeStatus.Disputed);
    }

    [Fact]
    public async Task A_link_that_ran_out_is_cut_short_or_is_of_another_organisation_does_nothing()
    {
        var ann = await place.MemberAsync("Ann");
        var bob = await place.AddMemberAsync("Bob", email: "bob@example.org");
        var (_, id) = await ann.GaveAsync(90, to: bob);
        var link = await LinkAsync(id);
        var browser = bank.Stranger();
        foreach (
            var wrong in new[]
            {
                link[..^5],
                link.Replace("riverside", "hillside"),
                "/riverside/answer/%20",
                $"/riverside/answer/{new string('a', 2000)}",
            }
        )
        {
            (await browser.OpenAsync(wrong)).Body!.TextContent.ShouldContain("This link does not work any more");
            browser.Status.ShouldBe(HttpStatusCode.Gone);
        }
    }

    private async Task<string> LinkAsync(ExchangeId id) =>
        (await place.ReadAsync(db => db.Outbox.Where(o => o.Kind == OutboxKind.Mail).Select(o => o.Letter).ToListAsync()))
            .Select(l => JsonSerializer.Deserialize<Letter>(l)!.Link!)
            .Last(l => ReadsAs(l, id));

    private bool ReadsAs(string link, ExchangeId id)
    {
        using var scope = place.Enter();
        var links = (AnswerLinks)scope.ServiceProvider.GetService(typeof(AnswerLinks))!;
        return links.Read(link.Split('/')[^1])?.Exchange == id;
    }

    private Task<ExchangeStatus> StatusAsync(ExchangeId id) =>
        place.ReadAsync(db => db.Exchanges.Where(e => e.Id == id).Select(e => e.Status).SingleAsync());
}
