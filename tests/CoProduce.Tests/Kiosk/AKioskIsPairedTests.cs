using CoProduce.Tests.Accounts;
using CoProduce.Tests.Stories;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Kiosk;
using Shouldly;

namespace CoProduce.Tests.Kiosk;

/// <summary>A screen becomes a kiosk by a code, and stops being one at once.</summary>
public sealed class AKioskIsPairedTests(PatientBank bank) : IClassFixture<PatientBank>
{
    private Place Here => bank.Riverside;

    [Fact]
    public async Task A_code_counts_once_and_for_half_an_hour()
    {
        var (screen, id) = await Here.KioskAsync();
        var cora = await Here.CoordinatorAsync();
        var other = bank.Stranger().At(Here.Slug);
        var code = await cora.DoAsync((SetUpKiosk set) => set.CodeAsync(id));
        bank.Clock.Advance(TimeSpan.FromMinutes(31));
        (await other.PairsAsync(code!)).ShouldContain("This code counts no more");
        code = await cora.DoAsync((SetUpKiosk set) => set.CodeAsync(id));
        (await other.PairsAsync(code!.ToUpperInvariant().Insert(5, " "))).ShouldContain("This screen is a kiosk now.");
        (await bank.Stranger().At(Here.Slug).PairsAsync(code)).ShouldContain("This code counts no more");

        // The screen that was it before is so no longer.
        (await screen.ReadsAsync("kiosk")).ShouldContain("This screen is not a kiosk");
        (await other.ReadsAsync("kiosk")).ShouldContain("Member number or card");
    }

    [Fact]
    public async Task The_cookie_is_for_the_kiosks_pages_alone_and_out_of_reach_of_script()
    {
        var cora = await Here.CoordinatorAsync();
        var form = new KioskForm { Name = "Hall", Hub = Here.Hub.Value };
        await cora.DoAsync((SetUpKiosk set) => set.HandleAsync(form));
        var code = await cora.DoAsync((SetUpKiosk set) => set.CodeAsync(new(form.RequestKey)));
        var screen = bank.Stranger().At(Here.Slug);
        var answer = await screen.AnswerAsync(screen.Request(await screen.OpenAsync("kiosk/pair"), new() { ["Form.Code"] = code }));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith($"{AtKiosk.ScreenCookie}=", StringComparison.Ordinal));
        foreach (var part in new[] { "path=/riverside/kiosk", "secure", "samesite=strict", "httponly", "max-age" })
            cookie.ShouldContain(part, Case.Insensitive);
    }

    [Fact]
    public async Task A_coordinator_who_signed_in_on_the_screen_is_not_left_behind()
    {
        var cora = await Here.CoordinatorAsync();
        var screen = await cora.BrowserAsync();
        var form = new KioskForm { Name = "Hall", Hub = Here.Hub.Value };
        await cora.DoAsync((SetUpKiosk set) => set.HandleAsync(form));
        await screen.PairsAsync((await cora.DoAsync((SetUpKiosk set) => set.CodeAsync(new(form.RequestKey))))!);
        await screen.OpenAsync("members");
        screen.Path.ShouldContain("sign-in");
    }

    [Fact]
    public async Task One_that_was_ended_lets_nobody_in_and_puts_out_whoever_is()
    {
        var (screen, id) = await Here.KioskAsync();
        var ann = await Here.AddMemberAsync("Ann");
        await Here.SetsPinAsync(ann);
        (await screen.SignsInAsync($"{await Here.NumberAsync(ann)}")).ShouldContain("Hello Ann");
        await (await Here.CoordinatorAsync()).DoAsync(
            async (SetUpKiosk set) =>
            {
                await set.EndAsync(id);
                return true;
            }
        );
        await screen.OpenAsync("kiosk/hours");
        screen.Body.ShouldContain("This screen is not a kiosk");
        screen.Path.ShouldStartWith("/riverside/kiosk?");
    }

    [Fact]
    public async Task A_place_of_custody_has_none()
    {
        var cora = await Here.CoordinatorAsync();
        var form = new KioskForm { Name = "Workshop", Hub = (await Here.CustodyAsync()).Value };
        (await cora.DoAsync((SetUpKiosk set) => set.HandleAsync(form))).ShouldBe(SetUpKiosk.Outcome.InCustody);
        var page = await cora.BrowserAsync();
        var answer = await page.SendAsync(
            await page.OpenAsync("kiosks"),
            new() { ["Form.Name"] = "Workshop", ["Form.HubChosen"] = $"{form.Hub}" }
        );
        answer.QuerySelector(".error")!.TextContent.ShouldContain("do not sign in by themselves");
        (answer.QuerySelector("[name='Form.Name']")!.GetAttribute("value")).ShouldBe("Workshop");
    }
}
