using CoProduce.Tests.Joining;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Joining;
using CoProduce.Web.Features.Joining.Referrals;
using CoProduce.Web.Features.Joining.Steps;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>
/// Newham care navigators: some ask themselves, some are introduced by a professional. There is a conversation over a cup of tea, and where somebody is better helped elsewhere they are pointed
/// there; later somebody asks what came of it.
/// </summary>
public sealed class CareNavigatorsPointTheWay(JoiningBank bank) : IClassFixture<JoiningBank>
{
    [Fact]
    public async Task By_both_doors_to_a_conversation_and_to_what_others_offer()
    {
        var here = await bank.PlaceAsync();
        await here.AsksForAsync((StepKind.Conversation, StepWhen.Before));
        var cora = await here.CoordinatorAsync();
        var desk = await cora.BrowserAsync();

        // By oneself.
        var own = bank.Stranger().At(here.Slug);
        var page = await own.SendAsync(await own.OpenAsync("join-us"), new() { ["Form.FirstName"] = "Nell" });
        while (!page.QuerySelector("h1")!.TextContent.Contains("Thank you", StringComparison.Ordinal))
            page = await own.SendAsync(page, []);
        // By a professional.
        var (_, link) = await cora.MakesLinkAsync();
        var nurse = bank.Stranger();
        await nurse.SendAsync(
            await nurse.OpenAsync(link),
            new()
            {
                ["Form.FirstName"] = "Mo",
                ["Form.Consents"] = "true",
                ["Form.Consent"] = nameof(ConsentHow.Phone),
                ["Form.Feedback"] = nameof(FeedbackAgreed.Nothing),
            }
        );
        var waiting = await here.ReadAsync(db => db.Joiners.Where(j => j.State == JoinerState.Waiting).ToListAsync());
        waiting.Select(j => j.Door).Order().ShouldBe([JoinerDoor.Oneself, JoinerDoor.Referral]);
        var mo = waiting.Single(j => j.FirstName == "Mo").Id;

        await desk.SendAsync(
            await desk.OpenAsync($"joining/{mo.Value}/conversation"),
            new() { ["Form.Notes"] = "Tea in the kitchen; he misses his sister", ["Form.HaveTalked"] = "true" }
        );
        (await desk.ReadsAsync($"joining/{mo.Value}")).ShouldContain("he misses his sister");
        page = await desk.SendAsync(
            await desk.OpenAsync($"joining/{mo.Value}/signposts"),
            new() { ["Form.Place"] = "The advice centre, Mondays", ["Form.Why"] = "A letter about the rent" }
        );
        page.QuerySelector(".notice-done").ShouldNotBeNull(desk.Body);
        (await desk.ReadsAsync("signposts?unheard=true")).ShouldContain("The advice centre, Mondays");
        (await nurse.OpenAsync(link)).Body!.TextContent.ShouldNotContain("advice centre");

        // As a member it stands on his page; what came of it is asked, and he can read all of it.
        (await cora.ApprovesAsync(mo)).ShouldBe(ApproveJoiner.Outcome.Approved);
        page = await desk.OpenAsync($"members/{mo.Value}/signposts");
        page.QuerySelector("main")!.TextContent.ShouldContain("Cora Staff");
        var line = await here.ReadAsync(db => db.Signposts.Select(s => s.Id).SingleAsync());
        await desk.SendAsync(
            page,
            new() { ["Heard.Signpost"] = line.Value.ToString(), ["Heard.Words"] = "They wrote to the landlord with him" },
            "main form:has([name='Heard.Words'])"
        );
        (await desk.ReadsAsync($"members/{mo.Value}/signposts")).ShouldContain("They wrote to the landlord with him");
        (await desk.ReadsAsync("signposts?unheard=true")).ShouldNotContain("advice centre");
        (await desk.ReadsAsync($"members/{mo.Value}/data")).ShouldContain("Where the member was pointed to");
        await desk.OpenAsync($"members/{mo.Value}/data.json");
        desk.Body.ShouldContain("The advice centre, Mondays");
    }
}
