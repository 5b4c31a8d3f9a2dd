using System.Net;
using CoProduce.Tests.Care;
using CoProduce.Tests.Messages;
using CoProduce.Tests.Offers;
using CoProduce.Tests.Relations;
using CoProduce.Tests.Support;
using CoProduce.Tests.Talk;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Matching;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Privacy;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Matching;

/// <summary>A member asked another one: a yes settles it with what both agreed to, and whoever does not want to be asked says so.</summary>
public sealed class WhatComesOfAsking(PostalBank bank) : IClassFixture<PostalBank>
{
    [Fact]
    public async Task A_yes_by_the_link_settles_it_and_both_learn_what_both_agreed_to()
    {
        var (here, ann, request) = await bank.HereAsync("yes");
        var (bob, dan) = (await here.FoundAsync("Bob"), await here.FoundAsync("Dan"));
        await here.ContactAsync(ann.Member, c => c.Phone = "01234 111111");
        await here.ContactAsync(bob.Member, c => c.Phone = "01234 222222");
        (await ann.AsksMembersAsync(request, ["Phone", "Email"], bob.Member, dan.Member)).ShouldBe(AskMembers.Outcome.Asked);
        await bank.DeliverAsync();
        var letter = bank.MailsTo(here.Mail("bob")).ShouldHaveSingleItem();
        letter.ShouldContain("Ann");
        letter.ShouldNotContain(" Ash"); // with a space: a link may have the three letters
        var stranger = bank.Stranger();
        var page = await stranger.OpenAsync($"/{here.Slug}/{OnTheBoard.LinkIn(letter, "asked")}");
        page = await stranger.SendAsync(stranger.Request(page, new() { ["Form.Say"] = "yes", ["Form.Shares"] = "Phone" }));
        page.QuerySelector("main")!.TextContent.ShouldContain("You will be told how it goes on.");
        await bank.DeliverAsync();
        var (toBob, toAnn) = (bank.MailsTo(here.Mail("bob"))[^1], bank.MailsTo(here.Mail("ann"))[^1]);
        toBob.ShouldContain("01234 111111");
        toBob.ShouldNotContain(here.Mail("ann")); // he did not agree to the same
        toAnn.ShouldContain("01234 222222");
        bank.MailsTo(here.Mail("dan")).Count(m => m.Contains("Somebody has been found", StringComparison.Ordinal)).ShouldBe(1);
        var answer = await here.ReadAsync(db => db.OfferAnswers.AsNoTracking().SingleAsync());
        (answer.Status, answer.GoesTo, answer.Agreed).ShouldBe((AnswerStatus.Yes, AnswersGoTo.People, Sharing.Phone));
        answer.IntroducedAt.ShouldNotBeNull();
        (await here.OfferAsync(request)).Status.ShouldBe(OfferStatus.Arranged);
        (await ann.SeesAsync(request)).ShouldBeNull(); // somebody is found

        // The coordinator sees that she asked, and whom.
        var cora = await (await here.CoordinatorAsync()).BrowserAsync();
        var board = (await cora.OpenAsync($"board/{request.Value}")).QuerySelector("main")!.TextContent;
        board.ShouldContain("by mail, by Ann Ash: said yes.");
        board.ShouldContain("by mail, by Ann Ash: somebody else was found.");
    }

    [Fact]
    public async Task Where_nothing_was_agreed_a_coordinator_puts_them_in_touch()
    {
        var (here, ann, request) = await bank.HereAsync("none");
        var bob = await here.FoundAsync("Bob");
        await here.ContactAsync(ann.Member, c => c.Phone = "01234 333333");
        await here.ContactAsync(bob.Member, c => c.Phone = "01234 444444");
        await ann.AsksMembersAsync(request, [], bob.Member);
        (await here.SaysYesAsync(bob, request, ["Phone"])).ShouldBe(AnswerProposal.Outcome.Said);
        await bank.DeliverAsync();
        foreach (var who in new[] { "ann", "bob" })
        {
            var mail = bank.MailsTo(here.Mail(who))[^1];
            mail.ShouldContain("Your coordinator puts the two of you in touch.");
            mail.ShouldNotContain("01234");
        }
        var cora = await here.CoordinatorAsync();
        (await cora.DoAsync((Web.Features.Matching.Day.WholeDayQuery query) => query.ReadAsync(null, all: false)))
            .Board.Answers.Lines.ShouldHaveSingleItem()
            .Name.ShouldBe("Bob Green");
    }

    [Fact]
    public async Task What_came_to_be_known_meanwhile_brings_it_to_a_coordinator_in_the_same_words()
    {
        var (here, ann, request) = await bank.HereAsync("care");
        var bob = await here.FoundAsync("Bob");
        await ann.AsksMembersAsync(request, ["Email"], bob.Member);
        var cora = await here.CoordinatorAsync();
        await cora.RestrictsAsync(bob.Member, RestrictionKind.Other, "Never alone with her");
        (await here.SaysYesAsync(bob, request, ["Email"])).ShouldBe(AnswerProposal.Outcome.Said);
        await bank.DeliverAsync();
        var answer = await here.ReadAsync(db => db.OfferAnswers.AsNoTracking().SingleAsync());
        (answer.Status, answer.GoesTo).ShouldBe((AnswerStatus.Waiting, AnswersGoTo.Broker));
        bank.MailsTo(here.Mail("ann")).ShouldBeEmpty();
        var said = (await (await ann.BrowserAsync()).OpenAsync($"offers/{request.Value}/who-could-help"))
            .QuerySelector("main")!
            .TextContent;
        said.ShouldContain("said yes");
        said.ShouldNotContain("alone");
        // What the two agreed to is there for the coordinator, who decides.
        answer.Agreed.ShouldBe(Sharing.Email);
    }

    [Fact]
    public async Task A_peer_broker_writes_down_no_answer_to_what_they_asked_for_themself_and_sees_who_asked()
    {
        var (here, ann, request) = await bank.HereAsync("peer");
        var bob = await here.FoundAsync("Bob");
        var pia = await here.PeerBrokerAsync("Pia", here.Hub);
        var own = await pia.PutsUpAsync(OfferKind.Request, "Gardening at mine", "Gardening");
        (await pia.AsksMembersAsync(own, bob.Member)).ShouldBe(AskMembers.Outcome.Asked);
        (await ann.AsksMembersAsync(request, bob.Member)).ShouldBe(AskMembers.Outcome.Asked);
        foreach (var of in new[] { own, request })
        {
            var id = (await here.ProposalAsync(of, bob.Member)).Id;
            (await pia.DoAsync((AnswerProposal a) => a.ByBrokerAsync(id, new() { Say = "yes" }))).ShouldBe(AnswerProposal.Outcome.NotFound);
        }
        var line = (await pia.DoAsync((AskedQuery query) => query.OfAsync(request)))!.Lines.ShouldHaveSingleItem();
        (line.Name, line.By, line.MayAnswer).ShouldBe(("Bob", "Ann", false));
        (await pia.DoAsync((AskedQuery query) => query.OfAsync(own))).ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_does_not_want_to_be_asked_by_somebody_says_so_where_they_are_asked()
    {
        var (here, ann, request) = await bank.HereAsync("keep");
        var bob = await here.FoundAsync("Bob");
        await ann.AsksMembersAsync(request, bob.Member);
        var browser = await bob.BrowserAsync();
        var path = $"proposals/{(await here.ProposalAsync(request, bob.Member)).Id.Value}";
        var page = await browser.OpenAsync(path);
        page = await browser.SendAsync(page, new() { ["Keep"] = "keep" }, "main form:has(button[name=Keep])");
        page.QuerySelector("main")!.TextContent.ShouldContain("Ann cannot ask you or write to you any more.");
        var more = await ann.PutsUpAsync(OfferKind.Request, "Gardening after the party", "Gardening");
        (await ann.SeesAsync(more))!.People.ShouldBeEmpty();
        await browser.SendAsync(page, new() { ["Keep"] = "let" }, "main form:has(button[name=Keep])");
        (await ann.SeesAsync(more))!.People.ShouldHaveSingleItem();
    }
}
