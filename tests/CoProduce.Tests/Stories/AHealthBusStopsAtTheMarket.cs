using CoProduce.Ledger;
using CoProduce.Tests.Joining;
using CoProduce.Tests.Support;
using CoProduce.Tests.WhomWeReach;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Joining;
using CoProduce.Web.Features.Skills;
using CoProduce.Web.Features.WhomWeReach;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>
/// Cares of Life: a bus goes where people are. Members who know the street help on it and earn for the morning; whoever would like to join is written down on the
/// spot with nothing but a name.
/// </summary>
public sealed class AHealthBusStopsAtTheMarket(JoiningBank bank) : IClassFixture<JoiningBank>
{
    [Fact]
    public async Task Helpers_are_found_by_language_earn_for_the_morning_and_a_visitor_joins_at_the_bus()
    {
        var here = await bank.PlaceAsync();
        await here.AsksForAsync((Web.Features.Joining.Steps.StepKind.Conversation, Web.Features.Joining.Steps.StepWhen.Before));
        var (cora, femi, esther) = (await here.CoordinatorAsync(), await here.MemberAsync("Femi"), await here.MemberAsync("Esther"));
        await femi.DoAsync((KeepLanguages keep) => keep.HandleAsync(new() { Code = "yo" }));
        var browser = await cora.BrowserAsync();
        var who = await browser.ReadsAsync("who-can?language=yo");
        who.ShouldContain("Femi");
        who.ShouldNotContain("Esther");

        await browser.RegistersAsync("The bus at the market", "femi\nesther = 1:30", howLong: "3");
        (await femi.BalanceAsync(), await esther.BalanceAsync()).ShouldBe((300, 210));
        (await here.BalanceAsync(await here.OwnAsync(AccountKind.Organisation))).ShouldBe(-270);
        (await (await femi.BrowserAsync()).ReadsAsync("statement")).ShouldContain("The bus at the market");

        var page = await browser.SendAsync(
            await browser.OpenAsync("joining/new"),
            new()
            {
                ["Form.FirstName"] = "Grace",
                ["Form.Conversation.Likes"] = "Singing in the choir",
                ["Form.Conversation.HaveTalked"] = "true",
            }
        );
        page.QuerySelector("h1")!.TextContent.ShouldBe("Grace", browser.Body);
        var grace = new JoinerId(Guid.Parse(browser.Path.Split('/')[^1]));
        (await cora.ApprovesAsync(grace)).ShouldBe(ApproveJoiner.Outcome.Approved);

        // At the next stop she is a helper herself.
        bank.Clock.Advance(TimeSpan.FromDays(7));
        await browser.RegistersAsync("The bus at the church", "femi\ngrace", howLong: "2");
        (await here.BalanceAsync(grace.Member)).ShouldBe(240);
        var contact = await here.ReadAsync(db => db.MemberContacts.SingleAsync(c => c.MemberId == grace.Member));
        (contact.Address, contact.Email, contact.Phone).ShouldBe(("", "", ""));
        await here.BooksAreSoundAsync();

        // The funder asks who comes. Whoever likes says so on the telephone; six and five are figures, one alone is nobody's.
        await here.AsksAllAsync();
        int?[] said = [22, 22, 22, 22, 22, 22, 21, 21, 21, 21, 21, 41, null, null];
        var names = new List<string>();
        for (var i = 0; i < said.Length; i++)
        {
            var helper = await here.AddMemberAsync($"Helper{(char)('a' + i)}");
            names.Add($"helper{(char)('a' + i)}");
            if (said[i] is { } group)
                (await cora.WritesDownAsync(helper, group)).ShouldBe(KeepReach.Outcome.Kept);
        }
        await browser.RegistersAsync("The bus at the school", string.Join('\n', names), howLong: "1");
        bank.Clock.Advance(TimeSpan.FromDays(45)); // a January
        bank.Clock.AdvanceToMorning();
        var trustee = await (await here.StaffAsync("Tom", Role.Trustee)).BrowserAsync();
        page = await trustee.OpenAsync("reach");
        string Line(string words) =>
            page.QuerySelectorAll("main tr").First(r => r.QuerySelector("th")?.TextContent == words).QuerySelector("td")!.TextContent;
        Line("All who took part").ShouldBe("17", trustee.Body);
        Line("Black, Black British, Black Welsh, Caribbean or African").ShouldBe("11 (65 %)");
        Line("Black: Caribbean").ShouldBe("5 (29 %)");
        Line("White").ShouldBe("not shown");
        Line("Not answered").ShouldBe("not shown"); // else the one is the rest
    }
}
