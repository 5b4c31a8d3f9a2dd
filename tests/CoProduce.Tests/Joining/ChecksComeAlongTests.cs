using CoProduce.Tests.Care;
using CoProduce.Tests.Support;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Joining;
using CoProduce.Web.Features.Joining.Steps;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Joining;

public sealed class ChecksComeAlongTests(JoiningBank bank) : IClassFixture<JoiningBank>
{
    [Fact]
    public async Task What_was_seen_while_they_waited_is_on_the_members_record_once_with_its_day_and_its_end()
    {
        var place = await bank.PlaceAsync();
        await place.AsksForAsync((StepKind.Checks, StepWhen.Before));
        var cora = await place.CoordinatorAsync();
        var joiner = await cora.WritesDownAsync("Nia");
        var today = DateOnly.FromDateTime(bank.Clock.GetUtcNow().Date);
        await SeesAsync(cora, joiner, "DBS seen", "Food hygiene");
        await SeesAsync(cora, joiner, "DBS seen"); // the other was a slip
        (await place.ReadAsync(db => db.MemberChecks.CountAsync())).ShouldBe(0);
        (await cora.ApprovesAsync(joiner)).ShouldBe(ApproveJoiner.Outcome.Approved);
        var check = (await place.ReadAsync(db => db.MemberChecks.ToListAsync())).ShouldHaveSingleItem();
        (check.MemberId, check.SeenOn, check.Until, check.SeenBy).ShouldBe((joiner.Member, today, today.AddMonths(36), "Cora Staff"));
        check.KindId.ShouldBe(await place.KindAsync("DBS seen"));
        (await place.ReadAsync(db => db.JoinerChecks.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_seen_after_they_joined_is_there_at_once()
    {
        var place = await bank.PlaceAsync();
        await place.AsksForAsync((StepKind.Checks, StepWhen.After));
        var cora = await place.CoordinatorAsync();
        var joiner = await cora.WritesDownAsync("Ned");
        (await cora.ApprovesAsync(joiner)).ShouldBe(ApproveJoiner.Outcome.Approved);
        await SeesAsync(cora, joiner, "References taken");
        (await place.ReadAsync(db => db.MemberChecks.SingleAsync())).MemberId.ShouldBe(joiner.Member);
    }

    [Fact]
    public async Task Nothing_ticked_and_nothing_said_is_asked_again_and_who_does_not_join_leaves_no_check()
    {
        var place = await bank.PlaceAsync();
        await place.AsksForAsync((StepKind.Checks, StepWhen.Before));
        var cora = await place.CoordinatorAsync();
        var joiner = await cora.WritesDownAsync("Oli");
        var browser = await cora.BrowserAsync();
        var page = await browser.SendAsync(await browser.OpenAsync($"joining/{joiner.Value}/steps/checks"), []);
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Tick what you have seen, or say it in words.");
        await SeesAsync(cora, joiner, "DBS seen");
        (await browser.OpenAsync($"joining/{joiner.Value}")).QuerySelector("main")!.TextContent.ShouldContain("DBS seen");
        await cora.RefusesAsync(joiner);
        await bank.PassAsync(place, 91);
        (await place.ReadAsync(db => db.JoinerChecks.CountAsync())).ShouldBe(0);
        (await place.JoinerAsync(joiner)).ShouldBeNull();
    }

    [Fact]
    public async Task What_they_said_when_joining_is_in_the_copy_of_their_data_without_what_others_said()
    {
        var place = await bank.PlaceAsync();
        await place.AsksForAsync();
        var cora = await place.CoordinatorAsync();
        var joiner = await cora.WritesDownAsync("Pam", "pam@joining.example");
        await place.WriteAsync(db =>
            db.JoinerDetails.ExecuteUpdateAsync(d =>
                d.SetProperty(x => x.Likes, "Brass bands").SetProperty(x => x.Notes, "Somebody said so")
            )
        );
        (await cora.ApprovesAsync(joiner)).ShouldBe(ApproveJoiner.Outcome.Approved);
        var rows = await place.ReadAsync(db => MemberRows.ReadAsync(db, joiner.Member, default));
        rows.Single(r => r.Table == "joiner_details").Json.ShouldContain("Brass bands");
        rows.ShouldNotContain(r => r.Json.Contains("Somebody said so", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_looks_at_what_a_member_said_when_joining_stands_on_the_members_record()
    {
        var place = await bank.PlaceAsync();
        await place.AsksForAsync();
        var cora = await place.CoordinatorAsync();
        var joiner = await cora.WritesDownAsync("Quin");
        (await cora.ApprovesAsync(joiner)).ShouldBe(ApproveJoiner.Outcome.Approved);
        var page = await (await cora.BrowserAsync()).OpenAsync($"joining/{joiner.Value}");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Quin Joiner");
        (await place.ReadAsync(db => db.RecordViews.SingleAsync(v => v.MemberId == joiner.Member))).ViewedBy.ShouldBe(cora.Id);
    }

    private static async Task SeesAsync(Actor cora, JoinerId joiner, params string[] kinds)
    {
        var form = new EndStepForm
        {
            Joiner = joiner.Value,
            Kind = StepKind.Checks,
            Seen = [],
        };
        foreach (var kind in kinds)
            form.Seen.Add((await cora.Place.KindAsync(kind)).Value.ToString());
        (await cora.DoAsync((EndStep end) => end.HandleAsync(form))).ShouldBe(EndStep.Outcome.Ended);
    }
}
