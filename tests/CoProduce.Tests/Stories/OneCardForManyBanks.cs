using CoProduce.Tests.Kiosk;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Cards;
using CoProduce.Web.Features.Exchanges;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>
/// MORE, St Louis: many time banks of one organisation and a college where neighbours teach. Whoever carries a card is known by it in every hall; three steps from the card the
/// help is in the books.
/// </summary>
public sealed class OneCardForManyBanks(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task A_card_from_one_bank_finds_its_member_in_another_and_a_neighbour_teaches_a_class()
    {
        var here = await bank.CreateAsync("more", "More");
        var north = await here.AddHubAsync("North side");
        var (cora, dee, eli) = (await here.CoordinatorAsync(), await here.AddMemberAsync("Dee"), await here.AddMemberAsync("Eli"));
        await here.MoveAsync(eli, north);
        await cora.DoAsync((IssueCards issue) => issue.HandleAsync(new() { Member = eli.Value }));
        var code = await here.ReadAsync(db => db.MemberCards.Where(c => c.MemberId == eli).Select(c => c.Code).SingleAsync());

        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"card/{code}");
        browser.Path.ShouldBe($"/{here.Slug}/members/{eli.Value}");
        var give = page.QuerySelector("main .member-actions a")!.GetAttribute("href")!;
        give.ShouldEndWith($"desk/log?giver={await here.NumberAsync(eli)}");
        page = await browser.SendAsync(
            await browser.OpenAsync($"desk/log?giver={await here.NumberAsync(eli)}"),
            new()
            {
                ["Form.ReceiverTyped"] = "dee",
                ["Form.HowLong.Typed"] = "1",
                ["Form.Description"] = "A lift across the river",
            }
        );
        page.QuerySelector(".notice-done").ShouldNotBeNull(browser.Body);
        (await here.BalanceAsync(eli), await here.BalanceAsync(dee)).ShouldBe((180, 60));

        await here.AddMemberAsync("Flo");
        await browser.RegistersAsync("The college: mending your bicycle", "eli = 1:30", "dee\nflo");
        (await here.BalanceAsync(eli), await here.BalanceAsync(dee)).ShouldBe((270, 0));

        // At the touch screen of the north side Eli's card and PIN, and three touches.
        var (screen, _) = await here.KioskAsync(north);
        await here.SetsPinAsync(eli);
        (await screen.SignsInAsync($"https://hours.example/{here.Slug}/card/{code}")).ShouldContain("Hello Eli");
        var touches = 0;
        page = await screen.OpenAsync("kiosk/me");
        foreach (var words in new[] { "I helped Dee E.", "an hour" })
        {
            var button = page.QuerySelectorAll("main a.button").Single(a => a.TextContent.Trim() == words);
            page = await screen.OpenAsync("/" + button.GetAttribute("href"));
            touches++;
        }
        page = await screen.SendAsync(page, [], "main form.form");
        (++touches).ShouldBe(3);
        page.QuerySelector("h1")!.TextContent.ShouldBe("Thank you, it is logged", screen.Body);
        (await here.BalanceAsync(eli), await here.BalanceAsync(dee)).ShouldBe((270, 0));
        var logged = await here.ReadAsync(db => db.Exchanges.Where(e => e.LoggedFor == eli).Select(e => e.Id).SingleAsync());
        await cora.DoAsync((SettleExchange settle) => settle.ConfirmAsync(new() { Exchange = logged.Value })); // Dee says yes by telephone
        (await here.BalanceAsync(eli), await here.BalanceAsync(dee)).ShouldBe((330, -60));

        // The card says nothing to whoever finds it.
        (await bank.Stranger().At(here.Slug).ReadsAsync($"card/{code}")).ShouldNotContain("Eli");
        await here.BooksAreSoundAsync();
    }
}
