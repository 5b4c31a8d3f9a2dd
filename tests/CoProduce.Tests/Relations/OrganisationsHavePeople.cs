using CoProduce.Tests.Support;
using CoProduce.Web.Features.Joining.Adding;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Relations;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Relations;

/// <summary>An organisation-member has several people through whom it is reached; who looked is written down.</summary>
public sealed class OrganisationsHavePeople(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task They_are_added_changed_and_taken_out_on_one_page_and_a_look_is_kept()
    {
        var (here, cora) = (bank.Riverside, await bank.Riverside.CoordinatorAsync());
        var add = new AddMemberForm
        {
            FirstName = "Library",
            IsOrganisation = true,
            Hub = here.Hub.Value,
        };
        await cora.DoAsync((AddMember use) => use.HandleAsync(add));
        var browser = await cora.BrowserAsync();
        var at = $"members/{add.RequestKey}/contacts";

        var page = await browser.SendAsync(await browser.OpenAsync(at), new() { ["Form.Name"] = " ", ["Form.Phone"] = "01632 960777" });
        page.QuerySelector("#f-Name-error").ShouldNotBeNull();
        page = await browser.SendAsync(page, new() { ["Form.Name"] = "Lil" });
        page.Body!.TextContent.ShouldContain("01632 960777");
        (await here.ReadAsync(db => db.RecordViews.CountAsync(v => v.MemberId == new MemberId(add.RequestKey)))).ShouldBe(1);

        var change = page.QuerySelector("main .line-actions a")!.GetAttribute("href")!;
        page = await browser.SendAsync(await browser.OpenAsync("/" + change), new() { ["Form.Name"] = "Lily" });
        page.Body!.TextContent.ShouldContain("Lily");
        page = await browser.SendAsync(await browser.OpenAsync("/" + change), new() { ["Form.IsRemoved"] = "true" });
        page.Body!.TextContent.ShouldNotContain("Lily");
    }

    [Fact]
    public async Task A_person_has_none()
    {
        var (cora, ann) = (await bank.Riverside.CoordinatorAsync(), await bank.Riverside.AddMemberAsync("Ann"));
        var form = new OrganisationContactForm { Member = ann.Value, Name = "Nobody" };
        (await cora.DoAsync((KeepContact use) => use.HandleAsync(form))).ShouldBe(KeepContact.Outcome.NotFound);
    }
}
