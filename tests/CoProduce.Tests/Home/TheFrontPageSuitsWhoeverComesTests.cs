using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Home;

/// <summary>The first page of an organisation for strangers, members and staff.</summary>
public sealed class TheFrontPageSuitsWhoeverComesTests(Bank bank) : IClassFixture<Bank>
{
    private readonly Place place = bank.Riverside;

    [Fact]
    public async Task A_stranger_is_welcomed()
    {
        var page = await bank.Stranger().OpenAsync("/riverside");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Riverside Time Bank");
        page.QuerySelector("main a[href='riverside/sign-in']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Somebody_of_another_organisation_is_a_stranger_here()
    {
        var hilda = await bank.Hillside.MemberAsync("Hilda");
        var page = await (await hilda.BrowserAsync()).OpenAsync("/riverside");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Riverside Time Bank");
    }

    [Theory]
    [InlineData(Role.Coordinator, "/riverside/today")]
    [InlineData(Role.Trustee, "/riverside/report")]
    [InlineData(Role.Manager, "/riverside/settings")]
    public async Task Staff_come_to_their_own_first_place(Role role, string path)
    {
        var browser = await (await place.StaffAsync("Sam", role)).BrowserAsync();
        await browser.OpenAsync("");
        browser.Path.ShouldStartWith(path);
    }

    [Fact]
    public async Task A_member_finds_five_places_and_two_large_ways_in()
    {
        var page = await (await (await place.MemberAsync("Ann")).BrowserAsync()).OpenAsync("");
        page.QuerySelectorAll(".places a")
            .Select(a => a.GetAttribute("href"))
            .ShouldBe(["riverside", "riverside/log", "riverside/offers", "riverside/statement", "riverside/me"]);
        page.QuerySelectorAll("a.door").Length.ShouldBe(2);
        page.QuerySelector(".balance-sentence")!.TextContent.ShouldBe("You have 2 time credits to spend.");
    }

    [Fact]
    public async Task A_member_who_rests_is_told_whom_to_ring()
    {
        var ann = await place.MemberAsync("Ann");
        await place.WriteAsync(db =>
            db.Members.Where(m => m.Id == ann.Member).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Suspended))
        );
        var page = await (await ann.BrowserAsync()).OpenAsync("");
        page.Body!.TextContent.ShouldContain("Your membership is resting at the moment.");
    }
}
