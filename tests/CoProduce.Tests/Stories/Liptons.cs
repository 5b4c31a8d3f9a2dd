using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Organisations;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>Gorbals: credits are called liptons, in one and in several, in English and in Welsh, wherever a balance is said.</summary>
public sealed class Liptons(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task A_balance_a_limit_and_a_gift_are_said_in_liptons()
    {
        var here = await bank.CreateAsync("gorbals", "Gorbals Time Bank");
        var manager = await here.StaffAsync("Mo", Role.Manager);
        var form = await manager.DoAsync((SettingsQuery query) => query.FormAsync());
        foreach (var name in form.Credits!)
            (name.One, name.Other) = name.Language == "en" ? ("lipton", "liptons") : ("lipton Cymreig", "liptonau");
        (await manager.DoAsync((ChangeSettings settings) => settings.HandleAsync(form))).ShouldBe(ChangeSettings.Outcome.Changed);
        var ann = await here.MemberAsync("Ann");
        var browser = await ann.BrowserAsync();

        (await browser.OpenAsync("")).QuerySelector(".balance")!.TextContent.ShouldContain("You have 2 liptons to spend.");
        await here.SpendsAsync(ann.Member, 60);
        (await browser.OpenAsync("")).QuerySelector(".balance")!.TextContent.ShouldContain("You have 1 lipton to spend.");
        (await browser.OpenAsync("statement")).Body!.TextContent.ShouldNotContain("time credit");
        browser.SetCookie("language", "cy");
        (await browser.OpenAsync("")).QuerySelector(".balance")!.TextContent.ShouldContain("lipton Cymreig");
    }
}
