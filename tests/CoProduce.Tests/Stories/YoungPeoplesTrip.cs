using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Ledger;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>Rhymney: long-term volunteers give the young people credits for a trip.</summary>
public sealed class YoungPeoplesTrip(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task Several_give_to_the_team_and_the_team_spends_it_on_a_trip_as_far_as_it_goes()
    {
        var here = await bank.CreateAsync("rhymney", "Rhymney Time Bank");
        var (cora, own) = (await here.CoordinatorAsync(), await here.OwnAsync(AccountKind.Organisation));
        var team = await cora.OpensAsync(AccountKind.Team, "Young people");
        foreach (var name in new[] { "Gwen", "Huw", "Nia" })
            (await cora.MovesAsync(Books.Move(MoveKind.Gift, await here.AddMemberAsync(name), 60, "For the trip", team))).ShouldBe(
                MoveHours.Outcome.Moved
            );
        (await here.BalanceAsync(team)).ShouldBe(180);
        var browser = await cora.BrowserAsync();
        var answers = new Dictionary<string, string?>
        {
            ["Form.To"] = $"{own.Value}",
            ["Form.HowMuch.Choice"] = "other",
            ["Form.HowMuch.Hours"] = "4",
            ["Form.Words"] = "The trip to Barry Island",
        };
        var page = await browser.SendAsync(await browser.OpenAsync($"accounts/{team.Value}/spend"), answers);
        page.QuerySelector("#f-HowMuch-error")!.TextContent.ShouldContain("There are not as many hours on this account.");
        var key = Guid.Parse(page.QuerySelector("[name='Form.RequestKey']")!.GetAttribute("value")!);
        await browser.SendAsync(page, new() { ["Form.HowMuch.Hours"] = "2", ["Form.HowMuch.Minutes"] = "30" });

        var (entry, postings) = await here.PostedAsync(key);
        (entry.Kind, entry.Reason).ShouldBe((EntryKind.EventEntry, "The trip to Barry Island"));
        postings.ShouldBe([(team, -150), (own, 150)]);
        (await here.BalanceAsync(team)).ShouldBe(30);
        await here.BooksAreSoundAsync();
    }
}
