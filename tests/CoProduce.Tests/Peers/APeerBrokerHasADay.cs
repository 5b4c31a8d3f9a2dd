using System.Net;
using CoProduce.Tests.Diary;
using CoProduce.Tests.Matching;
using CoProduce.Tests.Offers;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Matching;
using CoProduce.Web.Features.Matching.Day;
using CoProduce.Web.Features.Offers;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Peers;

/// <summary>The day of a peer broker: the lists that they can do something about, of the people of their hubs.</summary>
public sealed class APeerBrokerHasADay(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task It_holds_what_waits_of_their_people_and_of_nobody_else()
    {
        var (here, upper) = await bank.TwoHubsAsync();
        var (tess, bob, cyd, uma, cora) = (
            await here.GardenerOfAsync("Tess", here.Hub),
            await here.GardenerOfAsync("Bob", here.Hub),
            await here.GardenerOfAsync("Cyd", here.Hub),
            await here.GardenerOfAsync("Uma", upper),
            await here.CoordinatorAsync()
        );
        var pia = await here.PeerBrokerAsync("Pia", here.Hub);
        var request = await tess.PutsUpAsync(OfferKind.Request, "A hedge to cut");
        await uma.PutsUpAsync(OfferKind.Request, "A pond to clear");
        await cora.AsksAsync(request, ProposalWay.Phone, "why", bob.Member, uma.Member);
        await cyd.AnswersAsync(request);
        await uma.AnswersAsync(request);
        await cora.ArrangesAsync(here.Visit(bob.Member, cyd.Member, inDays: 1));
        await cora.ArrangesAsync(here.Visit(bob.Member, uma.Member, inDays: 1, at: "16:00"));
        await cora.ArrangesAsync(here.Visit(cyd.Member, bob.Member, inDays: 6));
        bank.Clock.Advance(TimeSpan.FromDays(4));
        var day = await DayAsync(pia);
        day.Requests.Lines.Select(r => (r.Title, r.Name)).ShouldBe([("A hedge to cut", "Tess")]);
        day.Silent.ShouldHaveSingleItem().Names.ShouldBe(["Bob"]);
        day.Answers.ShouldHaveSingleItem().Name.ShouldBe("Cyd");
        day.Over.Lines.Select(l => (l.Giver, l.Receiver)).ShouldBe([("Bob", "Cyd")]);
        day.Week.Lines.Select(l => (l.Giver, l.Receiver)).ShouldBe([("Cyd", "Bob")]);
        day.New.Lines.Select(p => p.Name).ShouldBe(["Bob", "Cyd", "Tess"], ignoreOrder: true);
        (day.Requests.Count, day.Over.Count, day.Week.Count, day.New.Count).ShouldBe((1, 1, 1, 3));
        bank.Clock.Advance(TimeSpan.FromDays(70));
        (await DayAsync(pia)).Quiet.Lines.Select(p => p.Name).ShouldNotContain("Uma");
        var page = (await (await pia.BrowserAsync()).OpenAsync("today")).QuerySelector("main")!.TextContent;
        page.ShouldContain("A hedge to cut");
        page.ShouldContain("Tess, waiting for 74 days");
        foreach (var secret in (string[])["Uma", "Lastname", "pond"])
            page.ShouldNotContain(secret);
    }

    [Fact]
    public async Task A_line_of_theirs_is_put_off_or_given_to_a_coordinator_and_no_other_is()
    {
        var (here, upper) = await bank.TwoHubsAsync();
        var (tess, uma, cora) = (
            await here.GardenerOfAsync("Tess", here.Hub),
            await here.GardenerOfAsync("Uma", upper),
            await here.CoordinatorAsync()
        );
        var pia = await here.PeerBrokerAsync("Pia", here.Hub);
        var (request, theirs) = (await tess.PutsUpAsync(OfferKind.Request, "A hedge"), await uma.PutsUpAsync(OfferKind.Request, "A pond"));
        (DayList, Guid)[] others =
        [
            (DayList.Request, theirs.Value),
            (DayList.Silent, theirs.Value),
            (DayList.New, uma.Member.Value),
            (DayList.Quiet, pia.Member.Value),
            (DayList.Request, Guid.NewGuid()),
            (DayList.Unspent, tess.Member.Value), // for coordinators, whoever's it is
            (DayList.Review, tess.Member.Value),
            (DayList.Joining, tess.Member.Value),
        ];
        var browser = await pia.BrowserAsync();
        foreach (var (list, subject) in others)
        {
            (await MarkAsync(pia, list, subject)).ShouldBe(MarkLine.Outcome.NotFound, $"{list}");
            await browser.OpenAsync($"today/{list.ToString().ToLowerInvariant()}/{subject}");
            browser.Status.ShouldBe(HttpStatusCode.NotFound, $"{list}");
        }
        (await here.ReadAsync(db => db.DayMarks.CountAsync())).ShouldBe(0);
        (await MarkAsync(pia, DayList.Request, request.Value)).ShouldBe(MarkLine.Outcome.Marked);
        (await DayAsync(pia)).Requests.Count.ShouldBe(0);
        (await here.PeerDeedsAsync()).ShouldBe([nameof(MarkLine)]);
        (await pia.DoAsync((RestingQuery query) => query.ReadAsync())).ShouldHaveSingleItem().Title.ShouldBe("A hedge");
        (await MarkAsync(pia, DayList.New, tess.Member.Value, f => f.Assigned = cora.Id.Value.ToString())).ShouldBe(
            MarkLine.Outcome.Marked
        );
        (await DayAsync(pia)).New.Count.ShouldBe(0);
    }

    [Fact]
    public async Task What_a_colleague_wrote_of_a_line_is_neither_read_nor_overwritten()
    {
        var (here, upper) = await bank.TwoHubsAsync();
        var (tess, uma, cora) = (
            await here.GardenerOfAsync("Tess", here.Hub),
            await here.GardenerOfAsync("Uma", upper),
            await here.CoordinatorAsync()
        );
        var pia = await here.PeerBrokerAsync("Pia", here.Hub);
        await MarkAsync(cora, DayList.New, tess.Member.Value, f => (f.Rest, f.Note) = (DayRest.Stays, "Her son is ill"));
        await MarkAsync(cora, DayList.New, uma.Member.Value, f => f.Note = "Elsewhere");
        var browser = await pia.BrowserAsync();
        foreach (var path in (string[])["today", "today/later", $"today/new/{tess.Member.Value}"])
        {
            var page = (await browser.OpenAsync(path)).QuerySelector("main")!;
            browser.Status.ShouldBe(HttpStatusCode.OK);
            page.InnerHtml.ShouldNotContain("Her son is ill", Case.Sensitive, path);
            page.InnerHtml.ShouldNotContain("Uma", Case.Sensitive, path);
        }
        var mark = await here.ReadAsync(db => db.DayMarks.SingleAsync(m => m.SubjectId == tess.Member.Value));
        (await MarkAsync(pia, DayList.New, tess.Member.Value, f => f.Seen = mark.At.UtcTicks)).ShouldBe(MarkLine.Outcome.WithColleague);
        (await here.ReadAsync(db => db.DayMarks.SingleAsync(m => m.SubjectId == tess.Member.Value))).Note.ShouldBe("Her son is ill");
    }

    private static Task<PeerDay> DayAsync(Actor who) => who.DoAsync((PeerDayQuery query) => query.ReadAsync());

    private static Task<MarkLine.Outcome> MarkAsync(Actor who, DayList list, Guid subject, Action<MarkLineForm>? more = null)
    {
        var form = new MarkLineForm
        {
            List = list,
            Subject = subject,
            Rest = DayRest.Tomorrow,
        };
        more?.Invoke(form);
        return who.DoAsync((MarkLine mark) => mark.HandleAsync(form));
    }
}
