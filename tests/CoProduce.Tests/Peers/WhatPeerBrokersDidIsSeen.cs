using System.Net;
using CoProduce.Tests.Diary;
using CoProduce.Tests.Matching;
using CoProduce.Tests.Offers;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Matching.Day;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Peers;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Peers;

public sealed class WhatPeerBrokersDidIsSeen(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task Their_deeds_the_newest_first_and_nobody_elses()
    {
        var (here, upper) = await bank.TwoHubsAsync();
        var (tess, bob, uma) = (
            await here.GardenerOfAsync("Tess", here.Hub),
            await here.GardenerOfAsync("Bob", here.Hub),
            await here.GardenerOfAsync("Uma", upper)
        );
        var (mo, cora) = (await here.StaffAsync("Mo", Role.Manager), await here.CoordinatorAsync());
        var (pia, fay) = (await here.MemberAsync("Pia", "Penn"), await here.PeerBrokerAsync("Fay", upper));
        (await mo.MakesAsync(pia, [Role.Member, Role.PeerBroker], [here.Hub])).ShouldBe(ChangeRoles.Outcome.Changed);
        var request = await tess.PutsUpAsync(OfferKind.Request, "Gardening before the party");
        Later();
        (await pia.AsksAsync(request, ProposalWay.Phone, null, bob.Member)).ShouldBe(ProposeMatchAsked);
        Later();
        (await pia.LogsForAsync(bob.Member, tess.Member)).ShouldBe(LogOutcome.Logged);
        Later();
        await fay.NotesAsync(uma.Member);
        // What is not brokering: her own help as a member, and what a coordinator does.
        await pia.GaveAsync(60, to: tess.Member);
        await cora.NotesAsync(tess.Member);
        await cora.LogsForAsync(tess.Member, bob.Member);

        var all = await ReadAsync(cora);
        all.Deeds.Select(d => (d.Peer.Split(' ')[0], d.Deed, d.Hub))
            .ShouldBe([
                ("Fay", "NoteCall", "Upper"),
                ("Pia", "LogForMembers", "Town"),
                ("Pia", "ProposeMatch", "Town"),
                ("Pia", PeerHubs.Given, "Town"),
            ]);
        all.Whoever.Select(w => w.Name).ShouldBe(["Fay Peer", "Pia Penn"]);
        (await ReadAsync(cora, who: pia.Id)).Deeds.Count.ShouldBe(3);
        (await ReadAsync(cora, hub: upper)).Deeds.Select(d => d.Deed).ShouldBe(["NoteCall"]);
        (await ReadAsync(cora, who: fay.Id, hub: here.Hub)).Count.ShouldBe(0);
        (await ReadAsync(await bank.Hillside.CoordinatorAsync())).Count.ShouldBe(0);

        // A coordinator reads whole names and goes on from there; a manager reads first names and goes nowhere.
        var browser = await cora.BrowserAsync();
        var page = (await browser.OpenAsync("peer-brokers")).QuerySelector("main")!;
        foreach (
            var words in (string[])
                [
                    "Fay Peer noted a call with Uma Lastname",
                    "Pia Penn logged that Bob Lastname helped Tess Lastname",
                    "Pia Penn asked Bob Lastname whether it is for them",
                    "Pia Penn was made a peer broker by Mo Staff",
                ]
        )
            page.TextContent.ShouldContain(words);
        foreach (var link in page.QuerySelectorAll(".line-actions a"))
        {
            await browser.OpenAsync("/" + link.GetAttribute("href")!.TrimStart('/'));
            browser.Status.ShouldBe(HttpStatusCode.OK, link.GetAttribute("href"));
        }
        page.QuerySelectorAll(".line-actions a").Length.ShouldBe(3);
        page = (await browser.OpenAsync($"peer-brokers?hub={upper.Value}&who=&page=nonsense")).QuerySelector("main")!;
        page.TextContent.ShouldContain("Uma");
        page.TextContent.ShouldNotContain("Tess");
        page = (await (await mo.BrowserAsync()).OpenAsync("peer-brokers")).QuerySelector("main")!;
        page.TextContent.ShouldContain("Pia Penn asked Bob whether it is for them");
        page.TextContent.ShouldNotContain("Lastname");
        page.QuerySelectorAll(".line-actions a").ShouldBeEmpty();

        void Later() => bank.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Every_deed_is_said_in_words_with_a_way_to_what_it_was_about()
    {
        var (here, _) = await bank.TwoHubsAsync();
        var (tess, bob) = (await here.GardenerOfAsync("Tess", here.Hub), await here.GardenerOfAsync("Bob", here.Hub));
        var (pia, cora) = (await here.PeerBrokerAsync("Pia", here.Hub), await here.CoordinatorAsync());
        var request = await tess.PutsUpAsync(OfferKind.Request, "A hedge to cut");
        var written = new OfferAnswerForm { Member = bob.Member.Value, Door = CoProduce.Ledger.Door.Phone };
        (await pia.DoAsync((AnswerOffer answer) => answer.ForMemberAsync(request, written))).ShouldBe(AnswerOffer.Outcome.ToBroker);
        await pia.DoAsync((SettleAnswer settle) => settle.ByBrokerAsync(new(written.RequestKey), new() { Say = "yes" }));
        var visit = await pia.ArrangesAsync(here.Visit(bob.Member, tess.Member));
        var moved = MoveVisitForm.Of(new(await here.VisitAsync(visit), "", null, ""));
        moved.Start = "9:30";
        (await pia.DoAsync((MoveVisit move) => move.HandleAsync(moved))).ShouldBe(MoveVisit.Outcome.Moved);
        await pia.DoAsync((CallOffVisit off) => off.ForMembersAsync(new() { Visit = visit.Value, Why = "Rain" }));
        await pia.DoAsync((CloseOffer close) => close.ForMemberAsync(request, OfferStatus.Met));
        var later = new MarkLineForm
        {
            List = DayList.New,
            Subject = tess.Member.Value,
            Rest = DayRest.Week,
        };
        (await pia.DoAsync((MarkLine mark) => mark.HandleAsync(later))).ShouldBe(MarkLine.Outcome.Marked);
        var browser = await cora.BrowserAsync();
        var page = (await browser.OpenAsync("peer-brokers")).QuerySelector("main")!;
        foreach (
            var words in (string[])
                [
                    "Pia Peer wrote down that Bob Lastname answered Tess Lastname on the board",
                    "Pia Peer settled what Bob Lastname answered Tess Lastname on the board",
                    "Pia Peer arranged a visit: Bob Lastname for Tess Lastname",
                    "Pia Peer changed a visit: Bob Lastname for Tess Lastname",
                    "Pia Peer called a visit off: Bob Lastname for Tess Lastname",
                    "Pia Peer said how an offer or request of Tess Lastname stands",
                    "Pia Peer put off or gave away a line of the day about Tess Lastname",
                ]
        )
            page.TextContent.ShouldContain(words);
        page.TextContent.ShouldNotContain("did something as a peer broker");
        var links = page.QuerySelectorAll(".line-actions a").Select(a => a.GetAttribute("href")!).Distinct().ToList();
        links.Count.ShouldBe(4); // the request, the answer, the visit, the member
        foreach (var link in links)
        {
            await browser.OpenAsync("/" + link.TrimStart('/'));
            browser.Status.ShouldBe(HttpStatusCode.OK, link);
        }
    }

    [Fact]
    public async Task It_comes_in_pages_and_a_page_beyond_the_last_is_the_last()
    {
        var (here, _) = await bank.TwoHubsAsync();
        var (tess, pia, cora) = (await here.AddMemberAsync("Tess"), await here.PeerBrokerAsync("Pia"), await here.CoordinatorAsync());
        await here.WriteAsync(db =>
        {
            for (var i = 0; i < PeerDeedsQuery.PageSize + 1; i++)
                db.AuditLines.Add(
                    new()
                    {
                        At = bank.Clock.GetUtcNow().AddMinutes(-i),
                        By = pia.Id,
                        OnBehalfOf = tess,
                        Deed = "ProposeMatch",
                        SubjectId = Guid.NewGuid(),
                        PeerHubId = here.Hub,
                    }
                );
            return Task.FromResult(0);
        });
        var last = await ReadAsync(cora, page: 99);
        (last.Count, last.Pages, last.Page, last.Deeds.Count).ShouldBe((PeerDeedsQuery.PageSize + 1, 2, 2, 1));
        last.Deeds[0].At.ShouldBe(bank.Clock.GetUtcNow().AddMinutes(-PeerDeedsQuery.PageSize));
    }

    [Fact]
    public async Task Only_coordinators_and_managers_read_it()
    {
        foreach (var role in (Role[])[Role.Trustee, Role.PeerBroker])
        {
            var browser = await (await bank.Riverside.StaffAsync("Tom", role)).BrowserAsync();
            await browser.OpenAsync("peer-brokers");
            browser.Status.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    private const Web.Features.Matching.ProposeMatch.Outcome ProposeMatchAsked = Web.Features.Matching.ProposeMatch.Outcome.Asked;

    private static Task<PeerDeeds> ReadAsync(Actor reader, RoleHolderId? who = null, HubId? hub = null, int page = 1) =>
        reader.DoAsync((PeerDeedsQuery query) => query.ReadAsync(who, hub, page));
}
