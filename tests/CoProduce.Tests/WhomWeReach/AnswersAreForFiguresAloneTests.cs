using CoProduce.Ledger;
using CoProduce.Tests.Stories;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Privacy;
using CoProduce.Web.Features.WhomWeReach;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.WhomWeReach;

/// <summary>What somebody says of themself is kept with their consent, read by them alone, and gone with the consent.</summary>
public sealed class AnswersAreForFiguresAloneTests(Bank bank) : IClassFixture<Bank>
{
    private Place Here => bank.Riverside;

    [Fact]
    public async Task Nothing_is_kept_without_a_yes_and_what_was_typed_stays()
    {
        await Here.AsksAllAsync();
        var ann = await Here.MemberAsync("Ann");
        var browser = await ann.BrowserAsync();
        var page = await browser.SendAsync(
            await browser.OpenAsync("me/reach"),
            new() { ["Form.EthnicGroup"] = "29", ["Form.EthnicGroupWords"] = "Bajan and proud" }
        );
        page.QuerySelector(".error")!.TextContent.ShouldContain("Without a yes");
        page.QuerySelector("[name='Form.EthnicGroupWords']")!.GetAttribute("value").ShouldBe("Bajan and proud");
        (await AnswersAsync(ann.Member)).ShouldBeEmpty();

        page = await browser.SendAsync(page, new() { ["Form.Agrees"] = "true", ["Form.EthnicGroup"] = "29" });
        page.QuerySelector(".notice-done").ShouldNotBeNull(browser.Body);
        var answer = (await AnswersAsync(ann.Member)).ShouldHaveSingleItem();
        (answer.Question, answer.Choice, answer.Words, answer.By).ShouldBe((ReachQuestion.EthnicGroup, 29, "Bajan and proud", ann.Id));
        var consent = await Here.ReadAsync(db =>
            db.Consents.SingleAsync(c => c.MemberId == ann.Member && c.Purpose == ConsentPurpose.Reach)
        );
        (consent.IsGiven, consent.Version, consent.By).ShouldBe((true, 1, ann.Id));
        consent.Wording.ShouldContain("ethnic group");
    }

    [Fact]
    public async Task A_no_deletes_them_in_the_same_transaction_by_whichever_door()
    {
        await Here.AsksAllAsync();
        var (ann, bea, cora) = (await Here.MemberAsync("Ann"), await Here.AddMemberAsync("Bea"), await Here.CoordinatorAsync());
        await ann.SaysOfThemselfAsync(21);
        var browser = await ann.BrowserAsync();
        await browser.SendAsync(await browser.OpenAsync("me/reach"), [], "main form:has(.button-danger)");
        (await AnswersAsync(ann.Member)).ShouldBeEmpty();

        (await cora.WritesDownAsync(bea, 21)).ShouldBe(KeepReach.Outcome.Kept);
        (await AnswersAsync(bea)).Count.ShouldBe(1);
        var no = new ConsentForm
        {
            Purpose = ConsentPurpose.Reach,
            Give = false,
            Door = Door.Phone,
        };
        await cora.DoAsync((GiveConsent give) => give.ForAsync(no, bea));
        (await AnswersAsync(bea)).ShouldBeEmpty();
        (await cora.WritesDownAsync(bea, 21, agrees: false)).ShouldBe(KeepReach.Outcome.NoConsent);
    }

    [Fact]
    public async Task A_coordinator_writes_them_down_and_cannot_read_them_afterwards()
    {
        await Here.AsksAllAsync();
        var (ann, cora) = (await Here.MemberAsync("Ann"), await Here.CoordinatorAsync());
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"members/{ann.Member.Value}/reach");
        page = await browser.SendAsync(
            page,
            new()
            {
                ["Form.Agrees"] = "true",
                ["Form.EthnicGroup"] = "29",
                ["Form.EthnicGroupWords"] = "Bajan and proud",
                ["Form.Disability"] = "1",
            }
        );
        page.QuerySelector(".notice-done").ShouldNotBeNull(browser.Body);
        page.QuerySelectorAll(".summary-row")
            .Select(r => r.QuerySelector("dd")!.TextContent.Trim())
            .ShouldBe(["Answered", "Not answered", "Answered", "Not answered"]);
        page.QuerySelectorAll("main form.form option[selected]").Where(o => o.GetAttribute("value") is { Length: > 0 }).ShouldBeEmpty();
        browser.Body.ShouldNotContain("Bajan");

        // What the coordinator leaves empty stays, and the member reads all of it.
        await cora.DoAsync((KeepReach keep) => keep.ForAsync(ann.Member, new() { Employment = "5" }));
        (await AnswersAsync(ann.Member)).Count.ShouldBe(3);
        var own = await (await ann.BrowserAsync()).OpenAsync("me/reach");
        own.QuerySelector("[name='Form.EthnicGroupWords']")!.GetAttribute("value").ShouldBe("Bajan and proud");
        (await (await ann.BrowserAsync()).ReadsAsync("me/data")).ShouldContain("Answers for figures about whom we reach");
        await browser.OpenAsync($"members/{ann.Member.Value}/data.json"); // the copy that a coordinator hands out
        browser.Body.ShouldNotContain("Bajan");
        browser.Body.ShouldNotContain("reach_answers");
    }

    [Fact]
    public async Task A_question_that_is_asked_no_more_takes_its_answers_along()
    {
        await Here.AsksAllAsync();
        var ann = await Here.MemberAsync("Ann");
        await ann.SaysOfThemselfAsync(21);
        var mia = await Here.StaffAsync("Mia", Role.Manager);
        var browser = await mia.BrowserAsync();
        await browser.SendAsync(await browser.OpenAsync("settings/reach"), new() { ["Form.EthnicGroup"] = null });
        (await AnswersAsync(ann.Member)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_that_is_on_no_list_is_refused()
    {
        await Here.AsksAllAsync();
        var ann = await Here.MemberAsync("Ann");
        var browser = await ann.BrowserAsync();
        var page = await browser.SendAsync(await browser.OpenAsync("me/reach"), new() { ["Form.Agrees"] = "true", ["Form.Sex"] = "77" });
        page.QuerySelector(".error")!.TextContent.ShouldContain("Choose from the list");
        (await AnswersAsync(ann.Member)).ShouldBeEmpty();
        (await Here.ReadAsync(db => db.Consents.CountAsync(c => c.MemberId == ann.Member))).ShouldBe(0);
    }

    private Task<List<ReachAnswer>> AnswersAsync(MemberId member) =>
        Here.ReadAsync(db => db.ReachAnswers.Where(a => a.MemberId == member).OrderBy(a => a.Question).ToListAsync());
}
