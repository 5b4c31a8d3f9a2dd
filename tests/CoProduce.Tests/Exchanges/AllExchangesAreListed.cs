using CoProduce.Tests.Support;
using Shouldly;

namespace CoProduce.Tests.Exchanges;

public sealed class AllExchangesAreListed(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task Filtered_by_words_and_by_how_they_stand()
    {
        var (ann, bob) = (await bank.Riverside.MemberAsync("Ann", "Lister"), await bank.Riverside.MemberAsync("Bob"));
        var (_, first) = await ann.GaveAsync(30, to: bob.Member, "Hung a shelf");
        await ann.GaveAsync(45, to: bob.Member, "Walked the dog");
        await bob.ConfirmsAsync(first);
        var browser = await (await bank.Riverside.CoordinatorAsync()).BrowserAsync();
        var all = await browser.OpenAsync("exchanges?q=lister");
        all.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        var confirmed = await browser.OpenAsync("exchanges?q=lister&status=confirmed&from=2026-11-18&to=2026-11-18&sort=length&order=up");
        confirmed.QuerySelector("tbody")!.TextContent.ShouldContain("Hung a shelf");
        confirmed.QuerySelector("tbody")!.TextContent.ShouldNotContain("Walked the dog");
        confirmed.QuerySelector("[aria-sort=ascending]")!.TextContent.ShouldContain("How long");
        (await browser.OpenAsync("exchanges?q=lister&sort=giver&page=99&from=nonsense&hub=x&status=9"))
            .QuerySelectorAll("tbody tr")
            .Length.ShouldBe(2);
        foreach (var sort in new[] { "day", "giver", "length", "status", "hub" })
            (await browser.OpenAsync($"exchanges?sort={sort}")).QuerySelectorAll("tbody tr").Length.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task And_given_as_a_file_that_no_spreadsheet_calculates()
    {
        var (ann, bob) = (await bank.Riverside.MemberAsync("=1+1", "Formula"), await bank.Riverside.MemberAsync("Bob"));
        await ann.GaveAsync(30, to: bob.Member, "@SUM(A1), \"quoted\"");
        var browser = await (await bank.Riverside.CoordinatorAsync()).BrowserAsync();
        await browser.OpenAsync("exchanges.csv?q=formula");
        var lines = browser.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        lines[0].ShouldContain("Who helped");
        lines[1].ShouldContain("'=1+1 Formula");
        lines[1].ShouldContain("'@SUM(A1)");
    }

    [Fact]
    public async Task And_the_grid_says_where_the_plain_list_is()
    {
        var browser = await (await bank.Riverside.CoordinatorAsync()).BrowserAsync();
        var page = await browser.OpenAsync("exchanges/grid");
        page.QuerySelector("noscript")!.InnerHtml.ShouldContain("riverside/exchanges");
        page.QuerySelector("script[src*='blazor.web']").ShouldNotBeNull();
    }
}
