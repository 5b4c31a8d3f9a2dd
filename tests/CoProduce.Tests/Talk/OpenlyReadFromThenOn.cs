using System.Net;
using CoProduce.Tests.Messages;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Care;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using static CoProduce.Web.Features.Talk.WriteMessage.Outcome;

namespace CoProduce.Tests.Talk;

/// <summary>Coordinators read messages only where the organisation says so openly, and only what is written from that moment on.</summary>
public sealed class OpenlyReadFromThenOn(WritingBank bank) : IClassFixture<WritingBank>
{
    [Fact]
    public async Task What_was_written_before_stays_between_the_two_and_both_are_told()
    {
        var (here, ann, bob) = await bank.TwoWhoMetAsync();
        var cora = await here.CoordinatorAsync();
        await ann.WritesAsync(bob.Member, "Between us");
        (await ann.ReadsAsync($"me/messages/{bob.Member.Value}")).ShouldContain("Only the two of you read this; coordinators do not.");
        (await StatusAsync(cora, $"members/{ann.Member.Value}/messages")).ShouldBe(HttpStatusCode.NotFound);
        (await cora.ReadsAsync($"members/{ann.Member.Value}")).ShouldNotContain("Messages to other members");
        await here.ChangesTalkAsync(isOn: true, coordinatorsRead: true);
        foreach (var (who, other) in new[] { (ann, bob), (bob, ann) })
            (await who.ReadsAsync($"me/messages/{other.Member.Value}")).ShouldContain(
                "Coordinators of Talk can read what is written here since"
            );
        (await bob.WritesAsync(ann.Member, "For all to hear", knows: true)).ShouldBe(Sent);
        (await cora.ReadsAsync($"members/{ann.Member.Value}")).ShouldContain("Messages to other members");
        (await cora.ReadsAsync($"members/{ann.Member.Value}/messages")).ShouldContain("Bob Birch");
        var read = await cora.ReadsAsync($"members/{ann.Member.Value}/messages/{bob.Member.Value}");
        read.ShouldContain("For all to hear");
        read.ShouldNotContain("Between us");
        foreach (var member in new[] { ann.Member, bob.Member })
            (
                await here.ReadAsync(db =>
                    db.RecordViews.AnyAsync(v => v.MemberId == member && v.ViewedBy == cora.Id && v.Part == RecordPart.Messages)
                )
            ).ShouldBeTrue();
        await here.ChangesTalkAsync(isOn: true, coordinatorsRead: false);
        (await StatusAsync(cora, $"members/{ann.Member.Value}/messages/{bob.Member.Value}")).ShouldBe(HttpStatusCode.NotFound);
        (await ann.ReadsAsync($"me/messages/{bob.Member.Value}")).ShouldContain("coordinators of Talk do not");
    }

    [Fact]
    public async Task Nobody_writes_to_coordinators_without_knowing_it()
    {
        var (here, ann, bob) = await bank.TwoWhoMetAsync();
        var browser = await ann.BrowserAsync();
        var page = await browser.OpenAsync($"me/messages/{bob.Member.Value}");
        await here.ChangesTalkAsync(isOn: true, coordinatorsRead: true);
        page = await browser.SendAsync(page, new() { ["Form.Words"] = "A secret" }, "main form:has(textarea)");
        page.QuerySelector("main")!.TextContent.ShouldContain("coordinators can read what is written here. Send it again");
        page.QuerySelector("main textarea")!.TextContent.ShouldContain("A secret");
        (await here.TalkAsync()).ShouldBeEmpty();
        await browser.SendAsync(page, [], "main form:has(textarea)");
        (await here.TalkAsync()).ShouldHaveSingleItem().IsOpen.ShouldBeTrue();
    }

    private static async Task<HttpStatusCode> StatusAsync(Actor who, string path)
    {
        var browser = await who.BrowserAsync();
        await browser.OpenAsync(path);
        return browser.Status;
    }
}
