using CoProduce.Tests.Support;
using CoProduce.Web.Features.Activities;
using CoProduce.Web.Features.Joining.Adding;
using CoProduce.Web.Features.Members;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>Pages that several stories walk.</summary>
internal static class WalkingPages
{
    /// <summary>Types a register, reads it back and puts it into the books.</summary>
    public static async Task RegistersAsync(
        this Browser browser,
        string what,
        string gave,
        string tookPart = "",
        string howLong = "1",
        Difference difference = Difference.Organisation
    )
    {
        var page = await browser.SendAsync(
            await browser.OpenAsync("register"),
            new()
            {
                ["Form.Gave"] = gave,
                ["Form.TookPart"] = tookPart,
                ["Form.HowLong.Typed"] = howLong,
                ["Form.Description"] = what,
                ["Form.Difference"] = $"{difference}",
                ["Form.Step"] = RegisterForm.Look,
            }
        );
        page = await browser.SendAsync(page, new() { ["Form.Step"] = RegisterForm.Post });
        page.QuerySelector(".notice-done").ShouldNotBeNull(browser.Body);
    }

    /// <summary>The words of a page between its header and its footer.</summary>
    public static async Task<string> ReadsAsync(this Browser browser, string path) =>
        (await browser.OpenAsync(path)).QuerySelector("main")!.TextContent;

    /// <summary>A coordinator adds an organisation that is a member.</summary>
    public static async Task<MemberId> AddsOrganisationAsync(this Actor cora, string name)
    {
        var add = new AddMemberForm
        {
            FirstName = name,
            IsOrganisation = true,
            Hub = cora.Place.Hub.Value,
        };
        (await cora.DoAsync((AddMember use) => use.HandleAsync(add))).ShouldBe(AddMember.Outcome.Added);
        return new(add.RequestKey);
    }
}
