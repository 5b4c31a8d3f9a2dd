using System.Diagnostics;
using System.Text;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Imports;
using CoProduce.Web.Features.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace CoProduce.Tests.Imports;

public sealed class LongFilesComeInParts(Bank bank) : IClassFixture<Bank>
{
    private const int People = 300;
    private const int Help = 6000;

    [Fact]
    public async Task Every_part_is_kept_so_that_the_page_shows_how_far_it_is_and_the_work_goes_on_where_it_was()
    {
        var moving = await Moving.IntoAsync(bank, "long");
        await moving.BringInAsync("people.csv", Lines("Name,Number", People, i => $"Person {i} Of{i},{i}"));
        var time = Stopwatch.StartNew();
        var sent = await moving.SendAsync(
            "help.csv",
            Lines(
                "Giver,Receiver,Hours,Date",
                Help,
                i => $"{i % People + 1},{(i * 7 + 1) % People + 1},0:15,{new DateOnly(2020, 1, 1).AddDays(i % 1000):yyyy-MM-dd}"
            )
        );
        var import = await moving.CheckAsync(sent);
        import.Lines.ShouldBe(Help);
        (
            await moving.Manager.DoAsync(
                (BeginImport begin) => begin.BringInAsync(new() { Import = import.Id.Value, LeaveOutWrong = true })
            )
        ).ShouldBe(BeginImport.Outcome.Begun);

        // One part only, as if the program was stopped after it.
        await using (var scope = moving.Place.Enter())
            (await scope.ServiceProvider.GetRequiredService<DoOutboxItem>().HandleAsync()).ShouldBe(DoOutboxItem.Outcome.Done);
        import = await moving.ImportAsync(import.Id);
        (import.Status, import.Done).ShouldBe((ImportStatus.Importing, 1000));
        var browser = await moving.Manager.BrowserAsync();
        (await browser.OpenAsync($"imports/{import.Id.Value}"))
            .QuerySelector("main")!
            .TextContent.ShouldContain("1,000 of 6,000 lines done.");

        await moving.WorkAsync();
        import = await moving.ImportAsync(import.Id);
        var skipped = await moving.CountAsync(import, LineState.LeftOut);
        (import.Status, import.Added).ShouldBe((ImportStatus.Imported, Help - skipped));
        (await moving.Place.ReadAsync(db => db.Exchanges.CountAsync())).ShouldBe(Help - skipped);
        time.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(90));
        (await moving.BreachesAsync()).ShouldBeEmpty();
    }

    private static string Lines(string headings, int count, Func<int, string> line)
    {
        var text = new StringBuilder(headings).Append('\n');
        for (var i = 1; i <= count; i++)
            text.Append(line(i)).Append('\n');
        return text.ToString();
    }
}
