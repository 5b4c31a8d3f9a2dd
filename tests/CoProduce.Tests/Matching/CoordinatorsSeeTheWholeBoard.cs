using System.Net;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Matching;
using CoProduce.Web.Features.Offers;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Matching;

public sealed class CoordinatorsSeeTheWholeBoard(Bank bank) : IClassFixture<Bank>
{
    private readonly Place place = bank.Riverside;

    [Fact]
    public async Task With_whose_it_is_and_a_way_to_their_page()
    {
        var (ann, bob) = (await place.MemberAsync("Ann", "Ash"), await place.MemberAsync("Bob", "Birch"));
        var lifts = await place.ReadAsync(db => db.Categories.Where(c => c.Name == "Lifts").Select(c => c.Id).SingleAsync());
        await PutInAsync(ann, OfferKind.Request, "Somebody to prune the plum", null);
        await PutInAsync(bob, OfferKind.Request, "To market on Friday", lifts.Value.ToString());
        await PutInAsync(bob, OfferKind.Offer, "Sourdough bread", null);
        var browser = await (await place.CoordinatorAsync()).BrowserAsync();
        var page = await browser.OpenAsync("board");
        page.QuerySelector("main")!.TextContent.ShouldContain("2 requests");
        page.QuerySelector("main")!.TextContent.ShouldContain("Ann Ash");
        page.QuerySelector($"main a[href$='members/{ann.Member.Value}']").ShouldNotBeNull();
        browser.Body.ShouldNotContain("Sourdough bread");
        await browser.OpenAsync($"board?category={lifts.Value}&hub={place.Hub.Value}");
        browser.Body.ShouldContain("To market on Friday");
        browser.Body.ShouldNotContain("prune the plum");
        await browser.OpenAsync("board?show=offers&category=nonsense&hub=nonsense&page=-4");
        browser.Body.ShouldContain("Sourdough bread");
        await browser.OpenAsync($"board?hub={Guid.NewGuid()}");
        browser.Body.ShouldContain("Nobody has asked for this yet.");
    }

    [Fact]
    public async Task All_of_it_page_by_page_from_the_list_of_the_day()
    {
        var here = await bank.CreateAsync("board", "Board");
        var ann = await here.MemberAsync("Ann");
        for (var i = 1; i <= BoardQuery.PageSize + 1; i++)
        {
            await PutInAsync(ann, OfferKind.Request, $"Wish number {i}.", null);
            bank.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        var browser = await (await here.CoordinatorAsync()).BrowserAsync();
        var all = (await browser.OpenAsync("today")).QuerySelector("main a[href$='/board']").ShouldNotBeNull();
        all.TextContent.ShouldContain("See all 31");
        (await browser.OpenAsync("board")).QuerySelectorAll("[data-line]").Length.ShouldBe(BoardQuery.PageSize);
        browser.Body.ShouldContain("Wish number 1.");
        (await browser.OpenAsync("board?page=2")).QuerySelectorAll("[data-line]").Length.ShouldBe(1);
        browser.Body.ShouldContain("Wish number 31.");
        await (browser = await ann.BrowserAsync()).OpenAsync("board");
        browser.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static Task<PutInOffer.Outcome> PutInAsync(Actor who, OfferKind kind, string title, string? category) =>
        who.DoAsync((PutInOffer put) => put.HandleAsync(kind, new() { Title = title, Kinds = category is null ? [] : [category] }));
}
