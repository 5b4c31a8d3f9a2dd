using CoProduce.Tests.Care;
using CoProduce.Tests.Messages;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Matching;
using CoProduce.Web.Features.Offers;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Offers;

/// <summary>"I can help" and "I'd like that": to the broker or to the people, each answer once, and never a number or an address.</summary>
public sealed class PeopleAnswerOneAnother(PostalBank bank) : IClassFixture<PostalBank>
{
    [Fact]
    public async Task To_the_broker_who_brings_them_together_in_one_action()
    {
        var (here, ann, bob) = await HereAsync("broker");
        var id = await ann.PutsUpAsync(OfferKind.Request, "A lift to market");
        var (outcome, answer) = await bob.AnswersAsync(id, "On Fridays");
        outcome.ShouldBe(AnswerOffer.Outcome.ToBroker);
        (await bob.AnswersAsync(id)).Outcome.ShouldBe(AnswerOffer.Outcome.Already);
        (await ann.DoAsync((SettleAnswer settle) => settle.ByOwnerAsync(answer, true))).ShouldBe(SettleAnswer.Outcome.NotWaiting);
        (await (await ann.BrowserAsync()).OpenAsync($"offers/{id.Value}")).Body!.TextContent.ShouldNotContain("On Fridays");
        var browser = await (await here.CoordinatorAsync()).BrowserAsync();
        (await browser.OpenAsync("today")).QuerySelector("main")!.TextContent.ShouldContain("Bob Birch can help Ann Ash: A lift to market");
        await browser.SendAsync(await browser.OpenAsync($"board/answers/{answer.Value}"), new() { ["Form.Say"] = "yes" });
        (await here.OfferAsync(id)).Status.ShouldBe(OfferStatus.Arranged);
        (await browser.OpenAsync("today")).QuerySelector("main")!.TextContent.ShouldContain("Put them in touch");
        await browser.SendAsync(await browser.OpenAsync($"board/answers/{answer.Value}"), new() { ["Form.Say"] = "met" });
        (await browser.OpenAsync("today")).QuerySelector("main")!.TextContent.ShouldNotContain("Bob Birch can help");
        await bank.DeliverAsync();
        var letter = bank.MailsTo(Mail(here, "bob"))[^1];
        letter.ShouldContain("They said yes.");
        letter.ShouldNotContain(Mail(here, "ann"));
        letter.ShouldNotContain(" Ash"); // with a space: a link may have the three letters
    }

    [Fact]
    public async Task Taken_back_and_given_again_and_all_of_it_is_recorded()
    {
        var (here, ann, bob) = await HereAsync("back");
        var id = await ann.PutsUpAsync(OfferKind.Offer, "Bread");
        await bob.AnswersAsync(id);
        (await bob.DoAsync((AnswerOffer a) => a.TakeBackAsync(id))).ShouldBe(AnswerOffer.Outcome.TakenBack);
        (await bob.DoAsync((AnswerOffer a) => a.TakeBackAsync(id))).ShouldBe(AnswerOffer.Outcome.NotThere);
        (await bob.AnswersAsync(id)).Outcome.ShouldBe(AnswerOffer.Outcome.ToBroker);
        (await ann.AnswersAsync(id)).Outcome.ShouldBe(AnswerOffer.Outcome.NotThere); // one's own
        (await here.ReadAsync(db => db.OfferAnswers.Select(a => a.Status).ToListAsync())).ShouldBe(
            [AnswerStatus.Withdrawn, AnswerStatus.Waiting],
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task To_the_people_who_say_yes_by_the_link_with_first_names_and_nothing_else()
    {
        var (here, ann, bob) = await HereAsync("people");
        await here.LetsPeopleAnswerAsync();
        var id = await ann.PutsUpAsync(OfferKind.Request, "A lift to market");
        var (outcome, answer) = await bob.AnswersAsync(id, "On Fridays");
        outcome.ShouldBe(AnswerOffer.Outcome.ToPeople);
        (await (await ann.BrowserAsync()).OpenAsync("")).QuerySelector("main")!.TextContent.ShouldContain("Bob can help.");
        await bank.DeliverAsync();
        var letter = bank.MailsTo(Mail(here, "ann"))[^1];
        letter.ShouldContain("On Fridays");
        letter.ShouldNotContain("Birch");
        letter.ShouldNotContain(Mail(here, "bob"));
        var stranger = bank.Stranger();
        var link = $"/{here.Slug}/{OnTheBoard.LinkIn(letter, "offer-answer")}";
        await stranger.SendAsync(await stranger.OpenAsync(link), new() { ["Form.Say"] = "yes" });
        (await here.OfferAsync(id)).Status.ShouldBe(OfferStatus.Arranged);
        (await stranger.OpenAsync(link)).QuerySelector("main form").ShouldBeNull();
        (await ann.DoAsync((SettleAnswer settle) => settle.ByOwnerAsync(answer, false))).ShouldBe(SettleAnswer.Outcome.NotWaiting);
        var today = await (await (await here.CoordinatorAsync()).BrowserAsync()).OpenAsync("today");
        today.QuerySelector("main")!.TextContent.ShouldContain("Put them in touch");
    }

    [Fact]
    public async Task What_has_to_be_minded_goes_to_the_broker_without_a_word_to_the_members()
    {
        var (here, ann, bob) = await HereAsync("minded");
        await here.LetsPeopleAnswerAsync();
        await here.NeedsAsync("Gardening", "DBS seen");
        var cora = await here.CoordinatorAsync();
        var lift = await ann.PutsUpAsync(OfferKind.Request, "Both at once", "Lifts", "Gardening"); // the second kind asks for the check
        var (outcome, answer) = await bob.AnswersAsync(lift);
        outcome.ShouldBe(AnswerOffer.Outcome.ToBroker);
        var yes = new SettleAnswerForm { Say = "yes" };
        (await cora.DoAsync((SettleAnswer s) => s.ByBrokerAsync(answer, yes))).ShouldBe(SettleAnswer.Outcome.CheckMissing);
        var page = await (await bob.BrowserAsync()).OpenAsync($"offers/{lift.Value}");
        page.QuerySelector("main")!.TextContent.ShouldNotContain("check");
        await cora.RestrictsAsync(bob.Member, RestrictionKind.NoHomeVisits);
        var talk = await ann.PutsUpAsync(OfferKind.Request, "A talk");
        (outcome, answer) = await bob.AnswersAsync(talk);
        outcome.ShouldBe(AnswerOffer.Outcome.ToBroker);
        yes = new SettleAnswerForm { Say = "yes" };
        (await cora.DoAsync((SettleAnswer s) => s.ByBrokerAsync(answer, yes))).ShouldBe(SettleAnswer.Outcome.CareUnread);
    }

    [Fact]
    public async Task In_custody_it_is_always_the_broker()
    {
        var (here, ann, bob) = await HereAsync("inside");
        await here.LetsPeopleAnswerAsync();
        var id = await ann.PutsUpAsync(OfferKind.Request, "A pen friend");
        var inside = await here.CustodyAsync();
        await here.MoveAsync(bob.Member, inside);
        (await bob.AnswersAsync(id)).Outcome.ShouldBe(AnswerOffer.Outcome.ToBroker);
        await here.MoveAsync(ann.Member, inside);
        var eve = await here.MemberAsync("Eve");
        (await eve.AnswersAsync(id)).Outcome.ShouldBe(AnswerOffer.Outcome.NotThere); // nobody outside sees it
    }

    [Fact]
    public async Task A_coordinator_writes_it_down_for_whoever_rings()
    {
        var (here, ann, _) = await HereAsync("rings");
        var phyllis = await here.AddMemberAsync("Phyllis", "Phones");
        var id = await ann.PutsUpAsync(OfferKind.Request, "A lift");
        var browser = await (await here.CoordinatorAsync()).BrowserAsync();
        await browser.SendAsync(
            await browser.OpenAsync($"board/{id.Value}"),
            new() { ["Form.MemberTyped"] = "phyllis", ["Form.Words"] = "Any day" },
            "main form:has([name='Form.MemberTyped'])"
        );
        var answer = await here.ReadAsync(db => db.OfferAnswers.SingleAsync());
        (answer.MemberId, answer.Words, answer.Door).ShouldBe((phyllis, "Any day", CoProduce.Ledger.Door.Phone));
    }

    private async Task<(Place Here, Actor Ann, Actor Bob)> HereAsync(string name)
    {
        var here = await bank.CreateAsync($"{name}-{Guid.NewGuid():N}"[..24], name);
        return (here, await here.MemberAsync("Ann", "Ash", Mail(here, "ann")), await here.MemberAsync("Bob", "Birch", Mail(here, "bob")));
    }

    private static string Mail(Place here, string who) => $"{who}@{here.Slug}.example";
}
