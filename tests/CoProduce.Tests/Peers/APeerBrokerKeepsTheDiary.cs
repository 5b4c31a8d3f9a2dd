using System.Net;
using CoProduce.Tests.Care;
using CoProduce.Tests.Diary;
using CoProduce.Tests.Offers;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Peers;

/// <summary>A peer broker arranges, changes and calls off visits of two people of their hubs, and of nobody else.</summary>
public sealed class APeerBrokerKeepsTheDiary(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task They_arrange_for_two_people_of_their_hubs_and_for_nobody_else()
    {
        var (here, upper) = await bank.TwoHubsAsync();
        var (tess, bob, kept, uma) = (
            await here.GardenerOfAsync("Tess", here.Hub),
            await here.GardenerOfAsync("Bob", here.Hub),
            await here.GardenerOfAsync("Kept", here.Hub),
            await here.GardenerOfAsync("Uma", upper)
        );
        await (await here.CoordinatorAsync()).RestrictsAsync(kept.Member, RestrictionKind.Other, "Only in the hall");
        var pia = await here.PeerBrokerAsync("Pia", here.Hub);
        foreach (var other in (MemberId[])[uma.Member, new(Guid.NewGuid()), pia.Member])
        {
            (await pia.TriesAsync(here.Visit(other, tess.Member))).ShouldBe(ArrangeVisit.Outcome.UnknownMember);
            (await pia.TriesAsync(here.Visit(tess.Member, other))).ShouldBe(ArrangeVisit.Outcome.UnknownMember);
        }
        (await pia.TriesAsync(here.Visit(tess.Member, null))).ShouldBe(ArrangeVisit.Outcome.NeedsCoordinator);
        (await pia.TriesAsync(here.Visit(kept.Member, tess.Member))).ShouldBe(ArrangeVisit.Outcome.NeedsCoordinator);
        var theirs = here.Visit(tess.Member, bob.Member);
        theirs.Offer = (await uma.PutsUpAsync(OfferKind.Request, "A pond")).Value;
        (await pia.TriesAsync(theirs)).ShouldBe(ArrangeVisit.Outcome.UnknownOffer);
        (await here.ReadAsync(db => db.Visits.CountAsync())).ShouldBe(0);
        var form = here.Visit(tess.Member, bob.Member);
        form.IsCovered = true;
        var visit = await here.VisitAsync(await pia.ArrangesAsync(form));
        (visit.ArrangedBy, visit.CoveredAt).ShouldBe((pia.Id, null)); // nobody but a coordinator answers for it
        (await here.PeerDeedsAsync()).ShouldBe([nameof(ArrangeVisit)]);
    }

    [Fact]
    public async Task They_change_call_off_and_write_down_their_peoples_visits_and_no_others()
    {
        var (here, upper) = await bank.TwoHubsAsync();
        var (tess, bob, uma, cora) = (
            await here.GardenerOfAsync("Tess", here.Hub),
            await here.GardenerOfAsync("Bob", here.Hub),
            await here.GardenerOfAsync("Uma", upper),
            await here.CoordinatorAsync()
        );
        var pia = await here.PeerBrokerAsync("Pia", here.Hub);
        var own = here.Visit(tess.Member, bob.Member, inDays: 3);
        own.Place = "Flat 3, Lock House";
        var (visit, half, ours) = (
            await cora.ArrangesAsync(own),
            await cora.ArrangesAsync(here.Visit(tess.Member, uma.Member, inDays: 4)),
            await cora.ArrangesAsync(here.Visit(tess.Member, null, inDays: 5))
        );
        foreach (var other in (VisitId[])[half, ours, new(Guid.NewGuid())])
        {
            (await MoveAsync(other, "9:00", tess.Member)).ShouldBe(MoveVisit.Outcome.NotFound);
            (await OffAsync(other)).ShouldBe(CallOffVisit.Outcome.NotFound);
            (await AnswerAsync(other, tess.Member)).ShouldBe(AnswerVisit.Outcome.NotFound);
        }
        (await MoveAsync(visit, "9:00", uma.Member)).ShouldBe(MoveVisit.Outcome.NotTakingPart);
        (await here.PeerDeedsAsync()).ShouldBeEmpty();
        (await MoveAsync(visit, "9:00", tess.Member)).ShouldBe(MoveVisit.Outcome.Moved);
        var moved = await here.VisitAsync(visit);
        (moved.Start, moved.Place).ShouldBe((new TimeOnly(9, 0), "Flat 3, Lock House")); // which they did not see
        (await here.VisitAsync(half)).Status.ShouldBe(VisitStatus.Arranged);
        (await OffAsync(visit)).ShouldBe(CallOffVisit.Outcome.CalledOff);
        var last = await pia.ArrangesAsync(here.Visit(tess.Member, bob.Member, inDays: 1));
        bank.Clock.Advance(TimeSpan.FromDays(2));
        (await AnswerAsync(last, tess.Member)).ShouldBe(AnswerVisit.Outcome.Logged);
        (await here.ReadAsync(db => db.Exchanges.SingleAsync())).ConfirmedBy.ShouldBe(Confirmation.PeerBroker);
        (await here.PeerDeedsAsync()).ShouldBe([nameof(MoveVisit), nameof(CallOffVisit), nameof(ArrangeVisit), nameof(AnswerVisit)]);
        await here.BooksAreSoundAsync();

        Task<MoveVisit.Outcome> MoveAsync(VisitId id, string at, MemberId giver) =>
            pia.DoAsync(
                (MoveVisit move) =>
                    move.HandleAsync(
                        new()
                        {
                            Visit = id.Value,
                            Day = DateBoxes.From(DateOnly.FromDateTime(bank.Clock.GetUtcNow().Date).AddDays(2)),
                            Start = at,
                            HowLong = DurationChoice.From(60),
                            Giver = giver.Value,
                        }
                    )
            );

        Task<CallOffVisit.Outcome> OffAsync(VisitId id) =>
            pia.DoAsync((CallOffVisit off) => off.ForMembersAsync(new() { Visit = id.Value, Why = "It rains" }));

        Task<AnswerVisit.Outcome> AnswerAsync(VisitId id, MemberId member)
        {
            var form = Arranging.Answer(id, 60);
            form.Member = member.Value;
            return pia.DoAsync((AnswerVisit answer) => answer.ForMemberAsync(form));
        }
    }

    [Fact]
    public async Task Their_diary_names_their_people_by_first_names_and_no_place_that_others_wrote()
    {
        var (here, upper) = await bank.TwoHubsAsync();
        var (tess, bob, uma, cora) = (
            await here.GardenerOfAsync("Tess", here.Hub),
            await here.GardenerOfAsync("Bob", here.Hub),
            await here.GardenerOfAsync("Uma", upper),
            await here.CoordinatorAsync()
        );
        var written = here.Visit(tess.Member, bob.Member, inDays: 1);
        (written.Description, written.Place) = ("Weeding", "Flat 3, Lock House");
        var shown = await cora.ArrangesAsync(written);
        var away = here.Visit(tess.Member, uma.Member, inDays: 2);
        away.Description = "Dancing";
        var hidden = await cora.ArrangesAsync(away);
        var pia = await here.PeerBrokerAsync("Pia", here.Hub);
        var own = here.Visit(bob.Member, tess.Member, inDays: 3);
        (own.Description, own.Place) = ("Reading", "The hall");
        await pia.ArrangesAsync(own);
        var browser = await pia.BrowserAsync();
        foreach (var view in (string[])["diary/hubs?view=month", "today"])
        {
            var page = (await browser.OpenAsync(view)).QuerySelector("main")!.TextContent;
            page.ShouldContain("Weeding");
            page.ShouldContain("Reading");
            foreach (var secret in (string[])["Dancing", "Uma", "Lastname", "Lock House"])
                page.ShouldNotContain(secret, Case.Sensitive, view);
        }
        (await browser.OpenAsync("diary/hubs?view=month")).QuerySelector("main")!.TextContent.ShouldContain("The hall");
        var one = (await browser.OpenAsync($"diary/visits/{shown.Value}")).QuerySelector("main")!;
        one.TextContent.ShouldContain("Tess");
        foreach (var secret in (string[])["Lock House", "Lastname", "Approve it"])
            one.TextContent.ShouldNotContain(secret);
        await browser.OpenAsync($"diary/visits/{hidden.Value}");
        browser.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task On_the_page_a_visit_is_arranged_and_a_name_of_another_hub_is_nobodys()
    {
        var (here, upper) = await bank.TwoHubsAsync();
        var (tess, bob) = (await here.GardenerOfAsync("Tess", here.Hub), await here.GardenerOfAsync("Bob", here.Hub));
        await here.GardenerOfAsync("Uma", upper);
        var pia = await here.PeerBrokerAsync("Pia", here.Hub);
        var browser = await pia.BrowserAsync();
        var when = here.Visit(tess.Member, bob.Member);
        Dictionary<string, string?> typed = new()
        {
            ["Form.GiverTyped"] = "Uma",
            ["Form.ReceiverTyped"] = "Bob",
            ["Form.Description"] = "Weeding",
            ["Form.Day.Day"] = when.Day.Day,
            ["Form.Day.Month"] = when.Day.Month,
            ["Form.Day.Year"] = when.Day.Year,
            ["Form.Start"] = "14:00",
            ["Form.HowLong.Typed"] = "1",
        };
        var page = await browser.SendAsync(await browser.OpenAsync("diary/new"), typed);
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("“Uma” is not one person here who takes part");
        page.QuerySelector("[name='Form.Description']")!.GetAttribute("value").ShouldBe("Weeding");
        typed["Form.GiverTyped"] = "tess";
        page = await browser.SendAsync(page, typed);
        browser.Path.ShouldContain("/diary/visits/");
        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("It is arranged.");
        var visit = await here.ReadAsync(db => db.Visits.SingleAsync());
        visit.GiverId.ShouldBe(tess.Member);
        var cover = new VisitStepForm { Visit = visit.Id.Value };
        (await pia.DoAsync((StepVisit step) => step.CoverAsync(cover))).ShouldBe(StepVisit.Outcome.NotFound);
        (await browser.OpenAsync("desk/people?q=uma")).Body!.TextContent.ShouldNotContain("Uma");
        (await browser.OpenAsync("desk/people?q=tess")).Body!.TextContent.ShouldContain("Tess");
        (await browser.OpenAsync("desk/people?q=tess")).Body!.TextContent.ShouldNotContain("Lastname");
    }
}
