using System.Net;
using AngleSharp.Dom;
using CoProduce.Tests.Diary;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Matching;
using CoProduce.Web.Features.Offers;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Matching;

/// <summary>The page of an offer or request is its contact log: everybody who was asked, how, by whom, and what came of it.</summary>
public sealed class TheBoardShowsWhoWasAsked(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task The_newest_first_with_who_asked_who_wrote_the_answer_down_and_a_visit_that_was_called_off()
    {
        var (here, ann, request) = await HereAsync();
        var (bob, dan) = (await here.GardenerAsync("Bob"), await here.GardenerAsync("Dan"));
        var (cora, cleo) = (await here.CoordinatorAsync(), await here.CoordinatorAsync("Cleo"));
        await cora.AsksAsync(request, ProposalWay.Phone, "Lives next door", bob.Member);
        bank.Clock.Advance(TimeSpan.FromMinutes(5));
        await cleo.AsksAsync(request, ProposalWay.Screen, null, dan.Member);
        var (bobs, dans) = ((await here.ProposalAsync(request, bob.Member)).Id, (await here.ProposalAsync(request, dan.Member)).Id);
        await dan.DoAsync((AnswerProposal a) => a.HandleAsync(dans, new() { Say = "no" }));
        var visit = Arranging.Visit(here, bob.Member, ann.Member);
        visit.Offer = request.Value;
        await Arranging.ArrangesAsync(cora, visit);
        await here.WriteAsync(async db =>
        {
            (await db.Visits.SingleAsync(v => v.OfferId == request)).CallOff("It rains", bank.Clock.GetUtcNow());
            return true;
        });

        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"board/{request.Value}");
        var lines = page.QuerySelectorAll("main form:has([name='Say.Say']) li[data-line]").Select(Words).ToArray();
        lines.Length.ShouldBe(2);
        lines[0].ShouldContain("Dan Green");
        lines[0].ShouldContain("on screen, by Cleo Staff: said no.");
        lines[0].ShouldContain("Answered today.");
        lines[1].ShouldContain("Bob Green");
        lines[1].ShouldContain("by phone, by Cora Staff: no answer yet.");
        lines[1].ShouldContain("Called off.");
        lines[1].ShouldContain("“Lives next door”");

        // One press writes an answer down, and leads back.
        page = await browser.SendAsync(
            page,
            new() { ["Say.Say"] = $"no.{bobs.Value}.{ProposalAnswer.Waiting}", [$"Say.Notes[{bobs.Value}]"] = "His back hurts" },
            "main form:has([name='Say.Say'])"
        );
        browser.Path.ShouldEndWith($"/board/{request.Value}?done=kept");
        var said = page.QuerySelector("main")!.TextContent;
        said.ShouldContain("by phone, by Cora Staff: said no.");
        said.ShouldContain("Written down today by Cora Staff.");
        said.ShouldContain("His back hurts");
        page.QuerySelectorAll("main [name='Say.Say']").ShouldAllBe(b => b.GetAttribute("value")!.StartsWith("back")); // nobody is left to answer

        var paper = await browser.OpenAsync("/" + page.QuerySelector("main a[href$='/asked']")!.GetAttribute("href"));
        var rows = paper.QuerySelectorAll("main tbody tr").Select(Words).ToArray();
        rows.Length.ShouldBe(2);
        rows[1]
            .ShouldContain(
                "Wednesday 18 November 2026 by phone, by Cora Staff said no Written down Wednesday 18 November 2026 by Cora Staff."
            ); // paper is read on another day
        rows[1].ShouldContain("Lives next door His back hurts");

        // Also when it is over, and to the coordinators of this organisation alone.
        await ann.DoAsync((CloseOffer close) => close.HandleAsync(request, OfferStatus.Withdrawn));
        (await browser.OpenAsync($"board/{request.Value}")).QuerySelector("main")!.TextContent.ShouldContain("Who was asked");
        var there = await (await bank.Hillside.CoordinatorAsync()).BrowserAsync();
        await there.OpenAsync($"board/{request.Value}/asked");
        there.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_answer_that_a_colleague_wrote_down_meanwhile_is_not_written_over()
    {
        var (here, _, request) = await HereAsync();
        var (bob, cora, cleo) = (await here.GardenerAsync("Bob"), await here.CoordinatorAsync(), await here.CoordinatorAsync("Cleo"));
        await cora.AsksAsync(request, ProposalWay.Phone, null, bob.Member);
        var id = (await here.ProposalAsync(request, bob.Member)).Id;
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"board/{request.Value}");
        await cleo.DoAsync((AnswerProposal a) => a.ByBrokerAsync(id, new() { Say = "think" }));
        page = await browser.SendAsync(
            page,
            new() { ["Say.Say"] = $"no.{id.Value}.{ProposalAnswer.Waiting}" },
            "main form:has([name='Say.Say'])"
        );
        page.QuerySelector("main")!.TextContent.ShouldContain("Another answer was written down in the meantime.");
        (await here.ProposalAsync(request, bob.Member)).Answer.ShouldBe(ProposalAnswer.WillThink);
    }

    private async Task<(Place Here, Actor Ann, OfferId Request)> HereAsync()
    {
        var here = await bank.CreateAsync($"log-{Guid.NewGuid():N}"[..20], "Log");
        var (ann, request) = await here.AsksForGardeningAsync();
        return (here, ann, request);
    }

    private static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
