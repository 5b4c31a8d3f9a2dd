using System.Net;
using System.Text.RegularExpressions;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Joining;
using CoProduce.Web.Features.Joining.Referrals;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Features.Offers;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Joining;

public sealed partial class ThreeDoorsLeadOneWayTests(JoiningBank bank) : IClassFixture<JoiningBank>
{
    [Fact]
    public async Task Somebody_asks_for_themself_one_question_at_a_time_and_comes_back_by_a_code()
    {
        var place = await bank.PlaceAsync();
        await place.AsksForAsync((StepKind.OfferAndRequest, StepWhen.Before), (StepKind.Agreement, StepWhen.Before));
        var browser = bank.Stranger().At(place.Slug);
        var page = await browser.SendAsync(await browser.OpenAsync("join-us"), new() { ["Form.FirstName"] = "Ola" });
        page.QuerySelector("h1")!.TextContent.ShouldContain("How can we reach you?");
        page = await browser.SendAsync(page, new() { ["Form.Phone"] = "01632 960777" });
        page = await browser.SendAsync(page, []); // not under 18
        page = await browser.SendAsync(page, JoiningActs.Words("Singing"));
        var code = Code().Match(browser.Body).Groups[1].Value;
        (
            await browser.SendAsync(await browser.OpenAsync("join-us/resume"), new() { ["Form.Code"] = "AAAA 2222" })
        ).Body!.TextContent.ShouldContain("We do not know this code");
        page = await browser.SendAsync(await browser.OpenAsync("join-us/resume"), new() { ["Form.Code"] = code.ToLowerInvariant() });
        page = await browser.OpenAsync(browser.Path + "/likes");
        page.QuerySelector("textarea")!.TextContent.ShouldBe("Singing"); // kept as it was given
        page = await browser.SendAsync(page, []);
        page = await browser.SendAsync(page, JoiningActs.Words("Company"));
        page = await browser.SendAsync(page, JoiningActs.Words("A song"));
        page = await browser.SendAsync(page, JoiningActs.Words("A lift"));
        page = await browser.SendAsync(page, JoiningActs.Words("Ola"));
        page.QuerySelector("h1")!.TextContent.ShouldContain("Is this right?");
        (await WaitingAsync(place)).ShouldBeEmpty(); // nobody sees a draft
        page = await browser.SendAsync(page, []);
        page.QuerySelector("h1")!.TextContent.ShouldContain("Thank you, Ola.");

        var ola = (await WaitingAsync(place)).ShouldHaveSingleItem();
        ola.Standing.InTheWay.ShouldBeEmpty();
        var cora = await place.CoordinatorAsync();
        (await cora.ApprovesAsync(ola.Standing.Joiner.Id)).ShouldBe(ApproveJoiner.Outcome.Approved);
        (await browser.OpenAsync(browser.Path)).QuerySelector("main")!.TextContent.ShouldContain("You are a member now.");
        var member = ola.Standing.Joiner.Id.Member;
        (await place.BalanceAsync(member)).ShouldBe(120);
        var board = await place.ReadAsync(db => db.Offers.Where(o => o.MemberId == member).OrderBy(o => o.Kind).ToListAsync());
        board.Select(o => (o.Kind, o.Title)).ShouldBe([(OfferKind.Offer, "A song"), (OfferKind.Request, "A lift")]);
        var contact = await place.ReadAsync(db => db.MemberContacts.SingleAsync(c => c.MemberId == member));
        contact.Phone.ShouldBe("01632 960777");
    }

    [Fact]
    public async Task A_coordinator_writes_somebody_down_on_one_page()
    {
        var place = await bank.PlaceAsync();
        await place.AsksForAsync((StepKind.Conversation, StepWhen.Before), (StepKind.Induction, StepWhen.After));
        var cora = await place.CoordinatorAsync();
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync("joining/new");
        (await browser.SendAsync(page, new() { ["Form.Email"] = "no place" }))
            .QuerySelector(".error-summary")!
            .TextContent.ShouldContain("Write a name.");
        page = await browser.SendAsync(
            page,
            new()
            {
                ["Form.FirstName"] = "Petra",
                ["Form.Email"] = "petra@joining.example",
                ["Form.Conversation.Likes"] = "Chess",
                ["Form.Conversation.HaveTalked"] = "true",
            }
        );
        page.QuerySelector(".error-summary")?.TextContent.ShouldBeNull();
        page.QuerySelector("h1")!.TextContent.ShouldBe("Petra");
        var id = new JoinerId(Guid.Parse(browser.Path.Split('/')[^1]));
        (await place.LettersToAsync("petra@joining.example")).ShouldHaveSingleItem().Subject.ShouldContain("Thank you for asking to join");
        page = await browser.SendAsync(await browser.OpenAsync($"joining/{id.Value}/approve"), []);
        page.QuerySelector("h1")!.TextContent.ShouldBe("Petra");
        browser.Path.ShouldStartWith($"/{place.Slug}/members/");
        var letters = await place.LettersToAsync("petra@joining.example");
        letters[1].Paragraphs.ShouldContain(p => p.Contains("Your number is 1.", StringComparison.Ordinal));
        letters[2].Subject.ShouldContain("You are invited");
        var left = (await WaitingAsync(place)).ShouldHaveSingleItem(); // a member now, and still waits to be shown
        left.Standing.Next.ShouldBe(StepKind.Induction);
        page = await browser.SendAsync(await browser.OpenAsync($"joining/{id.Value}/steps/induction"), new() { ["Form.Words"] = "Cora" });
        (await WaitingAsync(place)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_professional_introduces_somebody_who_agreed_and_hears_no_more_than_that()
    {
        var place = await bank.PlaceAsync();
        await place.AsksForAsync((StepKind.FirstExchange, StepWhen.After));
        var cora = await place.CoordinatorAsync();
        var (_, link) = await cora.MakesLinkAsync();
        var gwen = bank.Stranger();
        var page = await gwen.OpenAsync(link);
        (await gwen.SendAsync(page, new() { ["Form.FirstName"] = "Nobody" }))
            .QuerySelector(".error-summary")!
            .TextContent.ShouldContain("somebody who agreed to it");
        await IntroduceAsync(gwen, link, "Ada", FeedbackAgreed.WhetherTakingPart);
        await IntroduceAsync(gwen, link, "Ben", FeedbackAgreed.WhetherJoined);
        await IntroduceAsync(gwen, link, "Cai", FeedbackAgreed.Nothing);
        var joiners = (await WaitingAsync(place)).Select(l => l.Standing.Joiner).ToDictionary(j => j.FirstName);
        var referral = await place.ReadAsync(db => db.Referrals.SingleAsync(r => r.JoinerId == joiners["Ada"].Id));
        referral.ConsentWording.ShouldStartWith("I asked this person. They would like Joining Time Bank to get in touch");
        (referral.Consent, referral.Feedback).ShouldBe((ConsentHow.Phone, FeedbackAgreed.WhetherTakingPart));
        page = await gwen.OpenAsync(link);
        page.QuerySelector("main")!.TextContent.ShouldContain("Ada E.");
        page.QuerySelector("main")!.TextContent.ShouldNotContain("Cai");

        foreach (var joiner in joiners.Values)
            (await cora.ApprovesAsync(joiner.Id)).ShouldBe(ApproveJoiner.Outcome.Approved);
        var friend = await place.MemberAsync("Friend");
        foreach (var joiner in joiners.Values)
        {
            var (_, exchange) = await friend.GaveAsync(60, joiner.Id.Member);
            await cora.DoAsync((Web.Features.Exchanges.SettleExchange settle) => settle.ConfirmAsync(new() { Exchange = exchange.Value }));
        }
        var heard = (await gwen.OpenAsync(link)).QuerySelectorAll("main .lines li").Select(l => l.TextContent).ToList();
        heard.Count.ShouldBe(2);
        heard.ShouldContain(h => h.Contains("Ada", StringComparison.Ordinal) && h.Contains("is taking part", StringComparison.Ordinal));
        heard.ShouldContain(h => h.Contains("Ben", StringComparison.Ordinal) && !h.Contains("is taking part", StringComparison.Ordinal));
        (await WaitingAsync(place)).ShouldBeEmpty(); // a first exchange that is in the books needs no note
    }

    [Fact]
    public async Task A_referrer_cannot_tell_a_refusal_from_a_change_of_mind_and_reads_no_reason()
    {
        var place = await bank.PlaceAsync();
        var cora = await place.CoordinatorAsync();
        var (_, link) = await cora.MakesLinkAsync();
        var gwen = bank.Stranger();
        await IntroduceAsync(gwen, link, "Dee", FeedbackAgreed.WhetherTakingPart);
        await cora.RefusesAsync((await WaitingAsync(place)).Single().Standing.Joiner.Id);
        (await gwen.OpenAsync(link)).QuerySelector("main .lines li")!.TextContent.ShouldContain("Has not joined.");
        gwen.Body.ShouldNotContain("stays here");
        gwen.Body.ShouldNotContain("wish you well");
    }

    [Fact]
    public async Task A_link_that_was_taken_back_introduces_nobody()
    {
        var place = await bank.PlaceAsync();
        var cora = await place.CoordinatorAsync();
        var (id, link) = await cora.MakesLinkAsync();
        var gwen = bank.Stranger();
        var request = gwen.Request(await gwen.OpenAsync(link), Introduced("Eve", FeedbackAgreed.Nothing));
        await cora.DoAsync((KeepReferrer keep) => keep.RevokeAsync(id, Guid.CreateVersion7()));
        await gwen.SendAsync(request);
        await gwen.OpenAsync(link);
        gwen.Status.ShouldBe(HttpStatusCode.Gone);
        gwen.Body.ShouldContain("This link does not work any more");
        var late = new IntroduceForm
        {
            FirstName = "Late",
            Consents = true,
            Consent = ConsentHow.Phone,
            Feedback = FeedbackAgreed.Nothing,
        };
        (await cora.DoAsync((IntroduceJoiner introduce) => introduce.HandleAsync(new(id), late))).ShouldBe(JoiningOutcome.NotFound);
        (await WaitingAsync(place)).ShouldBeEmpty();
        await gwen.OpenAsync(link.Replace($"/{place.Slug}/", "/hillside/", StringComparison.Ordinal));
        gwen.Status.ShouldBe(HttpStatusCode.Gone); // nor does it anywhere else
    }

    private static Dictionary<string, string?> Introduced(string name, FeedbackAgreed feedback) =>
        new()
        {
            ["Form.FirstName"] = name,
            ["Form.LastName"] = "Example",
            ["Form.Consents"] = "true",
            ["Form.Consent"] = nameof(ConsentHow.Phone),
            ["Form.Feedback"] = $"{feedback}",
        };

    private static async Task IntroduceAsync(Browser browser, string link, string name, FeedbackAgreed feedback)
    {
        await browser.SendAsync(await browser.OpenAsync(link), Introduced(name, feedback));
        browser.Body.ShouldContain("A coordinator will get in touch with them");
    }

    private static async Task<IReadOnlyList<JoiningLine>> WaitingAsync(Place place)
    {
        var cora = await place.CoordinatorAsync();
        return (await cora.DoAsync((JoiningQuery query) => query.ReadAsync(null, null))).Lines;
    }

    [GeneratedRegex("<strong translate=\"no\">([2-9A-Z]{4} [2-9A-Z]{4})</strong>")]
    private static partial Regex Code();
}
