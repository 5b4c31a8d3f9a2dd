using CoProduce.Tests.Support;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Members;

/// <summary>What a member says of themself, and who looked at it.</summary>
public sealed class MembersKeepTheirProfileTests(Bank bank) : IClassFixture<Bank>
{
    private readonly Place place = bank.Riverside;

    [Fact]
    public async Task Skills_are_added_in_ones_own_words_and_taken_away()
    {
        var browser = await (await place.MemberAsync("Ann")).BrowserAsync();
        const string add = "main form.form";
        var page = await browser.SendAsync(await browser.OpenAsync("me"), new() { ["Form.Words"] = "Whistling 🌹" }, add);
        page.Body!.TextContent.ShouldContain("Whistling 🌹");
        page = await browser.SendAsync(page, new() { ["Form.Words"] = "whistling 🌹" }, add);
        page.QuerySelector("#f-Words-error")!.TextContent.ShouldContain("This stands in your list already.");
        page = await browser.SendAsync(page, new() { ["Form.Words"] = new string('x', 10_000) }, add);
        page.QuerySelector("#f-Words-error")!.TextContent.ShouldContain("at most 120 characters");
        page = await browser.SendAsync(await browser.OpenAsync("me"), [], "main .line-actions form");
        page.Body!.TextContent.ShouldContain("It is taken away.");
        page.Body!.TextContent.ShouldNotContain("Whistling");
    }

    [Fact]
    public async Task Details_are_changed_and_a_wrong_address_comes_back_to_be_mended()
    {
        var ann = await place.MemberAsync("Ann");
        var browser = await ann.BrowserAsync();
        var answers = new Dictionary<string, string?>
        {
            ["Form.Prefers"] = "Email",
            ["Form.Email"] = "ann at home",
            ["Form.About"] = "Born in Stroud",
        };
        var page = await browser.SendAsync(await browser.OpenAsync("me/change"), answers);
        page.QuerySelector("#f-Email-error")!.TextContent.ShouldContain("Write the e-mail address as name@place");
        page = await browser.SendAsync(page, new() { ["Form.Email"] = "ann@home.example" });
        page.Body!.TextContent.ShouldContain("Your details are changed.");
        page.Body!.TextContent.ShouldContain("Born in Stroud");
        (await place.ReadAsync(db => db.MemberContacts.Where(c => c.MemberId == ann.Member).Select(c => c.Email).SingleAsync())).ShouldBe(
            "ann@home.example"
        );
    }

    [Fact]
    public async Task Who_looked_is_shown()
    {
        var ann = await place.MemberAsync("Ann");
        var cora = await place.CoordinatorAsync("Cora");
        var browser = await ann.BrowserAsync();
        (await browser.OpenAsync("me")).Body!.TextContent.ShouldContain("Nobody so far.");
        await cora.DoAsync((ContactDoor door) => door.OpenAsync(ann.Member));
        (await browser.OpenAsync("me")).Body!.TextContent.ShouldContain("Cora Staff, today at");
    }
}
