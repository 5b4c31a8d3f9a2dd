using CoProduce.Tests.Support;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Members;

/// <summary>What a member says of themself, and who looked at it.</summary>
public sealed class MembersKeepTheirProfileTests(Bank bank) : IClassFixture<Bank>
{
    private readonly Place place = bank.Riverside;

    [Fact]
    public async Task The_same_form_sent_twice_is_done_once_and_with_other_answers_is_refused()
    {
        var ann = await place.MemberAsync("Ann");
        var details = new ProfileForm { About = "Born in Stroud" };
        for (var i = 0; i < 2; i++)
            (await ann.DoAsync((ChangeProfile change) => change.HandleAsync(details))).ShouldBe(ChangeProfile.Outcome.Changed);
        details.About = "Born in Slough";
        await Should.ThrowAsync<AlreadySentException>(() => ann.DoAsync((ChangeProfile change) => change.HandleAsync(details)));
        (await place.ReadAsync(db => db.AuditLines.CountAsync(a => a.Deed == nameof(ChangeProfile) && a.By == ann.Id))).ShouldBe(1);
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
