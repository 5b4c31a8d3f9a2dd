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

/// <summary>Where the organisation allows it, whoever asks for help sees who of the directory could give it, and asks them.</summary>
public sealed class MembersAskOneAnother(PostalBank bank) : IClassFixture<PostalBank>
{
    [Fact]
    public async Task Not_before_a_manager_allows_it_and_only_where_answers_go_to_the_people()
    {
        var here = await bank.CreateAsync($"off-{Guid.NewGuid():N}"[..20], "Off");
        var (ann, request) = await here.AsksForGardeningAsync();
        var bob = await FoundAsync(here, "Bob");
        var browser = await ann.BrowserAsync();
        (await browser.OpenAsync($"offers/{request.Value}")).QuerySelector("main a[href$='/who-could-help']").ShouldBeNull();
        await browser.OpenAsync($"offers/{request.Value}/who-could-help");
        browser.Status.ShouldBe(HttpStatusCode.NotFound);
        (await AsksAsync(ann, request, bob.Member)).ShouldBe(AskMembers.Outcome.NotNow);

        var manager = await (await here.StaffAsync("Mo", Role.Manager)).BrowserAsync();
        var page = await manager.OpenAsync("settings/board");
        page = await manager.SendAsync(page, new() { ["Form.SuggestsPeople"] = "true" });
        page.GetElementById("f-SuggestsPeople-error")!.TextContent.ShouldContain("only where answers go to whoever put it up");
        page.QuerySelector("[name='Form.SuggestsPeople']")!.HasAttribute("checked").ShouldBeTrue();
        (await here.ReadAsync(db => db.BoardSettings.AnyAsync())).ShouldBeFalse();
        await manager.SendAsync(page, new() { ["Form.SuggestsPeople"] = "true", ["Form.AnswersGoTo"] = nameof(AnswersGoTo.People) });
        page = await browser.OpenAsync($"offers/{request.Value}");
        page = await browser.OpenAsync("/" + page.QuerySelector("main a[href$='/who-could-help']")!.GetAttribute("href"));
        page.QuerySelector("main")!.TextContent.ShouldContain("Bob Green");

        // Without the one the other is nothing, also where the row says both.
        await here.WriteAsync(db => db.BoardSettings.ExecuteUpdateAsync(s => s.SetProperty(x => x.AnswersGoTo, AnswersGoTo.Broker)));
        (await SeesAsync(ann, request)).ShouldBeNull();
    }

    [Fact]
    public async Task Of_the_directory_alone_without_those_who_may_not_meet_and_without_a_word_of_why()
    {
        var (here, ann, request) = await HereAsync("who");
        var bob = await FoundAsync(here, "Bob");
        await here.GardenerAsync("Hidden"); // never said yes to the directory
        var (inside, young, paused, kept, keeps, kin, mute) = (
            await FoundAsync(here, "Inside"),
            await FoundAsync(here, "Young"),
            await FoundAsync(here, "Paused"),
            await FoundAsync(here, "Kept"),
            await FoundAsync(here, "Keeps"),
            await FoundAsync(here, "Kin"),
            await FoundAsync(here, "Mute")
        );
        await here.MoveAsync(inside.Member, await here.CustodyAsync());
        await here.ContactAsync(young.Member, c => c.BornOn = new(2010, 1, 1));
        await here.WriteAsync(db =>
            db.Members.Where(m => m.Id == paused.Member).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Suspended))
        );
        await InDirectoryAsync(ann);
        (await ann.BlocksAsync(kept.Member)).ShouldBe(Web.Features.Talk.BlockTalk.Outcome.Done);
        (await keeps.BlocksAsync(ann.Member)).ShouldBe(Web.Features.Talk.BlockTalk.Outcome.Done);
        var cora = await here.CoordinatorAsync();
        await cora.RestrictsAsync(kin.Member, RestrictionKind.Other, "Never alone with her");
        // Neither written to nor with a sign-in: no question reaches them.
        await here.ContactAsync(mute.Member, c => (c.Prefers, c.Email) = (ContactWay.Nothing, ""));
        await here.WriteAsync(db =>
            db.RoleHolders.Where(h => h.Id == mute.Id).ExecuteUpdateAsync(h => h.SetProperty(x => x.EndedAt, bank.Clock.GetUtcNow()))
        );
        await here.EarnsAsync(bob.Member, 90);

        (await SeesAsync(ann, request))!.People.Select(p => p.Name).ShouldBe(["Bob Green"]);
        var said = (await (await ann.BrowserAsync()).OpenAsync($"offers/{request.Value}/who-could-help"))
            .QuerySelector("main")!
            .TextContent;
        said.ShouldContain("Can do it: Weeding and gardening.");
        said.ShouldContain("Is in your time bank.");
        foreach (
            var secret in (string[])
                ["Hidden", "Inside", "Young", "Paused", "Kept", "Keeps", "Kin", "Mute", "to spend", "received", "alone", "Not for this now"]
        )
            said.ShouldNotContain(secret);

        // Asked in spite of it, they are as little there as somebody who does not exist, and nobody is asked with them.
        foreach (
            var who in (MemberId[])
                [inside.Member, young.Member, paused.Member, kept.Member, keeps.Member, kin.Member, mute.Member, new(Guid.NewGuid())]
        )
            (await AsksAsync(ann, request, bob.Member, who)).ShouldBe(AskMembers.Outcome.NotThem);
        (await here.ReadAsync(db => db.Proposals.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_yes_by_the_link_settles_it_and_both_learn_what_both_agreed_to()
    {
        var (here, ann, request) = await HereAsync("yes");
        var (bob, dan) = (await FoundAsync(here, "Bob"), await FoundAsync(here, "Dan"));
        await here.ContactAsync(ann.Member, c => c.Phone = "01234 111111");
        await here.ContactAsync(bob.Member, c => c.Phone = "01234 222222");
        (await AsksAsync(ann, request, ["Phone", "Email"], bob.Member, dan.Member)).ShouldBe(AskMembers.Outcome.Asked);
        await bank.DeliverAsync();
        var letter = bank.MailsTo(Mail(here, "bob")).ShouldHaveSingleItem();
        letter.ShouldContain("Ann");
        letter.ShouldNotContain("Ash");
        var stranger = bank.Stranger();
        var page = await stranger.OpenAsync($"/{here.Slug}/{OnTheBoard.LinkIn(letter, "asked")}");
        page = await stranger.SendAsync(stranger.Request(page, new() { ["Form.Say"] = "yes", ["Form.Shares"] = "Phone" }));
        page.QuerySelector("main")!.TextContent.ShouldContain("You will be told how it goes on.");
        await bank.DeliverAsync();
        var (toBob, toAnn) = (bank.MailsTo(Mail(here, "bob"))[^1], bank.MailsTo(Mail(here, "ann"))[^1]);
        toBob.ShouldContain("01234 111111");
        toBob.ShouldNotContain(Mail(here, "ann")); // he did not agree to the same
        toAnn.ShouldContain("01234 222222");
        bank.MailsTo(Mail(here, "dan")).Count(m => m.Contains("Somebody has been found", StringComparison.Ordinal)).ShouldBe(1);
        var answer = await here.ReadAsync(db => db.OfferAnswers.AsNoTracking().SingleAsync());
        (answer.Status, answer.GoesTo, answer.Agreed).ShouldBe((AnswerStatus.Yes, AnswersGoTo.People, Sharing.Phone));
        answer.IntroducedAt.ShouldNotBeNull();
        (await here.OfferAsync(request)).Status.ShouldBe(OfferStatus.Arranged);
        (await SeesAsync(ann, request)).ShouldBeNull(); // somebody is found

        // The coordinator sees that she asked, and whom.
        var cora = await (await here.CoordinatorAsync()).BrowserAsync();
        var board = (await cora.OpenAsync($"board/{request.Value}")).QuerySelector("main")!.TextContent;
        board.ShouldContain("by mail, by Ann Ash: said yes.");
        board.ShouldContain("by mail, by Ann Ash: somebody else was found.");
    }

    [Fact]
    public async Task Where_nothing_was_agreed_a_coordinator_puts_them_in_touch()
    {
        var (here, ann, request) = await HereAsync("none");
        var bob = await FoundAsync(here, "Bob");
        await here.ContactAsync(ann.Member, c => c.Phone = "01234 333333");
        await here.ContactAsync(bob.Member, c => c.Phone = "01234 444444");
        await AsksAsync(ann, request, [], bob.Member);
        (await SaysYesAsync(here, bob, request, ["Phone"])).ShouldBe(AnswerProposal.Outcome.Said);
        await bank.DeliverAsync();
        foreach (var who in new[] { "ann", "bob" })
        {
            var mail = bank.MailsTo(Mail(here, who))[^1];
            mail.ShouldContain("Your coordinator puts the two of you in touch.");
            mail.ShouldNotContain("01234");
        }
        var cora = await here.CoordinatorAsync();
        (await cora.DoAsync((BoardWaitsQuery query) => query.ReadAsync())).Answers.Lines.ShouldHaveSingleItem().Name.ShouldBe("Bob Green");
    }

    [Fact]
    public async Task What_came_to_be_known_meanwhile_brings_it_to_a_coordinator_in_the_same_words()
    {
        var (here, ann, request) = await HereAsync("care");
        var bob = await FoundAsync(here, "Bob");
        await AsksAsync(ann, request, ["Email"], bob.Member);
        var cora = await here.CoordinatorAsync();
        await cora.RestrictsAsync(bob.Member, RestrictionKind.Other, "Never alone with her");
        (await SaysYesAsync(here, bob, request, ["Email"])).ShouldBe(AnswerProposal.Outcome.Said);
        await bank.DeliverAsync();
        var answer = await here.ReadAsync(db => db.OfferAnswers.AsNoTracking().SingleAsync());
        (answer.Status, answer.GoesTo).ShouldBe((AnswerStatus.Waiting, AnswersGoTo.Broker));
        bank.MailsTo(Mail(here, "ann")).ShouldBeEmpty();
        var said = (await (await ann.BrowserAsync()).OpenAsync($"offers/{request.Value}/who-could-help"))
            .QuerySelector("main")!
            .TextContent;
        said.ShouldContain("said yes");
        said.ShouldNotContain("alone");
        // What the two agreed to is there for the coordinator, who decides.
        answer.Agreed.ShouldBe(Sharing.Email);
    }

    [Fact]
    public async Task Five_at_a_time_for_a_request_and_ten_in_a_day_and_a_no_makes_room()
    {
        var (here, ann, request) = await HereAsync("many");
        List<Actor> all = [];
        for (var i = 0; i < 12; i++)
            all.Add(await FoundAsync(here, $"Gardener{(char)('a' + i)}"));
        (await AsksAsync(ann, request, [.. all.Take(6).Select(a => a.Member)])).ShouldBe(AskMembers.Outcome.TooMany);
        (await AsksAsync(ann, request, [.. all.Take(5).Select(a => a.Member)])).ShouldBe(AskMembers.Outcome.Asked);
        (await AsksAsync(ann, request, all[5].Member)).ShouldBe(AskMembers.Outcome.TooMany);
        (await (await ann.BrowserAsync()).OpenAsync($"offers/{request.Value}/who-could-help"))
            .QuerySelector("main")!
            .TextContent.ShouldContain("Wait for an answer first.");
        await all[0]
            .DoAsync(
                async (AnswerProposal a) => await a.HandleAsync((await here.ProposalAsync(request, all[0].Member)).Id, new() { Say = "no" })
            );
        (await AsksAsync(ann, request, all[0].Member)).ShouldBe(AskMembers.Outcome.NotThem); // nobody is asked twice for the same
        (await AsksAsync(ann, request, all[5].Member)).ShouldBe(AskMembers.Outcome.Asked);
        var more = await ann.PutsUpAsync(OfferKind.Request, "Gardening after the party", "Gardening");
        (await AsksAsync(ann, more, [.. all.Take(5).Select(a => a.Member)])).ShouldBe(AskMembers.Outcome.TooManyToday);
        (await AsksAsync(ann, more, [.. all.Take(4).Select(a => a.Member)])).ShouldBe(AskMembers.Outcome.Asked);
        bank.Clock.Advance(TimeSpan.FromHours(25));
        (await AsksAsync(ann, more, all[4].Member)).ShouldBe(AskMembers.Outcome.Asked);
    }

    [Fact]
    public async Task For_ones_own_open_request_and_by_nobody_else()
    {
        var (here, ann, request) = await HereAsync("own");
        var bob = await FoundAsync(here, "Bob");
        var eve = await here.MemberAsync("Eve");
        (await SeesAsync(eve, request)).ShouldBeNull();
        (await AsksAsync(eve, request, bob.Member)).ShouldBe(AskMembers.Outcome.NotNow);
        var there = await (await bank.CreateAsync($"there-{Guid.NewGuid():N}"[..20], "There")).MemberAsync("Tia");
        (await SeesAsync(there, request)).ShouldBeNull();
        var offer = await ann.PutsUpAsync(OfferKind.Offer, "Gardening", "Gardening"); // who would like something is in no directory
        (await SeesAsync(ann, offer)).ShouldBeNull();

        // The directory is for members: whoever acts for one does not see it.
        var (cora, carer) = (await here.CoordinatorAsync(), await here.MemberAsync("Carl"));
        (await cora.ActsForAsync(carer, ann.Member)).ShouldBe(Web.Features.Relations.SetActing.Outcome.Set);
        var browser = await carer.BrowserAsync();
        var page = await browser.OpenAsync($"/for/{ann.Member.Value}/{here.Slug}/offers/{request.Value}");
        browser.Status.ShouldBe(HttpStatusCode.OK);
        page.QuerySelector("main a[href$='/who-could-help']").ShouldBeNull();
        page = await browser.OpenAsync($"/for/{ann.Member.Value}/{here.Slug}/offers/{request.Value}/who-could-help");
        browser.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Body!.TextContent.ShouldNotContain("Bob Green");

        // Under 18, a coordinator asks.
        await here.ContactAsync(ann.Member, c => c.BornOn = new(2010, 1, 1));
        (await SeesAsync(ann, request)).ShouldBeNull();
        await here.ContactAsync(ann.Member, c => c.BornOn = null);
        await here.MoveAsync(ann.Member, await here.CustodyAsync());
        (await SeesAsync(ann, request)).ShouldBeNull();
    }

    [Fact]
    public async Task A_peer_broker_writes_down_no_answer_to_what_they_asked_for_themself_and_sees_who_asked()
    {
        var (here, ann, request) = await HereAsync("peer");
        var bob = await FoundAsync(here, "Bob");
        var pia = await here.PeerBrokerAsync("Pia", here.Hub);
        var own = await pia.PutsUpAsync(OfferKind.Request, "Gardening at mine", "Gardening");
        (await AsksAsync(pia, own, bob.Member)).ShouldBe(AskMembers.Outcome.Asked);
        (await AsksAsync(ann, request, bob.Member)).ShouldBe(AskMembers.Outcome.Asked);
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
        var (here, ann, request) = await HereAsync("keep");
        var bob = await FoundAsync(here, "Bob");
        await AsksAsync(ann, request, bob.Member);
        var browser = await bob.BrowserAsync();
        var path = $"proposals/{(await here.ProposalAsync(request, bob.Member)).Id.Value}";
        var page = await browser.OpenAsync(path);
        page = await browser.SendAsync(page, new() { ["Keep"] = "keep" }, "main form:has(button[name=Keep])");
        page.QuerySelector("main")!.TextContent.ShouldContain("Ann cannot ask you or write to you any more.");
        var more = await ann.PutsUpAsync(OfferKind.Request, "Gardening after the party", "Gardening");
        (await SeesAsync(ann, more))!.People.ShouldBeEmpty();
        await browser.SendAsync(page, new() { ["Keep"] = "let" }, "main form:has(button[name=Keep])");
        (await SeesAsync(ann, more))!.People.ShouldHaveSingleItem();
    }

    private async Task<(Place Here, Actor Ann, OfferId Request)> HereAsync(string name)
    {
        var here = await bank.CreateAsync($"{name}-{Guid.NewGuid():N}"[..20], name);
        await here.WriteAsync(db =>
            Task.FromResult(db.BoardSettings.Add(new() { AnswersGoTo = AnswersGoTo.People, SuggestsPeople = true }))
        );
        var (ann, request) = await here.AsksForGardeningAsync();
        return (here, ann, request);
    }

    /// <summary>A gardener who chose to be in the directory.</summary>
    private static async Task<Actor> FoundAsync(Place here, string name)
    {
        var member = await here.GardenerAsync(name);
        await InDirectoryAsync(member);
        return member;
    }

    private static Task<GiveConsent.Outcome> InDirectoryAsync(Actor who) =>
        who.DoAsync(
            (GiveConsent give) =>
                give.HandleAsync(
                    new()
                    {
                        Purpose = ConsentPurpose.Directory,
                        Give = true,
                        Version = 1,
                    }
                )
        );

    private static Task<WhoCouldHelp?> SeesAsync(Actor who, OfferId request) =>
        who.DoAsync((WhoCouldHelpQuery query) => query.FindAsync(request));

    private static Task<AskMembers.Outcome> AsksAsync(Actor who, OfferId request, params MemberId[] members) =>
        AsksAsync(who, request, [], members);

    private static Task<AskMembers.Outcome> AsksAsync(Actor who, OfferId request, List<string> shares, params MemberId[] members) =>
        who.DoAsync(
            (AskMembers ask) => ask.HandleAsync(request, new() { Members = [.. members.Select(m => m.Value.ToString())], Shares = shares })
        );

    private static async Task<AnswerProposal.Outcome> SaysYesAsync(Place here, Actor who, OfferId request, List<string> shares)
    {
        var id = (await here.ProposalAsync(request, who.Member)).Id;
        return await who.DoAsync((AnswerProposal a) => a.HandleAsync(id, new() { Say = "yes", Shares = shares }));
    }

    private static string Mail(Place here, string who) => $"{who}@{here.Slug}.example";
}
