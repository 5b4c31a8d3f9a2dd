using CoProduce.Tests.Support;
using CoProduce.Web.Features.Offers;
using Shouldly;

namespace CoProduce.Tests.Matching;

public sealed class TheDeskFindsAnybody(Bank bank) : IClassFixture<Bank>
{
    [Theory]
    [InlineData("jose")]
    [InlineData("RODR")]
    [InlineData("guez jo")]
    [InlineData("jose@rod.example")]
    public async Task By_any_part_of_a_name_without_accents_or_by_a_whole_address(string typed)
    {
        var here = await bank.CreateAsync($"desk-{Guid.NewGuid():N}"[..30], "Desk");
        await here.AddMemberAsync("José", "Rodríguez", "jose@rod.example");
        await here.AddMemberAsync("Somebody", "Else");
        var browser = await (await here.CoordinatorAsync()).BrowserAsync();
        var results = (await browser.OpenAsync($"desk?q={Uri.EscapeDataString(typed)}")).QuerySelector("#results")!;
        results.TextContent.ShouldContain("José Rodríguez");
        results.TextContent.ShouldNotContain("Somebody Else");
        results.QuerySelector("a[href*='desk/log?giver=']").ShouldNotBeNull();
        browser.Body.ShouldNotContain(">jose@rod.example<");
    }

    [Theory]
    [InlineData("Hiacynth", "Hyacinth Palmer")]
    [InlineData("Hyasinth", "Hyacinth Palmer")]
    [InlineData("hiacynth palmr", "Hyacinth Palmer")]
    [InlineData("odriscoll", "Maeve O'Driscoll")]
    [InlineData("O’Driscol", "Maeve O'Driscoll")]
    public async Task By_a_name_spelt_about_so_when_nothing_else_is_found(string typed, string name)
    {
        var here = await bank.CreateAsync($"near-{Guid.NewGuid():N}"[..30], "Near");
        await here.AddMemberAsync("Hyacinth", "Palmer");
        await here.AddMemberAsync("Maeve", "O'Driscoll");
        await here.AddMemberAsync("Somebody", "Else");
        var browser = await (await here.CoordinatorAsync()).BrowserAsync();
        var results = (await browser.OpenAsync($"desk?q={Uri.EscapeDataString(typed)}")).QuerySelector("#results")!;
        results.TextContent.ShouldContain(name);
        results.TextContent.ShouldContain("Nobody is called just that.");
        results.QuerySelectorAll("li[data-line]").Length.ShouldBe(1);
        (await browser.OpenAsync("desk?q=hyacinth")).QuerySelector("#results")!.TextContent.ShouldNotContain("Nobody is called just that.");
    }

    [Fact]
    public async Task And_requests_and_offers_by_words_in_them()
    {
        var ann = await bank.Riverside.AddMemberAsync("Ann", "Asker");
        await bank.Riverside.WriteAsync(db =>
            Task.FromResult(
                db.Offers.Add(
                    new()
                    {
                        Id = OfferId.New(),
                        Kind = OfferKind.Request,
                        MemberId = ann,
                        Title = "Somebody to read letters",
                        MadeAt = bank.Clock.GetUtcNow(),
                    }
                )
            )
        );
        var browser = await (await bank.Riverside.CoordinatorAsync()).BrowserAsync();
        (await browser.OpenAsync("desk?q=read")).QuerySelector("#results")!.TextContent.ShouldContain("Somebody to read letters");
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    [InlineData("'; drop table members; --")]
    [InlineData("<script>alert(1)</script>")]
    public async Task And_takes_odd_signs_literally(string typed)
    {
        await bank.Hillside.AddMemberAsync("Plain", "Person");
        var browser = await (await bank.Hillside.CoordinatorAsync()).BrowserAsync();
        var results = (await browser.OpenAsync($"desk?q={Uri.EscapeDataString(typed)}")).QuerySelector("#results")!;
        results.TextContent.ShouldContain("Nobody and nothing was found");
        results.QuerySelector("script").ShouldBeNull();
    }
}
