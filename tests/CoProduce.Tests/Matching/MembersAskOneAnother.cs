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
        var bob = await here.FoundAsync("Bob");
        var browser = await ann.BrowserAsync();
        (await browser.OpenAsync($"offers/{request.Value}")).QuerySelector("main a[href$='/who-could-help']").ShouldBeNull();
        await browser.OpenAsync($"offers/{request.Value}/who-could-help");
        browser.Status.ShouldBe(HttpStatusCode.NotFound);
        (await ann.AsksMembersAsync(request, bob.Member)).ShouldBe(AskMembers.Outcome.NotNow);

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
        (await ann.SeesAsync(request)).ShouldBeNull();
    }

    [Fact]
    public async Task Of_the_directory_alone_without_those_who_may_not_meet_and_without_a_word_of_why()
    {
        var (here, ann, request) = await bank.HereAsync("who");
        var bob = await here.FoundAsync("Bob");
        await here.GardenerAsync("Hidden"); // never said yes to the directory
        var (inside, young, paused, kept, keeps, kin, mute) = (
            await here.FoundAsync("Inside"),
            await here.FoundAsync("Young"),
            await here.FoundAsync("Paused"),
            await here.FoundAsync("Kept"),
            await here.FoundAsync("Keeps"),
            await here.FoundAsync("Kin"),
            await here.FoundAsync("Mute")
        );
        await here.MoveAsync(inside.Member, await here.CustodyAsync());
        await here.ContactAsync(young.Member, c => c.BornOn = new(2010, 1, 1));
        await here.WriteAsync(db =>
            db.Members.Where(m => m.Id == paused.Member).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Suspended))
        );
        await ann.InDirectoryAsync();
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

        (await ann.SeesAsync(request))!.People.Select(p => p.Name).ShouldBe(["Bob Green"]);
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
            (await ann.AsksMembersAsync(request, bob.Member, who)).ShouldBe(AskMembers.Outcome.NotThem);
        (await here.ReadAsync(db => db.Proposals.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Five_at_a_time_for_a_request_and_ten_in_a_day_and_a_no_makes_room()
    {
        var (here, ann, request) = await bank.HereAsync("many");
        List<Actor> all = [];
        for (var i = 0; i < 12; i++)
            all.Add(await here.FoundAsync($"Gardener{(char)('a' + i)}"));
        (await ann.AsksMembersAsync(request, [.. all.Take(6).Select(a => a.Member)])).ShouldBe(AskMembers.Outcome.TooMany);
        (await ann.AsksMembersAsync(request, [.. all.Take(5).Select(a => a.Member)])).ShouldBe(AskMembers.Outcome.Asked);
        (await ann.AsksMembersAsync(request, all[5].Member)).ShouldBe(AskMembers.Outcome.TooMany);
        (await (await ann.BrowserAsync()).OpenAsync($"offers/{request.Value}/who-could-help"))
            .QuerySelector("main")!
            .TextContent.ShouldContain("Wait for an answer first.");
        await all[0]
            .DoAsync(
                async (AnswerProposal a) => await a.HandleAsync((await here.ProposalAsync(request, all[0].Member)).Id, new() { Say = "no" })
            );
        (await ann.AsksMembersAsync(request, all[0].Member)).ShouldBe(AskMembers.Outcome.NotThem); // nobody is asked twice for the same
        (await ann.AsksMembersAsync(request, all[5].Member)).ShouldBe(AskMembers.Outcome.Asked);
        var more = await ann.PutsUpAsync(OfferKind.Request, "Gardening after the party", "Gardening");
        (await ann.AsksMembersAsync(more, [.. all.Take(5).Select(a => a.Member)])).ShouldBe(AskMembers.Outcome.TooManyToday);
        (await ann.AsksMembersAsync(more, [.. all.Take(4).Select(a => a.Member)])).ShouldBe(AskMembers.Outcome.Asked);
        bank.Clock.Advance(TimeSpan.FromHours(25));
        (await ann.AsksMembersAsync(more, all[4].Member)).ShouldBe(AskMembers.Outcome.Asked);
    }

    [Fact]
    public async Task For_ones_own_open_request_and_by_nobody_else()
    {
        var (here, ann, request) = await bank.HereAsync("own");
        var bob = await here.FoundAsync("Bob");
        var eve = await here.MemberAsync("Eve");
        (await eve.SeesAsync(request)).ShouldBeNull();
        (await eve.AsksMembersAsync(request, bob.Member)).ShouldBe(AskMembers.Outcome.NotNow);
        var there = await (await bank.CreateAsync($"there-{Guid.NewGuid():N}"[..20], "There")).MemberAsync("Tia");
        (await there.SeesAsync(request)).ShouldBeNull();
        var offer = await ann.PutsUpAsync(OfferKind.Offer, "Gardening", "Gardening"); // who would like something is in no directory
        (await ann.SeesAsync(offer)).ShouldBeNull();

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
        (await ann.SeesAsync(request)).ShouldBeNull();
        await here.ContactAsync(ann.Member, c => c.BornOn = null);
        await here.MoveAsync(ann.Member, await here.CustodyAsync());
        (await ann.SeesAsync(request)).ShouldBeNull();
    }
}
