using CoProduce.Tests.Joining;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Joining;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Features.Offers;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>
/// Manningham: with the tenancy comes mutual aid. Nobody joins who has not said one thing to give and one to ask for, and agreed to the words; from the first day both are on
/// the noticeboard.
/// </summary>
public sealed class ATenancyAsksForOneOfferAndOneRequest(JoiningBank bank) : IClassFixture<JoiningBank>
{
    [Fact]
    public async Task A_tenant_joins_with_the_agreement_one_offer_and_one_request_and_not_without()
    {
        var here = await bank.PlaceAsync();
        await here.AsksForAsync((StepKind.OfferAndRequest, StepWhen.Before), (StepKind.Agreement, StepWhen.Before));
        var (cora, neighbour) = (await here.CoordinatorAsync(), await here.MemberAsync("Neighbour"));
        var browser = await cora.BrowserAsync();
        var page = await browser.SendAsync(
            await browser.OpenAsync("joining/new"),
            new()
            {
                ["Form.FirstName"] = "Tess",
                ["Form.LastName"] = "Tenant",
                ["Form.Conversation.OfferWords"] = "Feeding cats",
            }
        );
        page.QuerySelector("h1")!.TextContent.ShouldBe("Tess Tenant", browser.Body);
        var tess = new JoinerId(Guid.Parse(browser.Path.Split('/')[^1]));
        (await browser.ReadsAsync("joining")).ShouldContain("Has not said yet what they could give and would like.");
        (await cora.ApprovesAsync(tess)).ShouldBe(ApproveJoiner.Outcome.StepMissing); // giving alone is half of it

        await browser.SendAsync(
            await browser.OpenAsync($"joining/{tess.Value}/conversation"),
            new() { ["Form.RequestWords"] = "Carrying the shopping upstairs" }
        );
        (await cora.ApprovesAsync(tess)).ShouldBe(ApproveJoiner.Outcome.StepMissing);
        (await browser.ReadsAsync($"joining/{tess.Value}/agreement")).ShouldContain("We are kind to one another.");
        await browser.SendAsync(
            await browser.OpenAsync($"joining/{tess.Value}/agreement"),
            new() { ["Form.Agreed"] = nameof(AgreedHow.Paper), ["Form.Words"] = "With the tenancy" }
        );
        (await cora.ApprovesAsync(tess)).ShouldBe(ApproveJoiner.Outcome.Approved);

        var agreed = await here.ReadAsync(db => db.JoinerSteps.SingleAsync(s => s.JoinerId == tess && s.Kind == StepKind.Agreement));
        (agreed.Agreed, agreed.AgreementVersion).ShouldBe((AgreedHow.Paper, 1));
        var board = await here.ReadAsync(db => db.Offers.Where(o => o.MemberId == tess.Member).ToListAsync());
        board
            .Select(o => (o.Kind, o.Title))
            .ShouldBe([(OfferKind.Offer, "Feeding cats"), (OfferKind.Request, "Carrying the shopping upstairs")], ignoreOrder: true);
        (await (await neighbour.BrowserAsync()).ReadsAsync("offers")).ShouldContain("Carrying the shopping upstairs");
    }
}
