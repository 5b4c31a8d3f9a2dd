using CoProduce.Tests.Care;
using CoProduce.Tests.Messages;
using CoProduce.Tests.Offers;
using CoProduce.Tests.Skills;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Matching;
using CoProduce.Web.Features.Matching.Day;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Matching;

/// <summary>Each is asked in a way that reaches them; who is silent is seen; what was written down wrongly is taken back; both hear that it is a yes.</summary>
public sealed class AskingIsLookedAfter(PostalBank bank) : IClassFixture<PostalBank>
{
    [Fact]
    public async Task Each_as_they_are_reached_and_who_gets_no_mail_is_named()
    {
        var (here, cora, _, request, bob) = await HereAsync("reach");
        var dan = await here.GardenerAsync("Dan");
        var nora = await here.AddMemberAsync("Nora", "Nomail");
        await here.WriteAsync(db =>
            db.MemberContacts.Where(c => c.MemberId == dan.Member).ExecuteUpdateAsync(c => c.SetProperty(x => x.Email, ""))
        );
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"board/{request.Value}/shortlist");
        var line = page.QuerySelector($"li[data-line]:has([value='{dan.Member.Value}'])")!.TextContent;
        line.ShouldContain("Is reached on screen.");
        var refused = await browser.SendAsync(
            page,
            new() { ["Form.How"] = nameof(AskWay.Mail), ["Form.Members"] = $"{dan.Member.Value}" },
            "main form[method=post]:has([name='Form.How'])"
        );
        refused.QuerySelector("main")!.TextContent.ShouldContain("no mail reaches Dan Green");
        var each = new ProposeMatchForm
        {
            Members = [.. new[] { bob.Member, dan.Member, nora }.Select(m => m.Value.ToString())],
            How = AskWay.AsReached,
            Why = "All three know the garden",
        };
        (await cora.DoAsync((ProposeMatch p) => p.HandleAsync(request, each))).ShouldBe(ProposeMatch.Outcome.Asked);
        foreach (var (member, way) in new[] { (bob.Member, ProposalWay.Mail), (dan.Member, ProposalWay.Screen), (nora, ProposalWay.Phone) })
            (await here.ProposalAsync(request, member)).Way.ShouldBe(way);
        await bank.DeliverAsync();
        bank.MailsTo($"bob@{here.Slug}.example").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_yes_that_was_pressed_by_mistake_is_taken_back_until_it_is_settled()
    {
        var (here, cora, _, request, bob) = await HereAsync("back");
        await cora.AsksAsync(request, ProposalWay.Phone, null, bob.Member);
        var id = (await here.ProposalAsync(request, bob.Member)).Id;
        await SaysAsync(cora, id, "yes", ProposalAnswer.Waiting);
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"board/{request.Value}");
        page = await browser.SendAsync(
            page,
            new() { ["Say.Say"] = $"back.{id.Value}.{ProposalAnswer.Yes}" },
            "main form:has([name='Say.Say'])"
        );
        page.QuerySelector("main")!.TextContent.ShouldContain("It is taken back.");
        (await here.ProposalAsync(request, bob.Member)).Answer.ShouldBe(ProposalAnswer.Waiting);
        (await AnswersAsync(here, request)).ShouldBe([AnswerStatus.Withdrawn]);
        await SaysAsync(cora, id, "yes", ProposalAnswer.Waiting);
        (await AnswersAsync(here, request)).ShouldBe([AnswerStatus.Waiting]); // the same answer once more
        await cora.DoAsync((SettleAnswer s) => s.ByBrokerAsync(new(id.Value), new() { Say = "yes" }));
        (await SaysAsync(cora, id, "back", ProposalAnswer.Yes)).ShouldBe(AnswerProposal.Outcome.SaidMeanwhile);
        (await AnswersAsync(here, request)).ShouldBe([AnswerStatus.Yes]);
    }

    [Fact]
    public async Task Nobody_takes_back_what_another_peer_broker_was_told_or_what_was_said_since()
    {
        var (here, cora, _, request, bob) = await HereAsync("whose");
        await cora.AsksAsync(request, ProposalWay.Phone, null, bob.Member);
        var id = (await here.ProposalAsync(request, bob.Member)).Id;
        await SaysAsync(cora, id, "no", ProposalAnswer.Waiting);
        (await SaysAsync(await here.StaffAsync("Pat", Role.PeerBroker), id, "back", ProposalAnswer.No)).ShouldBe(
            AnswerProposal.Outcome.NotFound
        );
        (await SaysAsync(cora, id, "back", ProposalAnswer.Yes)).ShouldBe(AnswerProposal.Outcome.SaidMeanwhile);
        await cora.AsksAsync(request, ProposalWay.Mail, "Once more", bob.Member);
        (await SaysAsync(cora, id, "back", ProposalAnswer.No)).ShouldBe(AnswerProposal.Outcome.SaidMeanwhile); // asked again since
        (await here.ReadAsync(db => db.Proposals.Where(p => p.Id == id).Select(p => p.Answer).SingleAsync())).ShouldBe(ProposalAnswer.No);
    }

    [Fact]
    public async Task Who_is_silent_for_three_days_is_seen_on_the_board_and_for_the_day()
    {
        var (here, cora, _, request, bob) = await HereAsync("silent");
        await cora.AsksAsync(request, ProposalWay.Phone, null, bob.Member);
        bank.Clock.Advance(TimeSpan.FromDays(2));
        (await cora.DoAsync((AskedNoAnswer q) => q.LinesAsync())).ShouldBeEmpty();
        bank.Clock.Advance(TimeSpan.FromDays(1));
        var line = (await cora.DoAsync((AskedNoAnswer q) => q.LinesAsync())).ShouldHaveSingleItem();
        (line.Offer.Id, line.Owner).ShouldBe((request, "Ann Ash"));
        line.Names.ShouldBe(["Bob Green"]);
        var browser = await cora.BrowserAsync();
        (await browser.OpenAsync("today")).QuerySelector("#day-silent")!.TextContent.ShouldContain("Bob Green for");
        var form = new MarkLineForm
        {
            List = DayList.Silent,
            Subject = request.Value,
            Rest = DayRest.Tomorrow,
        };
        (await cora.DoAsync((MarkLine mark) => mark.HandleAsync(form))).ShouldBe(MarkLine.Outcome.Marked);
        (await browser.OpenAsync("today")).QuerySelector("#day-silent").ShouldBeNull(); // it rests until tomorrow
        var page = await browser.OpenAsync($"board/{request.Value}");
        page.QuerySelector("main")!.TextContent.ShouldContain("no answer for 3 days");
        page.QuerySelector($"main a[href$='desk/{bob.Member.Value}']")!.TextContent.ShouldContain("Ring them");
        page.QuerySelector("main")!.TextContent.ShouldContain("No telephone number is kept."); // and says so before somebody looks for it
        await SaysAsync(cora, (await here.ProposalAsync(request, bob.Member)).Id, "no", ProposalAnswer.Waiting);
        (await cora.DoAsync((AskedNoAnswer q) => q.LinesAsync())).ShouldBeEmpty();
    }

    [Fact]
    public async Task Both_are_told_that_they_are_brought_together()
    {
        var (here, cora, _, request, bob) = await HereAsync("both");
        await cora.AsksAsync(request, ProposalWay.Phone, null, bob.Member);
        var id = (await here.ProposalAsync(request, bob.Member)).Id;
        await SaysAsync(cora, id, "yes", ProposalAnswer.Waiting);
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"board/answers/{id.Value}");
        page.QuerySelector("main")!.TextContent.ShouldNotContain("Something to keep to"); // there is nothing
        page.QuerySelector("[name='Form.Care.IsRead']").ShouldBeNull();
        await browser.SendAsync(page, new() { ["Form.Say"] = "yes" });
        await bank.DeliverAsync();
        bank.MailsTo($"ann@{here.Slug}.example")[^1].ShouldContain("Bob said yes.");
        bank.MailsTo($"bob@{here.Slug}.example")[^1].ShouldContain("They said yes.");
    }

    [Fact]
    public async Task What_is_to_be_kept_to_is_ticked_before_they_are_brought_together()
    {
        var (here, cora, _, request, bob) = await HereAsync("tick");
        await cora.AsksAsync(request, ProposalWay.Phone, null, bob.Member);
        var id = (await here.ProposalAsync(request, bob.Member)).Id;
        await SaysAsync(cora, id, "yes", ProposalAnswer.Waiting);
        await cora.RestrictsAsync(bob.Member, RestrictionKind.NoHomeVisits, "the stairs");
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"board/answers/{id.Value}");
        page.QuerySelector("main")!.TextContent.ShouldContain("the stairs");
        page = await browser.SendAsync(page, new() { ["Form.Say"] = "yes" });
        (await AnswersAsync(here, request)).ShouldBe([AnswerStatus.Waiting]);
        await browser.SendAsync(page, new() { ["Form.Say"] = "yes", ["Form.Care.IsRead"] = "true" });
        (await AnswersAsync(here, request)).ShouldBe([AnswerStatus.Yes]);
    }

    [Fact]
    public async Task More_of_a_long_list_is_shown_and_asked()
    {
        var (here, cora, _, request, _) = await HereAsync("long");
        for (var i = 0; i < 22; i++)
            await (await here.MemberAsync($"Gardener{i}", "Green")).SaysAsync("Weeding and gardening");
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"board/{request.Value}/shortlist");
        page.QuerySelectorAll("[name='Form.Members']").Length.ShouldBe(20);
        var (first, form) = (page.QuerySelector("[name='Form.Members']")!.GetAttribute("value")!, "main form:has([name='Form.How'])");
        var more = browser.Request(
            page,
            new()
            {
                ["Form.Members"] = first,
                ["Form.Why"] = "They dig",
                ["Form.ShowsMore"] = "true",
            },
            form
        );
        var next = page.QuerySelector("[name='Form.ShowsMore']")!.GetAttribute("formaction")!.Split('#')[0];
        more.RequestUri = new("/" + next, UriKind.Relative);
        page = await browser.SendAsync(more);
        var shown = page.QuerySelectorAll("[name='Form.Members']");
        shown.Length.ShouldBe(23);
        shown.Where(m => m.HasAttribute("checked")).ShouldHaveSingleItem().GetAttribute("value").ShouldBe(first); // nothing is lost
        page.QuerySelector("[name='Form.Why']")!.GetAttribute("value").ShouldBe("They dig");
        (await here.ReadAsync(db => db.Proposals.CountAsync(p => p.OfferId == request))).ShouldBe(0); // and nobody is asked yet
        var last = shown[^1].GetAttribute("value")!;
        await browser.SendAsync(page, new() { ["Form.How"] = nameof(AskWay.InPerson), ["Form.Members"] = last }, form);
        browser.Path.ShouldEndWith("?done=asked");
        (await here.ProposalAsync(request, new(new(last)))).Way.ShouldBe(ProposalWay.InPerson);
    }

    [Fact]
    public async Task For_an_offer_whoever_asks_for_just_that_is_on_the_list_and_says_so()
    {
        var here = await bank.CreateAsync($"offer-{Guid.NewGuid():N}"[..20], "Offer");
        var (ann, bob, dan) = (await here.MemberAsync("Ann", "Ash"), await here.MemberAsync("Bob", "Green"), await here.MemberAsync("Dan"));
        await bob.PutsUpAsync(OfferKind.Request, "A sourdough loaf now and then");
        await dan.PutsUpAsync(OfferKind.Request, "A lift to town");
        var offer = await ann.PutsUpAsync(OfferKind.Offer, "Sourdough baking together");
        var cora = await here.CoordinatorAsync();
        var one = (await cora.LooksForAsync(offer)).List.People.ShouldHaveSingleItem();
        (one.Id, one.Asks, one.IsNamed).ShouldBe((bob.Member, "A sourdough loaf now and then", true));
        var browser = await cora.BrowserAsync();
        (await browser.OpenAsync($"board/{offer.Value}/shortlist"))
            .QuerySelector("main")!
            .TextContent.ShouldContain("Asks for this now: A sourdough loaf now and then.");
        (await cora.AsksAsync(offer, ProposalWay.InPerson, null, bob.Member)).ShouldBe(ProposeMatch.Outcome.Asked);
    }

    [Fact]
    public async Task A_name_from_right_to_left_leaves_the_sentence_as_it_is_read()
    {
        Isolated.Name("Hyacinth").ShouldBe("Hyacinth");
        Isolated.Name("רבקה כהן").ShouldBe("\u2068רבקה כהן\u2069");
        var here = await bank.CreateAsync($"rtl-{Guid.NewGuid():N}"[..20], "Rtl");
        await (await here.MemberAsync("רבקה", "כהן")).GaveAsync(60, await here.AddMemberAsync("Hyacinth"), "Mended the greenhouse");
        (await (await (await here.CoordinatorAsync()).BrowserAsync()).OpenAsync("desk?q=greenhouse"))
            .QuerySelector("#results")!
            .TextContent.ShouldContain("\u2068רבקה כהן\u2069 gave Hyacinth");
    }

    private async Task<(Place Here, Actor Cora, Actor Ann, OfferId Request, Actor Bob)> HereAsync(string name)
    {
        var here = await bank.CreateAsync($"{name}-{Guid.NewGuid():N}"[..20], name);
        var (ann, request) = await here.AsksForGardeningAsync();
        return (here, await here.CoordinatorAsync(), ann, request, await here.GardenerAsync("Bob"));
    }

    private static Task<AnswerProposal.Outcome> SaysAsync(Actor who, ProposalId id, string say, ProposalAnswer seen) =>
        who.DoAsync((AnswerProposal a) => a.ByBrokerAsync(id, new() { Say = say, Seen = seen }));

    private static Task<List<AnswerStatus>> AnswersAsync(Place here, OfferId offer) =>
        here.ReadAsync(db => db.OfferAnswers.Where(a => a.OfferId == offer).Select(a => a.Status).ToListAsync());
}
