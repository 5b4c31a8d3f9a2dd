using System.Net;
using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Relations;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Relations;

/// <summary>A carer acts for a member without a sign-in, telephone or address, and every line says so.</summary>
public sealed class SomebodyActsForAMember(Bank bank) : IClassFixture<Bank>
{
    private Place Here => bank.Riverside;

    [Fact]
    public async Task Logs_answers_and_puts_up_requests_there_and_every_line_says_who_did_it()
    {
        var (cora, dina, olga, ben) = (
            await Here.CoordinatorAsync(),
            await Here.MemberAsync("Dina", "Daughter"),
            await Here.AddMemberAsync("Olga", "Old"),
            await Here.MemberAsync("Ben")
        );
        (await SetAsync(cora, dina, olga)).ShouldBe(SetActing.Outcome.Set);
        var browser = await dina.BrowserAsync();
        (await browser.OpenAsync("")).QuerySelector($"main a[href='/for/{olga.Value}/riverside']").ShouldNotBeNull();

        var home = await browser.OpenAsync(Of(olga, ""));
        home.Body!.TextContent.ShouldContain("You act for Olga Old.");
        home.Body.TextContent.ShouldContain("Hello Olga");
        home.QuerySelector("base")!.GetAttribute("href").ShouldBe($"/for/{olga.Value}/");

        var (_, given) = await ben.GaveAsync(60, to: olga);
        var page = await browser.OpenAsync(Of(olga, $"/exchanges/{given.Value}"));
        await browser.SendAsync(page, new() { ["Form.Answer"] = "yes" });
        (await Here.BalanceAsync(olga)).ShouldBe(60);
        (await browser.OpenAsync(Of(olga, "/statement"))).Body!.TextContent.ShouldContain("Dina Daughter confirmed it for you.");
        var bens = await ben.BrowserAsync();
        (await bens.OpenAsync($"exchanges/{given.Value}")).Body!.TextContent.ShouldContain(
            "Dina Daughter said for Olga Old that it is right"
        );
        (await bens.OpenAsync("statement")).Body!.TextContent.ShouldContain("Dina Daughter confirmed it for Olga Old.");

        var logged = await LogAsync(browser, olga, ben.Member);
        (logged.LoggedBy, logged.LoggedFor).ShouldBe((dina.Id, olga));
        (await bens.OpenAsync($"exchanges/{logged.Id.Value}")).Body!.TextContent.ShouldContain("Dina Daughter logged it for Olga Old.");
        (await (await cora.BrowserAsync()).OpenAsync($"exchanges/{logged.Id.Value}/settle")).Body!.TextContent.ShouldContain(
            "Dina Daughter for Olga Old"
        );
        var shown = await cora.DoAsync((ActingQuery query) => query.OfAsync(olga));
        shown!.Done.Select(d => d.Deed).ShouldBe([nameof(LogExchange), nameof(AnswerExchange)], ignoreOrder: true);
        await Here.BooksAreSoundAsync();
    }

    [Fact]
    public async Task Is_nobody_for_a_member_without_leave_nor_after_it_was_taken_back_or_ran_out()
    {
        var (cora, dina, olga) = (await Here.CoordinatorAsync(), await Here.MemberAsync("Dina"), await Here.AddMemberAsync("Olga"));
        var browser = await dina.BrowserAsync();
        await RefusesAsync();
        await SetAsync(cora, dina, olga, days: 3);
        await browser.OpenAsync(Of(olga, "/statement"));
        browser.Status.ShouldBe(HttpStatusCode.OK);

        var acting = (await cora.DoAsync((ActingQuery query) => query.OfAsync(olga)))!.Open.Single();
        var end = new EndActingForm { Acting = acting.Id.Value.ToString(), Reason = "She moved" };
        (await (await Here.MemberAsync("Stranger")).DoAsync((EndActing use) => use.HandleAsync(end))).ShouldBe(EndActing.Outcome.NotFound);
        (await cora.DoAsync((EndActing use) => use.HandleAsync(end))).ShouldBe(EndActing.Outcome.Ended);
        await RefusesAsync();

        (await SetAsync(cora, dina, olga, days: 3)).ShouldBe(SetActing.Outcome.Set);
        bank.Clock.Advance(TimeSpan.FromDays(5));
        await RefusesAsync();

        async Task RefusesAsync()
        {
            await browser.OpenAsync(Of(olga, "/statement"));
            browser.Status.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task Is_only_the_member_there_and_on_no_page_that_does_not_say_so()
    {
        var olga = await Here.MemberAsync("Olga");
        var cora = await Here.CoordinatorAsync("Carla");
        await SetAsync(await Here.CoordinatorAsync(), cora, olga.Member);
        var browser = await cora.BrowserAsync();

        await browser.OpenAsync(Of(olga.Member, $"/members/{olga.Member.Value}"));
        browser.Path.ShouldBe($"/riverside/members/{olga.Member.Value}");
        (await browser.OpenAsync(Of(olga.Member, "/me"))).Body!.TextContent.ShouldNotContain("Who has looked");
        await browser.OpenAsync(Of(olga.Member, "/gift"));
        browser.Path.ShouldStartWith("/riverside/");
        (await olga.DoAsync((ActingQuery query) => query.OfAsync(olga.Member)))!.Open.Single().Name.ShouldContain("Carla");
    }

    [Fact]
    public async Task Who_has_no_sign_in_is_invited_and_acts_once_they_are_here_without_any_role()
    {
        var (cora, olga) = (await Here.CoordinatorAsync(), await Here.AddMemberAsync("Olga"));
        var form = Form(olga, "Nell Niece", "nell@example.org");
        (await cora.DoAsync((SetActing use) => use.HandleAsync(form))).ShouldBe(SetActing.Outcome.Set);
        var again = Form(olga, "Nell Niece", "nell@example.org");
        (await cora.DoAsync((SetActing use) => use.HandleAsync(again))).ShouldBe(SetActing.Outcome.ActsAlready);
        (
            await Here.ReadAsync(db => db.Invitations.Where(i => i.Email == "nell@example.org").Select(i => i.Roles.Count).SingleAsync())
        ).ShouldBe(0);
        (await Here.ReadAsync(db => db.ActingFor.SingleAsync(a => a.MemberId == olga))).HolderId.ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_acts_for_themself_nor_in_a_place_of_custody()
    {
        var (cora, dina) = (await Here.CoordinatorAsync(), await Here.MemberAsync("Dina"));
        (await SetAsync(cora, dina, dina.Member)).ShouldBe(SetActing.Outcome.Themself);
        var place = await bank.CreateAsync("custody", "Custody");
        var (inside, carer) = (await place.AddMemberAsync("Ian"), await place.MemberAsync("Carl"));
        var staff = await place.CoordinatorAsync();
        (await SetAsync(staff, carer, inside)).ShouldBe(SetActing.Outcome.Set);
        await place.WriteAsync(db => db.Hubs.ExecuteUpdateAsync(h => h.SetProperty(x => x.Kind, HubKind.Custody)));
        (await SetAsync(staff, carer, inside)).ShouldBe(SetActing.Outcome.Custody);
        (await carer.DoAsync((ActingQuery query) => query.MineAsync())).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_coordinator_who_acts_for_somebody_finds_the_way_on_their_day_and_no_page_of_a_member_that_they_are_not()
    {
        var (cora, olga) = (await Here.CoordinatorAsync("Carys"), await Here.AddMemberAsync("Olga"));
        (await SetAsync(await Here.CoordinatorAsync(), cora, olga)).ShouldBe(SetActing.Outcome.Set);
        var page = await (await cora.BrowserAsync()).OpenAsync("today");
        page.QuerySelector($"main a[href='/for/{olga.Value}/riverside']").ShouldNotBeNull();
        page.QuerySelector(".me-panel")!.TextContent.ShouldNotContain("My page");
        page = await (await (await Here.MemberAsync("Mem")).BrowserAsync()).OpenAsync("");
        page.QuerySelector(".me-panel")!.TextContent.ShouldContain("My page");
    }

    [Theory]
    [InlineData("//evil.example/page")]
    [InlineData("/\\\\evil.example/page")]
    [InlineData("///evil.example")]
    public async Task The_way_back_to_oneself_never_leads_to_another_site(string after)
    {
        var browser = bank.Stranger();
        var (_, location) = await browser.AskAsync(new(HttpMethod.Get, $"/for/{Guid.CreateVersion7()}{after}"));
        location.ShouldNotStartWith("//");
        location.ShouldNotStartWith("/\\");
    }

    private static string Of(MemberId member, string path) => $"/for/{member.Value}/riverside{path}";

    private async Task<Exchange> LogAsync(Browser browser, MemberId member, MemberId helper)
    {
        var page = await browser.OpenAsync(Of(member, "/log?gave=false"));
        var answers = new Dictionary<string, string?>
        {
            ["Form.Who"] = helper.Value.ToString(),
            ["Form.HowLong.Choice"] = "60",
            ["Form.Description"] = "Company",
        };
        await browser.SendAsync(page, answers);
        return await Here.ReadAsync(db => db.Exchanges.SingleAsync(e => e.Description == "Company"));
    }

    private ActingForm Form(MemberId member, string name, string email, int? days = null)
    {
        var today = DateOnly.FromDateTime(bank.Clock.GetUtcNow().UtcDateTime);
        return new()
        {
            Member = member.Value,
            Name = name,
            Email = email,
            Relation = "daughter",
            AgreedBy = "Olga",
            Door = Door.Paper,
            From = DateBoxes.From(today),
            Until = days is { } d ? DateBoxes.From(today.AddDays(d)) : new(),
        };
    }

    private Task<SetActing.Outcome> SetAsync(Actor by, Actor who, MemberId member, int? days = null)
    {
        var form = Form(member, "Whoever", who.SignIn.Email!, days);
        return by.DoAsync((SetActing use) => use.HandleAsync(form));
    }
}
