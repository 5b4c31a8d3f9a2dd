using System.Net;
using CoProduce.Tests.Messages;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Talk;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using static CoProduce.Web.Features.Talk.WriteMessage.Outcome;

namespace CoProduce.Tests.Talk;

public sealed class KeptAwayAndReported(WritingBank bank) : IClassFixture<WritingBank>
{
    [Fact]
    public async Task Who_is_kept_away_is_not_told_and_may_write_again_when_let()
    {
        var (here, ann, bob) = await bank.TwoWhoMetAsync();
        await ann.WritesAsync(bob.Member);
        var browser = await bob.BrowserAsync();
        var page = await browser.OpenAsync($"me/messages/{ann.Member.Value}");
        page = await browser.SendAsync(page, new() { ["Block"] = "yes" }, "main form:has([name=Block])");
        page.QuerySelector("main")!.TextContent.ShouldContain("Ann cannot write to you");
        (await ann.WritesAsync(bob.Member)).ShouldBe(AskCoordinator);
        (await bob.WritesAsync(ann.Member)).ShouldBe(BlockedByThem);
        var seen = await ann.ReadsAsync($"me/messages/{bob.Member.Value}");
        seen.ShouldContain("You cannot write to this member here now.");
        seen.ShouldNotContain("cannot write to you");
        var anns = await ann.BrowserAsync();
        await anns.OpenAsync("me/data.json");
        anns.Body.ShouldNotContain("BlockTalk");
        anns.Body.ShouldNotContain("talk_blocks");
        var line = await here.ReadAsync(db => db.AuditLines.SingleAsync(a => a.Deed == nameof(BlockTalk)));
        (line.By, line.SubjectId).ShouldBe((bob.Id, await here.ReadAsync(db => db.TalkBlocks.Select(b => b.Id).SingleAsync())));
        (await bob.BlocksAsync(ann.Member, block: false)).ShouldBe(BlockTalk.Outcome.Done);
        (await ann.WritesAsync(bob.Member)).ShouldBe(Sent);
        (await bob.BlocksAsync(await here.AddMemberAsync("Nobody"))).ShouldBe(BlockTalk.Outcome.NotThere);
    }

    [Fact]
    public async Task A_message_that_was_on_its_way_when_they_were_kept_away_is_not_told_of()
    {
        var (here, ann, bob) = await bank.TwoWhoMetAsync();
        await ann.WritesAsync(bob.Member);
        await bob.BlocksAsync(ann.Member);
        await bank.DeliverAsync();
        (await here.ToldAsync(bob.Member)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Coordinators_read_what_was_reported_up_to_then_and_nothing_else_and_each_look_is_seen()
    {
        var (here, ann, bob) = await bank.TwoWhoMetAsync();
        var (cora, eve) = (await here.CoordinatorAsync(), await here.MemberAsync("Eve"));
        await eve.MeetsAsync(ann);
        await ann.WritesAsync(bob.Member, "You owe me");
        await ann.WritesAsync(eve.Member, "See you at nine");
        (await cora.ReadsAsync("reported-messages")).ShouldContain("Nothing was reported.");
        (await cora.ReadsAsync("today")).ShouldNotContain("Reported messages");
        var (outcome, id) = await bob.ReportsAsync(ann.Member);
        outcome.ShouldBe(ReportTalk.Outcome.Reported);
        (await ann.WritesAsync(bob.Member, "Said afterwards")).ShouldBe(Sent);
        (await cora.ReadsAsync("today")).ShouldContain("1 conversation was reported");
        var list = await cora.ReadsAsync("reported-messages");
        list.ShouldContain("Bob Birch, about Ann Ash");
        list.ShouldNotContain("You owe me");
        (await here.ReadAsync(db => db.RecordViews.CountAsync())).ShouldBe(0);
        var shown = await cora.ReadsAsync($"reported-messages/{id.Value}");
        shown.ShouldContain("You owe me");
        shown.ShouldContain("It frightens me");
        foreach (var secret in new[] { "Said afterwards", "See you at nine" })
            shown.ShouldNotContain(secret);
        (await ann.ReadsAsync("me/looks")).ShouldContain("messages to other members");
        (await bob.ReadsAsync("me/looks")).ShouldContain("messages to other members");
        (await ann.ReadsAsync($"me/messages/{bob.Member.Value}")).ShouldNotContain("You told the coordinators");
        var browser = await cora.BrowserAsync();
        await browser.OpenAsync($"members/{ann.Member.Value}/messages/{bob.Member.Value}");
        browser.Status.ShouldBe(HttpStatusCode.NotFound);
        var anns = await ann.BrowserAsync();
        await anns.OpenAsync("me/data.json");
        foreach (var secret in new[] { "talk_reports", "is_reported", "frightens" })
            anns.Body.ShouldNotContain(secret);
    }

    [Fact]
    public async Task A_report_is_closed_once_with_what_became_of_it_and_by_whom()
    {
        var (here, ann, bob) = await bank.TwoWhoMetAsync();
        (await bob.ReportsAsync(ann.Member)).Outcome.ShouldBe(ReportTalk.Outcome.NothingWritten);
        await ann.WritesAsync(bob.Member);
        var (_, id) = await bob.ReportsAsync(ann.Member, alsoBlock: true);
        (await ann.WritesAsync(bob.Member)).ShouldBe(AskCoordinator);
        var (cora, cleo) = (await here.CoordinatorAsync(), await here.CoordinatorAsync("Cleo"));
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"reported-messages/{id.Value}");
        page = await browser.SendAsync(page, new() { ["Form.Outcome"] = "TalkedToThem", ["Form.Note"] = "" });
        page.QuerySelector("main")!.TextContent.ShouldContain("Write what was done");
        page = await browser.SendAsync(page, new() { ["Form.Outcome"] = "TalkedToThem", ["Form.Note"] = "Rang both" });
        foreach (var word in new[] { "Somebody talked to them", "Rang both", "Cora Staff" })
            page.QuerySelector("main")!.TextContent.ShouldContain(word);
        var form = new CloseTalkReportForm
        {
            Report = id.Value,
            Outcome = TalkReportOutcome.NothingNeeded,
            Note = "Mine",
        };
        (await cleo.DoAsync((CloseTalkReport close) => close.HandleAsync(form))).ShouldBe(CloseTalkReport.Outcome.ClosedAlready);
        (await here.ReadAsync(db => db.TalkReports.SingleAsync())).ClosedBy.ShouldBe(cora.Id);
        (await cora.ReadsAsync("today")).ShouldNotContain("Reported messages");
        (await bob.ReadsAsync($"me/messages/{ann.Member.Value}")).ShouldContain("they have seen to it");
    }

    [Fact]
    public async Task Nobody_sees_to_a_report_that_they_are_in_nor_from_another_organisation()
    {
        var (here, ann, bob) = await bank.TwoWhoMetAsync();
        await here.WriteAsync(async db =>
        {
            (await db.RoleHolders.SingleAsync(r => r.Id == ann.Id)).Roles = [Role.Member, Role.Coordinator];
            return true;
        });
        await ann.WritesAsync(bob.Member, "You owe me");
        var (_, id) = await bob.ReportsAsync(ann.Member);
        (await ann.ReadsAsync("reported-messages")).ShouldContain("Nothing was reported.");
        foreach (var who in new[] { ann, await bank.Hillside.CoordinatorAsync() })
        {
            var browser = await who.BrowserAsync();
            await browser.OpenAsync($"reported-messages/{id.Value}");
            browser.Status.ShouldBe(HttpStatusCode.NotFound);
        }
        (await here.ReadAsync(db => db.RecordViews.AnyAsync(v => v.Part == RecordPart.Messages))).ShouldBeFalse();
    }
}
