using CoProduce.Tests.Support;
using CoProduce.Web.Features.Exchanges;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Matching;

public sealed class TodayShowsWhatNeedsAPerson(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task Nothing_in_an_empty_organisation()
    {
        var here = await bank.CreateAsync("empty-today", "Empty");
        var page = await (await (await here.CoordinatorAsync()).BrowserAsync()).OpenAsync("today");
        page.QuerySelector(".empty")!.TextContent.ShouldContain("Nothing waits for you.");
    }

    [Fact]
    public async Task Disputes_waiting_yeses_and_new_and_quiet_members()
    {
        var here = await bank.CreateAsync("busy-today", "Busy");
        var (ann, bob) = (await here.MemberAsync("Ann"), await here.MemberAsync("Bob"));
        await here.AddMemberAsync("Newly", "Joined");
        var (_, disputed) = await ann.GaveAsync(60, to: bob.Member, "Mended a gate");
        await bob.DisputesAsync(disputed, "It was the fence");
        await ann.GaveAsync(30, to: bob.Member, "Posted a parcel");
        var page = await (await (await here.CoordinatorAsync()).BrowserAsync()).OpenAsync("today");
        Section(page, "Somebody says it is not right").ShouldContain("It was the fence");
        Section(page, "The other side has not answered").ShouldContain("Posted a parcel");
        Section(page, "New, and nobody met yet").ShouldContain("Newly Joined");
        Section(page, "New, and nobody met yet").ShouldNotContain("Ann");
        bank.Clock.Advance(TimeSpan.FromDays(70));
        page = await (await (await here.CoordinatorAsync()).BrowserAsync()).OpenAsync("today");
        Section(page, "Gone quiet").ShouldContain("Newly Joined");
        Section(page, "The other side has not answered").ShouldContain("Stuck");
        bank.Clock.Advance(TimeSpan.FromDays(-70));
    }

    [Fact]
    public async Task And_hours_for_the_organisation_are_confirmed_with_one_button()
    {
        var ann = await bank.Riverside.MemberAsync("Ann");
        var form = new LogExchangeForm
        {
            ForTheOrganisation = true,
            IGave = true,
            HowLong = CoProduce.Web.Ui.DurationChoice.From(60),
            Description = "Watered the hall's plants",
        };
        (await ann.DoAsync((LogExchange log) => log.HandleAsync(form))).ShouldBe(LogOutcome.Logged);
        var browser = await (await bank.Riverside.CoordinatorAsync()).BrowserAsync();
        var page = await browser.OpenAsync("today");
        var after = await browser.SendAsync(
            page,
            new() { ["Confirm"] = page.QuerySelector("button[name=Confirm]")!.GetAttribute("value") }
        );
        after.QuerySelector(".notice-done")!.TextContent.ShouldContain("Watered the hall's plants");
        (await ann.BalanceAsync()).ShouldBe(180);
        (await bank.Riverside.ReadAsync(db => db.Exchanges.SingleAsync(e => e.Id == new ExchangeId(form.RequestKey)))).Status.ShouldBe(
            ExchangeStatus.Confirmed
        );
    }

    private static string Section(AngleSharp.Html.Dom.IHtmlDocument page, string title) =>
        page.QuerySelector($"section[aria-label='{title}']")?.TextContent ?? throw new InvalidOperationException($"No section {title}.");
}
