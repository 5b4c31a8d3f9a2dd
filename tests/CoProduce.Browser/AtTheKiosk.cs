using CoProduce.Browser.Support;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shouldly;

namespace CoProduce.Browser;

/// <summary>A screen becomes a kiosk, and a member without a sign-in logs an hour at it in three touches; every page on the way is looked at.</summary>
public sealed class AtTheKiosk(RunningProgram program)
{
    private const string Here = "fair-shares";
    private const string Pin = "7294";

    [Fact]
    public async Task An_hour_is_logged_in_three_touches_on_pages_that_break_no_rule()
    {
        var (member, number) = await program.InAsync(
            Here,
            async db =>
            {
                var found = await (
                    from m in db.Members
                    where m.Status == MemberStatus.Active && m.Kind == MemberKind.Person
                    where
                        db.Exchanges.Any(e =>
                            e.GiverId == m.Id && e.Shape == ExchangeShape.OneToOne && e.Status == ExchangeStatus.Confirmed
                        )
                    where !db.RoleHolders.Any(r => r.MemberId == m.Id)
                    orderby m.Number
                    select new
                    {
                        m.Id,
                        m.Number,
                        m.HubId,
                    }
                ).FirstAsync();
                return (found, found.Number);
            }
        );
        await using var desk = await program.OpenAsync(Places.Coordinator);
        await desk.Page.GotoAsync($"/{Here}/members/{member.Id.Value}/pin");
        await desk.Page.FillAsync("[name='Form.Pin']", Pin);
        await desk.Page.FillAsync("[name='Form.AgainPin']", Pin);
        await PressAsync(desk.Page, "main form:has([name='Form.Pin']) button[type=submit]");
        await desk.Page.GotoAsync($"/{Here}/kiosks");
        await desk.Page.FillAsync("[name='Form.Name']", "Library");
        if (await desk.Page.Locator("main form:has([name='Form.Name']) select").CountAsync() > 0)
            await desk.Page.SelectOptionAsync("main form:has([name='Form.Name']) select", member.HubId.Value.ToString());
        await PressAsync(desk.Page, "main form:has([name='Form.Name']) button[type=submit]");
        await PressAsync(desk.Page, "main button:has-text('Show a code')");
        var code = await desk.Page.InnerTextAsync(".kiosk-code");
        (await Axe.WrongAsync(desk, everyTheme: false)).ShouldBeEmpty();

        await using var screen = await program.OpenAsync();
        var page = screen.Page;
        await page.GotoAsync($"/{Here}/kiosk/pair");
        await page.FillAsync("[name='Form.Code']", code);
        await PressAsync(page, "main button[type=submit]");
        (await Axe.WrongAsync(screen, everyTheme: true)).ShouldBeEmpty();
        await ComeInAsync();
        await LooksAsync("/kiosk/me");
        await PressAsync(page, ".kiosk-people a.button-primary");
        await LooksAsync("/kiosk/log");
        await PressAsync(page, ".kiosk-choices a[href*='minutes=60&']");
        await LooksAsync("/kiosk/log");
        await PressAsync(page, "main button:has-text('Log it')");
        await LooksAsync("/kiosk/logged");
        await page.GotoAsync($"/{Here}/kiosk/hours");
        await LooksAsync("/kiosk/hours");
        var minutes = await program.InAsync(
            Here,
            db =>
                db.Exchanges.Where(e => e.GiverId == member.Id && e.Status == ExchangeStatus.Unconfirmed)
                    .OrderByDescending(e => e.LoggedAt)
                    .Select(e => e.Minutes)
                    .FirstAsync()
        );
        minutes.ShouldBe(60);

        async Task ComeInAsync()
        {
            await page.GotoAsync($"/{Here}/kiosk");
            await page.FillAsync("[name='Form.Who']", $"{number}");
            await page.FillAsync("[name='Form.Pin']", Pin);
            await PressAsync(page, "main button[type=submit]");
        }

        // Looking takes longer than the screen waits for somebody who went away.
        async Task LooksAsync(string path)
        {
            new Uri(page.Url).AbsolutePath.ShouldStartWith($"/{Here}{path}");
            (await Axe.WrongAsync(screen, everyTheme: false)).ShouldBeEmpty(path);
            await page.ReloadAsync();
        }
    }

    private static async Task PressAsync(IPage page, string selector)
    {
        await page.RunAndWaitForResponseAsync(
            () => page.Locator(selector).First.ClickAsync(),
            answer => answer.Request.IsNavigationRequest && answer.Status is < 300 or >= 400
        );
        await page.WaitForLoadStateAsync();
    }
}
