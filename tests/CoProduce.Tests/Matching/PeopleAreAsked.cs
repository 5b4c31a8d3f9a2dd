using CoProduce.Tests.Care;
using CoProduce.Tests.Messages;
using CoProduce.Tests.Offers;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Matching;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Matching;

/// <summary>One or several are asked; they answer by screen, by the link in a mail or by phone; an introduction shares what both agreed to.</summary>
public sealed class PeopleAreAsked(PostalBank bank) : IClassFixture<PostalBank>
{
    [Fact]
    public async Task By_the_link_once_and_introduced_with_what_both_agreed_to()
    {
        var (here, cora, ann, request, bob) = await HereAsync("link");
        var dan = await here.GardenerAsync("Dan");
        await PhoneAsync(here, ann.Member, "01234 111111");
        await PhoneAsync(here, bob.Member, "01234 222222");
        (await cora.AsksAsync(request, ProposalWay.Mail, null, bob.Member, dan.Member)).ShouldBe(ProposeMatch.Outcome.Asked);
        await bank.DeliverAsync();
        var letter = bank.MailsTo(Mail(here, "bob")).ShouldHaveSingleItem();
        letter.ShouldContain("Ann");
        letter.ShouldNotContain(" Ash"); // with a space: a link may have the three letters
        var (stranger, link) = (bank.Stranger(), $"/{here.Slug}/{OnTheBoard.LinkIn(letter, "asked")}");
        var page = await stranger.OpenAsync(link);
        (await here.ProposalAsync(request, bob.Member)).Answer.ShouldBe(ProposalAnswer.Waiting); // opening it changes nothing
        await stranger.SendAsync(stranger.Request(page, new() { ["Form.Say"] = "yes", ["Form.Shares"] = "Phone" }));
        await stranger.SendAsync(stranger.Request(page, new() { ["Form.Say"] = "no" })); // the first counts
        (await here.ProposalAsync(request, bob.Member)).Answer.ShouldBe(ProposalAnswer.Yes);
        (await stranger.OpenAsync(link)).QuerySelector("main form").ShouldBeNull();
        var answer = await here.ReadAsync(db => db.OfferAnswers.AsNoTracking().SingleAsync(a => a.OfferId == request));
        (answer.MemberId, answer.Shares, answer.Status).ShouldBe((bob.Member, Sharing.Phone, AnswerStatus.Waiting));

        var browser = await cora.BrowserAsync();
        var introduction = await browser.OpenAsync($"board/answers/{answer.Id.Value}");
        introduction.QuerySelector("main")!.TextContent.ShouldContain("Bob Green agreed to: Telephone number.");
        await browser.SendAsync(introduction, new() { ["Form.Say"] = "yes", ["Form.OwnerShares"] = "Phone" });
        await bank.DeliverAsync();
        var (toBob, toAnn) = (bank.MailsTo(Mail(here, "bob"))[^1], bank.MailsTo(Mail(here, "ann"))[^1]);
        toBob.ShouldContain("01234 111111");
        toAnn.ShouldContain("01234 222222");
        toAnn.ShouldNotContain(Mail(here, "bob")); // the address was not agreed to
        bank.MailsTo(Mail(here, "dan")).Count(m => m.Contains("Somebody has been found", StringComparison.Ordinal)).ShouldBe(1);
        (await here.ProposalAsync(request, dan.Member)).Answer.ShouldBe(ProposalAnswer.NotNeeded);
        var late = (await here.ProposalAsync(request, dan.Member)).Id;
        (await dan.DoAsync((AnswerProposal a) => a.HandleAsync(late, new() { Say = "yes" }))).ShouldBe(AnswerProposal.Outcome.NotNeeded);
    }

    [Fact]
    public async Task What_only_one_agreed_to_is_told_to_nobody()
    {
        var (here, cora, ann, request, bob) = await HereAsync("one");
        await PhoneAsync(here, ann.Member, "01234 333333");
        await PhoneAsync(here, bob.Member, "01234 444444");
        await cora.AsksAsync(request, ProposalWay.Screen, null, bob.Member);
        var browser = await bob.BrowserAsync();
        (await browser.OpenAsync("")).QuerySelector("main")!.TextContent.ShouldContain("You are asked");
        var id = (await here.ProposalAsync(request, bob.Member)).Id;
        await browser.SendAsync(
            await browser.OpenAsync($"proposals/{id.Value}"),
            new() { ["Form.Say"] = "yes", ["Form.Shares"] = "Phone" }
        );
        var yes = new SettleAnswerForm { Say = "yes", OwnerShares = ["Email"] };
        (await cora.DoAsync((SettleAnswer s) => s.ByBrokerAsync(new(id.Value), yes))).ShouldBe(SettleAnswer.Outcome.Yes);
        await bank.DeliverAsync();
        foreach (var mail in bank.MailsTo(Mail(here, "bob")).Concat(bank.MailsTo(Mail(here, "ann"))))
        {
            mail.ShouldNotContain("01234");
            mail.ShouldNotContain("You are introduced");
        }
        (await here.ReadAsync(db => db.OfferAnswers.Select(a => a.IntroducedAt).SingleAsync())).ShouldBeNull(); // a coordinator puts them in touch
    }

    [Fact]
    public async Task Of_somebody_who_came_into_custody_meanwhile_the_name_is_told_and_no_number()
    {
        var (here, cora, ann, request, bob) = await HereAsync("inside");
        await PhoneAsync(here, ann.Member, "01234 555555");
        await PhoneAsync(here, bob.Member, "01234 666666");
        await cora.AsksAsync(request, ProposalWay.Screen, null, bob.Member);
        var id = (await here.ProposalAsync(request, bob.Member)).Id;
        await bob.DoAsync((AnswerProposal a) => a.HandleAsync(id, new() { Say = "yes", Shares = ["Phone"] }));
        await here.MoveAsync(bob.Member, await here.CustodyAsync());
        var yes = new SettleAnswerForm { Say = "yes", OwnerShares = ["Phone"] };
        (await cora.DoAsync((SettleAnswer s) => s.ByBrokerAsync(new(id.Value), yes))).ShouldBe(SettleAnswer.Outcome.Yes);
        await bank.DeliverAsync();
        var toAnn = bank.MailsTo(Mail(here, "ann"))[^1];
        toAnn.ShouldContain("Bob and you are brought together");
        toAnn.ShouldNotContain("01234");
        (await here.ReadAsync(db => db.OfferAnswers.Select(a => a.IntroducedAt).SingleAsync())).ShouldBeNull();
    }

    [Theory]
    [InlineData(ContactWay.Phone)]
    [InlineData(ContactWay.Post)]
    public async Task No_link_is_sent_to_whom_it_would_be_read_out_or_printed(ContactWay way)
    {
        var (here, cora, _, request, bob) = await HereAsync($"way-{(int)way}");
        await here.WriteAsync(db =>
            db.MemberContacts.Where(c => c.MemberId == bob.Member)
                .ExecuteUpdateAsync(c =>
                    c.SetProperty(x => x.Prefers, way)
                        .SetProperty(x => x.Email, "")
                        .SetProperty(x => x.Phone, "01234 777777")
                        .SetProperty(x => x.Address, "1 Mill Lane")
                )
        );
        (await cora.AsksAsync(request, ProposalWay.Mail, null, bob.Member)).ShouldBe(ProposeMatch.Outcome.NoAddress);
        (await here.ReadAsync(db => db.Proposals.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task By_phone_it_is_noted_and_two_brokers_lose_no_answer()
    {
        var (here, cora, _, request, bob) = await HereAsync("phone");
        var cleo = await here.CoordinatorAsync("Cleo");
        var both = await Task.WhenAll(
            cora.AsksAsync(request, ProposalWay.Phone, "Rang", bob.Member),
            cleo.AsksAsync(request, ProposalWay.Phone, "Rang", bob.Member)
        );
        both.ShouldBe([ProposeMatch.Outcome.Asked, ProposeMatch.Outcome.AskedAlready], ignoreOrder: true);
        var id = (await here.ProposalAsync(request, bob.Member)).Id;
        var said = await Task.WhenAll(
            cora.DoAsync((AnswerProposal a) => a.ByBrokerAsync(id, new() { Say = "yes" })),
            cleo.DoAsync((AnswerProposal a) => a.ByBrokerAsync(id, new() { Say = "no" }))
        );
        said.ShouldBe([AnswerProposal.Outcome.Said, AnswerProposal.Outcome.SaidMeanwhile], ignoreOrder: true);
        var page = await (await cora.BrowserAsync()).OpenAsync($"board/{request.Value}/shortlist");
        page.QuerySelector("main")!.TextContent.ShouldContain("by phone, by C"); // whichever of the two asked
        (await (await cora.BrowserAsync()).OpenAsync($"members/{bob.Member.Value}"))
            .QuerySelector("main")!
            .TextContent.ShouldContain("What they were asked");
    }

    [Fact]
    public async Task Whoever_was_not_reached_may_be_asked_again_and_whoever_thinks_may_still_say_yes()
    {
        var (here, cora, _, request, bob) = await HereAsync("again");
        await cora.AsksAsync(request, ProposalWay.Phone, "Rang", bob.Member);
        var first = (await here.ProposalAsync(request, bob.Member)).Id;
        await cora.DoAsync((AnswerProposal a) => a.ByBrokerAsync(first, new() { Say = "none" }));
        bank.Clock.Advance(TimeSpan.FromHours(1));
        (await cora.AsksAsync(request, ProposalWay.Mail, "By mail then", bob.Member)).ShouldBe(ProposeMatch.Outcome.Asked);
        var second = (await here.ProposalAsync(request, bob.Member)).Id;
        await bob.DoAsync((AnswerProposal a) => a.HandleAsync(second, new() { Say = "think" }));
        (await cora.DoAsync((AnswerProposal a) => a.ByBrokerAsync(second, new() { Say = "no" }))).ShouldBe(
            AnswerProposal.Outcome.SaidMeanwhile // the page showed no answer yet
        );
        await bob.DoAsync((AnswerProposal a) => a.HandleAsync(second, new() { Say = "yes" }));
        (await here.ReadAsync(db => db.OfferAnswers.CountAsync(a => a.OfferId == request))).ShouldBe(1);
    }

    [Fact]
    public async Task Anybody_may_be_picked_with_a_why_but_never_past_a_hard_rule()
    {
        var (here, cora, _, request, bob) = await HereAsync("anybody");
        var nora = await here.AddMemberAsync("Nora", "Nobody");
        (await cora.AsksAsync(request, ProposalWay.Phone, null, nora)).ShouldBe(ProposeMatch.Outcome.WhyIsMissing);
        (await cora.AsksAsync(request, ProposalWay.Mail, "Both love roses", nora)).ShouldBe(ProposeMatch.Outcome.NoAddress);
        (await cora.AsksAsync(request, ProposalWay.Screen, "Both love roses", nora)).ShouldBe(ProposeMatch.Outcome.NoSignIn);
        var browser = await cora.BrowserAsync();
        await browser.SendAsync(
            await browser.OpenAsync($"board/{request.Value}/shortlist/anybody"),
            new() { ["Form.MemberTyped"] = "nora", ["Form.Why"] = "Both love roses" }
        );
        browser.Path.ShouldEndWith("/shortlist?done=asked");
        (await here.ProposalAsync(request, nora)).Why.ShouldBe("Both love roses");
        var restriction = await cora.RestrictsAsync(bob.Member, RestrictionKind.NoHomeVisits);
        (await cora.AsksAsync(request, ProposalWay.Phone, "In the hall", bob.Member)).ShouldBe(ProposeMatch.Outcome.CareUnread);
        var read = new ProposeMatchForm
        {
            Members = [bob.Member.Value.ToString()],
            Way = ProposalWay.Phone,
            Why = "In the hall",
            Care = { IsRead = true, Shown = restriction.Value.ToString() },
        };
        (await cora.DoAsync((ProposeMatch p) => p.HandleAsync(request, read))).ShouldBe(ProposeMatch.Outcome.Asked);
        await here.NeedsAsync("Gardening", "DBS seen");
        var dan = await here.GardenerAsync("Dan");
        (await cora.AsksAsync(request, ProposalWay.Phone, "I know him", dan.Member)).ShouldBe(ProposeMatch.Outcome.Forbidden);
    }

    private async Task<(Place Here, Actor Cora, Actor Ann, OfferId Request, Actor Bob)> HereAsync(string name)
    {
        var here = await bank.CreateAsync($"{name}-{Guid.NewGuid():N}"[..20], name);
        var (ann, request) = await here.AsksForGardeningAsync();
        return (here, await here.CoordinatorAsync(), ann, request, await here.GardenerAsync("Bob"));
    }

    private static Task<int> PhoneAsync(Place here, MemberId member, string phone) =>
        here.WriteAsync(db =>
            db.MemberContacts.Where(c => c.MemberId == member).ExecuteUpdateAsync(c => c.SetProperty(x => x.Phone, phone))
        );

    private static string Mail(Place here, string who) => $"{who}@{here.Slug}.example";
}
