using AngleSharp.Html.Dom;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Care;

/// <summary>A check blocks the kinds of help that the organisation says need it, and nothing else.</summary>
public sealed class ChecksOpenTheWay(Bank bank) : IClassFixture<Bank>
{
    private const string Driving = "Driving licence and insurance seen";

    [Fact]
    public async Task One_that_ran_out_blocks_the_help_that_needs_it_and_the_sentence_says_what_to_do()
    {
        var (here, cora, browser) = await DriversAsync();
        var (dai, _) = (await here.AddMemberAsync("Dai", "Driver"), await here.AddMemberAsync("Rosa", "Rider"));
        await cora.ChecksAsync(dai, Driving, Caring.Today.AddMonths(-13)); // lasts twelve months
        var page = await LogAsync(browser, here, "Lifts");
        page.QuerySelector(".notice-warn")!
            .TextContent.ShouldContain(
                "“Driving licence and insurance seen” of Dai Driver ran out on 18 Oct 2026, and “Lifts” needs it. Record a new check first, or choose another kind of help."
            );
        (await here.ReadAsync(db => db.Exchanges.AnyAsync())).ShouldBeFalse();
        (await here.BalanceAsync(dai)).ShouldBe(120);
        (await LogAsync(browser, here, "Gardening")).QuerySelector(".notice-done").ShouldNotBeNull();
        await cora.ChecksAsync(dai, Driving, Caring.Today);
        (await LogAsync(browser, here, "Lifts")).QuerySelector(".notice-done").ShouldNotBeNull();
    }

    [Fact]
    public async Task None_at_all_and_one_that_was_not_satisfactory_block_too_and_conditions_do_not()
    {
        var (here, cora, browser) = await DriversAsync();
        var (dai, _) = (await here.AddMemberAsync("Dai", "Driver"), await here.AddMemberAsync("Rosa", "Rider"));
        (await LogAsync(browser, here, "Lifts")).QuerySelector(".notice-warn")!.TextContent.ShouldContain("Dai Driver has no “Driving");
        await cora.ChecksAsync(dai, Driving, Caring.Today, CheckDecision.NotSatisfied);
        (await LogAsync(browser, here, "Lifts")).QuerySelector(".notice-warn")!.TextContent.ShouldContain("was not satisfactory");
        await cora.ChecksAsync(dai, Driving, Caring.Today, CheckDecision.WithConditions, note: "Not after dark");
        (await LogAsync(browser, here, "Lifts")).QuerySelector(".notice-done").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_newest_is_in_force_and_the_earlier_ones_stay()
    {
        var (here, cora, browser) = await DriversAsync();
        var dai = await here.AddMemberAsync("Dai", "Driver");
        await cora.ChecksAsync(dai, Driving, Caring.Today.AddYears(-1), note: "The red car");
        await cora.ChecksAsync(dai, Driving, Caring.Today, note: "The blue car");
        var checks = await here.ReadAsync(db => db.MemberChecks.OrderBy(c => c.Number).ToListAsync());
        checks.Select(c => (c.Number, c.Until)).ShouldBe([(1, Caring.Today), (2, Caring.Today.AddYears(1))]);
        var page = await browser.OpenAsync($"members/{dai.Value}/checks");
        page.QuerySelector("main > .lines, main .lines")!.TextContent.ShouldContain("The blue car");
        page.QuerySelector("main details")!.TextContent.ShouldContain("18 Nov 2025");
        page.QuerySelectorAll("input[type=file]").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_members_log_themselves_is_logged_and_a_coordinator_looks_at_it()
    {
        var (here, _, browser) = await DriversAsync();
        var (dai, rosa) = (await here.MemberAsync("Dai", "Driver"), await here.MemberAsync("Rosa", "Rider"));
        var form = new LogExchangeForm
        {
            Other = dai.Member.Value,
            HowLong = DurationChoice.From(60),
            Description = "A lift to town",
            Category = (await here.CategoryAsync("Lifts")).Value.ToString(),
        };
        (await rosa.DoAsync((LogExchange log) => log.HandleAsync(form))).ShouldBe(LogOutcome.Logged);
        (await browser.OpenAsync("today")).Body!.TextContent.ShouldContain("1 exchange that members logged needs your eye.");
        var page = await browser.OpenAsync("checks/look");
        page.Body!.TextContent.ShouldContain("Dai Driver has no “Driving licence and insurance seen” on record");
        var press = page.QuerySelector("button[name=Press]")!.GetAttribute("value");
        page = await browser.SendAsync(page, new() { ["Press"] = press });
        page.Body!.TextContent.ShouldContain("There is nothing to look at.");
        var mark = await here.ReadAsync(db => db.CareMarks.SingleAsync());
        (mark.SubjectId, mark.MemberId, mark.ReadAt).ShouldBe((form.RequestKey, dai.Member, bank.Clock.GetUtcNow()));
        mark.ReadBy.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_offer_of_such_help_waits_for_the_check_too()
    {
        var (here, _, browser) = await DriversAsync();
        var dai = await here.AddMemberAsync("Dai", "Driver");
        var lifts = (await here.CategoryAsync("Lifts")).Value.ToString();
        var answers = new Dictionary<string, string?> { ["Form.Title"] = "Lifts to town", ["Form.Kinds"] = lifts };
        var page = await browser.SendAsync(await browser.OpenAsync($"members/{dai.Value}/offers/new"), answers);
        page.QuerySelector(".notice-warn").ShouldNotBeNull(browser.Body).TextContent.ShouldContain("Record the check first");
        (await here.ReadAsync(db => db.Offers.AnyAsync())).ShouldBeFalse();
        page = await browser.SendAsync(await browser.OpenAsync($"members/{dai.Value}/requests/new"), answers);
        page.QuerySelector(".notice-done").ShouldNotBeNull(); // to be driven needs no licence
    }

    [Theory]
    [InlineData("Form.Kind", "", "Choose which check it is.")]
    [InlineData("Form.SeenBy", " ", "Write who saw it.")]
    [InlineData("Form.SeenOn.Year", "2031", "That day has not come yet.")]
    [InlineData("Form.Until.Day", "31", "Write the date as day")]
    [InlineData("Form.Decision", "WithConditions", "what the conditions are")]
    public async Task A_slip_is_told_and_nothing_is_recorded(string field, string typed, string says)
    {
        var (here, _, browser) = await DriversAsync();
        var dai = await here.AddMemberAsync("Dai", "Driver");
        var page = await browser.OpenAsync($"members/{dai.Value}/checks");
        var answers = new Dictionary<string, string?> { ["Form.Kind"] = (await here.KindAsync(Driving)).Value.ToString(), [field] = typed };
        page = await browser.SendAsync(page, answers);
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain(says);
        (await here.ReadAsync(db => db.MemberChecks.AnyAsync())).ShouldBeFalse();
    }

    private async Task<(Place Here, Actor Cora, Browser Browser)> DriversAsync()
    {
        var here = await bank.CreateAsync($"drivers-{Guid.NewGuid():N}"[..30], "Drivers");
        await here.NeedsAsync("Lifts", Driving);
        var cora = await here.CoordinatorAsync();
        return (here, cora, await cora.BrowserAsync());
    }

    private static async Task<IHtmlDocument> LogAsync(Browser browser, Place here, string category) =>
        await browser.SendAsync(
            await browser.OpenAsync("desk/log"),
            new()
            {
                ["Form.GiverTyped"] = "driver",
                ["Form.ReceiverTyped"] = "rider",
                ["Form.HowLong.Typed"] = "0:30",
                ["Form.Description"] = "To town",
                ["Form.Category"] = (await here.CategoryAsync(category)).Value.ToString(),
            }
        );
}
