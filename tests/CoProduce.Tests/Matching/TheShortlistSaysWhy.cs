using CoProduce.Tests.Care;
using CoProduce.Tests.Offers;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Matching;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Matching;

/// <summary>Who could be asked, with reasons in words; hard rules exclude and say why; what matters is the organisation's.</summary>
public sealed class TheShortlistSaysWhy(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task Whoever_can_do_it_is_on_it_and_nobody_else()
    {
        var here = await HereAsync();
        var (ann, request) = await here.AsksForGardeningAsync();
        var bob = await here.GardenerAsync("Bob");
        await here.MemberAsync("Nora");
        var shown = await (await here.CoordinatorAsync()).LooksForAsync(request);
        shown.Names().ShouldBe(["Bob"]);
        var page = await (await (await here.CoordinatorAsync()).BrowserAsync()).OpenAsync($"board/{request.Value}/shortlist");
        var said = page.QuerySelector("main")!.TextContent;
        said.ShouldContain("Who could help Ann Ash?");
        said.ShouldContain("Can do it: Weeding and gardening.");
        said.ShouldContain("They are new to each other.");
        await bob.GaveAsync(60, ann.Member);
        (await (await here.CoordinatorAsync()).LooksForAsync(request)).List.People[0].LastMet.ShouldNotBeNull();
    }

    [Fact]
    public async Task Hard_rules_leave_out_and_say_why()
    {
        var here = await HereAsync();
        var (_, request) = await here.AsksForGardeningAsync();
        var cora = await here.CoordinatorAsync();
        var (fit, kept, paused, away) = (
            await here.GardenerAsync("Fit"),
            await here.GardenerAsync("Kept"),
            await here.GardenerAsync("Paused"),
            await here.GardenerAsync("Away")
        );
        await cora.RestrictsAsync(kept.Member, RestrictionKind.NoHomeVisits);
        await here.WriteAsync(db =>
            db.Members.Where(m => m.Id == paused.Member).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Suspended))
        );
        await here.WriteAsync(db => Task.FromResult(db.WhatSuits.Add(new() { MemberId = away.Member, AwayUntil = Today.AddDays(5) })));
        (await cora.LooksForAsync(request)).Names().ShouldBe(["Fit"]);
        var page = await (await cora.BrowserAsync()).OpenAsync($"board/{request.Value}/shortlist");
        var said = page.QuerySelector("main")!.TextContent;
        said.ShouldContain("Something to keep to with Kept Green: no home visits.");
        said.ShouldContain("Is paused, and does not take part for the time being.");
        said.ShouldContain("Away until");
        (await here.ReadAsync(db => db.RecordViews.CountAsync(v => v.MemberId == kept.Member))).ShouldBe(1); // the look is written down
        await here.NeedsAsync("Gardening", "DBS seen");
        (await cora.LooksForAsync(request)).Names().ShouldBeEmpty();
        await cora.ChecksAsync(fit.Member, "DBS seen", Today);
        var listed = (await cora.LooksForAsync(request)).List.People.ShouldHaveSingleItem();
        (listed.FirstName, listed.HasChecks).ShouldBe(("Fit", true));
    }

    [Fact]
    public async Task What_matters_changes_the_order()
    {
        var here = await HereAsync();
        var (ann, request) = await here.AsksForGardeningAsync();
        await here.WriteAsync(db => Task.FromResult(db.MemberLanguages.Add(new() { MemberId = ann.Member, Code = "cy" })));
        var (near, welsh) = (await here.GardenerAsync("Near"), await here.GardenerAsync("Welsh"));
        await here.MoveAsync(welsh.Member, await here.AddHubAsync("Other town"));
        await here.WriteAsync(db => Task.FromResult(db.MemberLanguages.Add(new() { MemberId = welsh.Member, Code = "cy" })));
        var cora = await here.CoordinatorAsync();
        await MattersAsync(here, MatchReason.Language, Matters.NotAtAll);
        (await cora.LooksForAsync(request)).Names().ShouldBe(["Near", "Welsh"]);
        await MattersAsync(here, MatchReason.Language, Matters.Lot);
        await MattersAsync(here, MatchReason.Near, Matters.NotAtAll);
        (await cora.LooksForAsync(request)).Names().ShouldBe(["Welsh", "Near"]);
        (await cora.LooksForAsync(request)).List.People[0].Languages.ShouldHaveSingleItem().Code.ShouldBe("cy");
    }

    [Fact]
    public async Task A_look_may_prefer_what_is_in_common_or_what_is_new()
    {
        var here = await HereAsync();
        var (_, request) = await here.AsksForGardeningAsync();
        var (near, far) = (await here.GardenerAsync("Near"), await here.GardenerAsync("Far"));
        await here.MoveAsync(far.Member, await here.AddHubAsync("Other town"));
        await MattersAsync(here, MatchReason.Near, Matters.NotAtAll);
        var cora = await here.CoordinatorAsync();
        (await cora.LooksForAsync(request, MatchLook.Bonding)).Names().ShouldBe(["Near", "Far"]);
        (await cora.LooksForAsync(request, MatchLook.Bridging)).Names().ShouldBe(["Far", "Near"]);
    }

    [Fact]
    public async Task Whoever_was_asked_lately_comes_later()
    {
        var here = await HereAsync();
        var (ann, request) = await here.AsksForGardeningAsync();
        var (one, two) = (await here.GardenerAsync("One"), await here.GardenerAsync("Two"));
        var cora = await here.CoordinatorAsync();
        var first = (await cora.LooksForAsync(request)).List.People[0];
        var other = await ann.PutsUpAsync(OfferKind.Request, "Gardening again", "Gardening");
        (await cora.AsksAsync(other, ProposalWay.Phone, "They said so", first.Id)).ShouldBe(ProposeMatch.Outcome.Asked);
        var after = (await cora.LooksForAsync(request)).List;
        after.People[1].Id.ShouldBe(first.Id);
        after.People[1].AskedAt.ShouldNotBeNull();
        one.ShouldNotBe(two);
    }

    [Fact]
    public async Task A_peer_broker_sees_first_names_and_nothing_of_care_or_balances()
    {
        var here = await HereAsync();
        var (_, request) = await here.AsksForGardeningAsync();
        var (bob, kept) = (await here.GardenerAsync("Bob"), await here.GardenerAsync("Kept"));
        var cora = await here.CoordinatorAsync();
        await cora.RestrictsAsync(kept.Member, RestrictionKind.Other, "Only in the hall");
        var peer = await here.StaffAsync("Pia", Role.PeerBroker);
        var page = await (await peer.BrowserAsync()).OpenAsync($"board/{request.Value}/shortlist");
        var said = page.QuerySelector("main")!.TextContent;
        said.ShouldContain("Bob");
        said.ShouldContain("Ask a coordinator before you think of them for this.");
        foreach (var secret in new[] { "Green", "Ash", "Only in the hall", "to spend", "keep to" })
            said.ShouldNotContain(secret);
        (await peer.LooksForAsync(request)).List.People.ShouldAllBe(p => p.Balance == 0);
        (await peer.AsksAsync(request, ProposalWay.Phone, "I know him", kept.Member)).ShouldBe(ProposeMatch.Outcome.CareUnread);
        (await peer.AsksAsync(request, ProposalWay.Phone, null, bob.Member)).ShouldBe(ProposeMatch.Outcome.Asked);
    }

    [Fact]
    public async Task Another_organisation_sees_nothing()
    {
        var here = await HereAsync();
        var (_, request) = await here.AsksForGardeningAsync();
        var there = await HereAsync();
        var stranger = await there.GardenerAsync("Stranger");
        var max = await there.CoordinatorAsync("Max");
        (await max.DoAsync((ShortlistQuery query) => query.FindAsync(request, MatchLook.Neither))).ShouldBeNull();
        (await max.AsksAsync(request, ProposalWay.Phone, "Why not", stranger.Member)).ShouldBe(ProposeMatch.Outcome.NotOpen);
        var cora = await here.CoordinatorAsync();
        (await cora.LooksForAsync(request)).Names().ShouldBeEmpty();
        (await cora.AsksAsync(request, ProposalWay.Phone, "Why not", stranger.Member)).ShouldBe(ProposeMatch.Outcome.NotForThem);
    }

    [Fact]
    public async Task Members_see_what_fits_them_only_where_the_organisation_allows_it()
    {
        var here = await HereAsync();
        var (_, request) = await here.AsksForGardeningAsync();
        var bob = await here.MemberAsync("Bob");
        await here.WriteAsync(async db =>
        {
            var kind = await db.Categories.Where(c => c.Name == "Gardening").Select(c => c.Id).SingleAsync();
            return db.MemberSkills.Add(
                new()
                {
                    MemberId = bob.Member,
                    Words = "Weeding",
                    CategoryId = kind,
                }
            );
        });
        (await (await bob.BrowserAsync()).OpenAsync("")).QuerySelector("main")!.TextContent.ShouldNotContain("Requests that fit you");
        var manager = await (await here.StaffAsync("Mo", Role.Manager)).BrowserAsync();
        await manager.SendAsync(await manager.OpenAsync("settings/board"), new() { ["Form.SuggestsFits"] = "true" });
        (await (await bob.BrowserAsync()).OpenAsync("")).QuerySelector("main")!.TextContent.ShouldContain("Requests that fit you");
        await bob.AnswersAsync(request);
        (await bob.DoAsync((FitsMeQuery query) => query.ReadAsync(Today))).ShouldBeEmpty();
    }

    private DateOnly Today => DateOnly.FromDateTime(bank.Clock.GetUtcNow().UtcDateTime);

    private async Task<Place> HereAsync() => await bank.CreateAsync($"list-{Guid.NewGuid():N}"[..20], "Here");

    private static async Task MattersAsync(Place here, MatchReason reason, Matters matters)
    {
        var manager = await here.StaffAsync("Mo", Role.Manager);
        var form = new ChangeWeightsForm { Matters = { [reason.ToString()] = matters.ToString() } };
        (await manager.DoAsync((ChangeWeights change) => change.HandleAsync(form))).ShouldBe(ChangeWeights.Outcome.Changed);
    }
}
