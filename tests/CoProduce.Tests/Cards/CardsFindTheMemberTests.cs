using System.Net;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Cards;
using CoProduce.Web.Features.MemberLists;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Cards;

public sealed class CardsFindTheMemberTests(Bank bank) : IClassFixture<Bank>
{
    private Place Here => bank.Riverside;

    [Fact]
    public async Task For_a_coordinator_and_nobody_else()
    {
        var (cora, ann) = (await Here.CoordinatorAsync(), await Here.MemberAsync("Ann", "Alder"));
        var code = await CodeAsync(cora, ann.Member);
        var browser = await cora.BrowserAsync();
        await browser.OpenAsync($"card/{code}");
        browser.Path.ShouldBe($"/riverside/members/{ann.Member.Value}");

        // Everybody else reads the same of a true code, a replaced one and an invented one.
        await LoseAsync(cora, ann.Member);
        var now = await CodeAsync(cora, ann.Member);
        foreach (
            var eyes in new[]
            {
                bank.Stranger().At("riverside"),
                await ann.BrowserAsync(),
                await (await Here.StaffAsync("Pia", Role.PeerBroker)).BrowserAsync(),
            }
        )
        {
            var pages = new List<string>();
            foreach (var any in new[] { now, code, "nnnnnnnnnnnnnnnnnnnn" })
            {
                var page = await eyes.OpenAsync($"card/{any}");
                eyes.Path.ShouldBe($"/riverside/card/{any}");
                pages.Add(page.QuerySelector("main")!.TextContent.Trim());
            }
            pages.Distinct().ShouldHaveSingleItem();
            pages[0].ShouldContain("Riverside Time Bank");
            pages[0].ShouldContain("01632 960123");
            pages[0].ShouldNotContain("Alder");
        }
    }

    [Fact]
    public async Task A_lost_one_is_replaced_and_the_old_one_says_so()
    {
        var (cora, ann) = (await Here.CoordinatorAsync(), await Here.AddMemberAsync("Ann"));
        (await LoseAsync(cora, ann)).ShouldBe(ReplaceCard.Outcome.NotFound); // there was none yet
        var old = await CodeAsync(cora, ann);
        (await CodeAsync(cora, ann)).ShouldBe(old); // printed again it is the same card
        (await LoseAsync(cora, ann)).ShouldBe(ReplaceCard.Outcome.Replaced);
        (await CodeAsync(cora, ann)).ShouldNotBe(old);
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"card/{old}");
        page.QuerySelector("h1")!.TextContent.ShouldBe("This card counts no more.");
        (await browser.OpenAsync("card/22222222222222222222")).QuerySelector("h1")!.TextContent.ShouldBe("This is no card of ours.");
        var there = await (await bank.Hillside.CoordinatorAsync()).BrowserAsync();
        (await there.OpenAsync($"card/{await CodeAsync(cora, ann)}")).QuerySelector("h1")!.TextContent.ShouldBe("This is no card of ours.");
    }

    [Fact]
    public async Task The_sheet_has_ten_cards_with_name_and_number_and_a_code_without_either()
    {
        var here = await bank.CreateAsync("cards", "Cards Time Bank");
        var (cora, number) = (await here.CoordinatorAsync(), 0);
        for (var i = 0; i < 12; i++)
            number = await here.NumberAsync(await here.AddMemberAsync($"Member{i}", "Longname"));
        var browser = await cora.BrowserAsync();
        var page = await browser.SendAsync(await browser.OpenAsync("cards"), new() { ["Form.HubChosen"] = here.Hub.Value.ToString() });
        page.QuerySelectorAll(".card-sheet").Select(s => s.QuerySelectorAll(".card-face").Length).ShouldBe([10, 2]);
        page.QuerySelector(".card-face")!.TextContent.ShouldContain("Longname");
        page.QuerySelectorAll(".card-code path").Select(p => p.GetAttribute("d")).Distinct().Count().ShouldBe(12);
        page.QuerySelectorAll("main [style], main style, main script").ShouldBeEmpty();
        var codes = await here.ReadAsync(db => db.MemberCards.Select(c => c.Code).ToListAsync());
        codes.Count.ShouldBe(12);
        codes.ShouldAllBe(c => c.Length == MemberCard.CodeLength && c.All(char.IsAsciiLetterOrDigit));

        page = await browser.OpenAsync($"cards/print?n={number}.{number - 1}.nonsense");
        page.QuerySelectorAll(".card-face").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_selection_from_the_list_of_members_is_printed_together()
    {
        var (cora, ann, bob) = (await Here.CoordinatorAsync(), await Here.AddMemberAsync("Ann"), await Here.AddMemberAsync("Bob"));
        var gone = await Here.AddMemberAsync("Gone");
        await Here.WriteAsync(db =>
            db.Members.Where(m => m.Id == gone).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Left))
        );
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync(
            $"members/together?do=printcards&whom=ticked&pick={ann.Value}&pick={bob.Value}&pick={gone.Value}"
        );
        page.QuerySelector("main")!.TextContent.ShouldContain("2 cards to print");
        page = await browser.SendAsync(page, []);
        browser.Path.ShouldStartWith("/riverside/cards/print?n=");
        page.QuerySelectorAll(".card-face").Length.ShouldBe(2);
        (await Here.ReadAsync(db => db.MemberCards.AnyAsync(c => c.MemberId == gone))).ShouldBeFalse();
        // A card of somebody who has left is not printed any more.
        await Here.WriteAsync(db =>
            db.Members.Where(m => m.Id == ann).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Left))
        );
        page = await browser.OpenAsync(browser.Path);
        page.QuerySelectorAll(".card-face").Length.ShouldBe(1);
    }

    private async Task<string> CodeAsync(Actor cora, MemberId member)
    {
        await cora.DoAsync((IssueCards issue) => issue.HandleAsync(new() { Member = member.Value }));
        return await Here.ReadAsync(db =>
            db.MemberCards.Where(c => c.MemberId == member && c.ReplacedAt == null).Select(c => c.Code).SingleAsync()
        );
    }

    private static Task<ReplaceCard.Outcome> LoseAsync(Actor cora, MemberId member) =>
        cora.DoAsync((ReplaceCard replace) => replace.HandleAsync(new() { Member = member.Value }));
}
