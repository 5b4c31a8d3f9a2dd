using System.Net;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Ledger;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>A statement is taken home as a file that adds up, holds what the page says, and that no spreadsheet calculates.</summary>
public sealed class StatementsAreFiles(Bank bank) : IClassFixture<Bank>
{
    private readonly Place place = bank.Riverside;

    [Fact]
    public async Task Both_links_stand_on_the_page_for_the_days_that_it_shows()
    {
        var (ann, _) = await TwoWhoExchangedAsync("Hung two shelves");
        var page = await (await ann.BrowserAsync()).OpenAsync("statement?from=2020-01-01");
        var links = page.QuerySelectorAll("main nav a[download]").Select(a => a.GetAttribute("href")!).ToList();
        links.Count.ShouldBe(2);
        links.ShouldAllBe(l => l.Contains("?from=2020-01-01&to=", StringComparison.Ordinal));
        page.QuerySelectorAll("main nav a").ShouldContain(a => a.GetAttribute("href")!.Contains("large=yes", StringComparison.Ordinal));
        var browser = await ann.BrowserAsync();
        foreach (var link in links)
        {
            await browser.OpenAsync("/" + link);
            browser.Status.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Text_with_commas_keeps_numbers_below_zero_and_disarms_words()
    {
        var (ann, bob) = await TwoWhoExchangedAsync("Hung two shelves");
        var (_, id) = await ann.ReceivedAsync(30, from: bob.Member, "Fed the cat");
        await bob.ConfirmsAsync(id);
        var browser = await ann.BrowserAsync();
        await browser.OpenAsync("statement.csv?from=2020-01-01");
        var lines = Lines(browser.Body);
        lines[0].ShouldEndWith("Day,Day of the help,What,More about it,Minutes,Balance in minutes");
        lines[1].ShouldEndWith(",,Balance at the beginning,,,0");
        lines[^2].ShouldContain("Fed the cat");
        lines[^2].ShouldEndWith(",-30,180");
        lines[^1].ShouldEndWith(",,Balance at the end,,,180");

        var odd = await place.MemberAsync("=1+1", "Formula");
        var (_, gave) = await odd.GaveAsync(30, to: bob.Member, "Fed the cat");
        await bob.ConfirmsAsync(gave);
        browser = await bob.BrowserAsync();
        await browser.OpenAsync("statement.csv?from=2020-01-01");
        Lines(browser.Body)[^2].ShouldContain(",\"'=1+1 Formula gave you half an hour: Fed the cat\",");
    }

    [Fact]
    public async Task A_workbook_adds_up_whatever_was_typed()
    {
        var (ann, _) = await TwoWhoExchangedAsync("=1+1 \u0001 <b> 😀");
        var (name, content) = await WorkbookAsync(ann);
        name.ShouldNotContain("Ann");
        using var document = SpreadsheetDocument.Open(content, isEditable: false);
        var sheet = document.WorkbookPart!.WorksheetParts.ShouldHaveSingleItem().Worksheet!;
        sheet.Descendants<CellFormula>().ShouldBeEmpty();
        sheet.InnerText.ShouldContain("=1+1  <b> 😀");
        var rows = sheet.Descendants<Row>().Skip(1).Select(r => r.Elements<Cell>().ToList()).ToList();
        rows.ShouldAllBe(r => r.Count == 6 && r[5].DataType! == CellValues.Number);
        var moved = rows.Where(r => r[4].DataType! == CellValues.Number).Sum(r => Minutes(r[4]));
        (Minutes(rows[0][5]) + moved).ShouldBe(Minutes(rows[^1][5]));
        Minutes(rows[^1][5]).ShouldBe(await ann.BalanceAsync());
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task A_coordinator_takes_a_members_and_nobody_elsewhere_does(string ending)
    {
        var (ann, bob) = await TwoWhoExchangedAsync("Hung two shelves");
        var path = $"members/{ann.Member.Value}/statement.{ending}";
        var browser = await (await place.CoordinatorAsync()).BrowserAsync();
        await browser.OpenAsync(path);
        browser.Status.ShouldBe(HttpStatusCode.OK);
        browser = await bob.BrowserAsync();
        await browser.OpenAsync(path);
        browser.Status.ShouldBe(HttpStatusCode.Forbidden);
        browser = await (await bank.Hillside.CoordinatorAsync()).BrowserAsync();
        await browser.OpenAsync(path);
        browser.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_long_life_is_whole_in_both_though_it_is_read_piece_by_piece()
    {
        var ann = await place.MemberAsync("Ann");
        await StatementsArePaged.LiveAsync(place, ann.Member, 1203);
        var browser = await ann.BrowserAsync();
        await browser.OpenAsync("statement.csv?from=2020-01-01");
        Lines(browser.Body).Count.ShouldBe(1 + 1 + 1204 + 1); // headings, opening, the welcome and the rest, closing
        var (_, content) = await WorkbookAsync(ann);
        using var document = SpreadsheetDocument.Open(content, isEditable: false);
        var rows = document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().ToList();
        rows.Count.ShouldBe(1207);
        Minutes(rows[^1].Elements<Cell>().Last()).ShouldBe(await ann.BalanceAsync());
    }

    private static async Task<(string Name, MemoryStream Content)> WorkbookAsync(Actor person) =>
        await person.DoAsync(
            async (StatementFile file) =>
            {
                var answer = await file.XlsxAsync(person.Member, new("2020-01-01", null), default);
                var pushed = answer.Result.ShouldBeOfType<PushStreamHttpResult>();
                var content = new MemoryStream();
                var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
                context.Response.Body = content;
                await pushed.ExecuteAsync(context);
                content.Position = 0;
                return (pushed.FileDownloadName!, content);
            }
        );

    private static List<string> Lines(string csv) =>
        [.. csv.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static long Minutes(Cell cell) => long.Parse(cell.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture);

    private async Task<(Actor Ann, Actor Bob)> TwoWhoExchangedAsync(string what)
    {
        var (ann, bob) = (await place.MemberAsync("Ann"), await place.MemberAsync("Bob"));
        var (_, id) = await ann.GaveAsync(90, to: bob.Member, what);
        await bob.ConfirmsAsync(id);
        return (ann, bob);
    }
}
