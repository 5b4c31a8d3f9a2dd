using CoProduce.Browser.Support;
using CoProduce.Web.Data.Demo;
using Microsoft.Playwright;
using Shouldly;

namespace CoProduce.Browser;

/// <summary>What the program is for, from end to end, in each of the three organisations.</summary>
public sealed class TheMainJob(RunningProgram program)
{
    [Theory]
    [InlineData("fair-shares", true)]
    [InlineData("holy-cross", false)]
    [InlineData("rushey-green", false)]
    public async Task A_member_logs_an_hour_the_other_confirms_and_the_hour_moves(string organisation, bool javaScript)
    {
        var (giver, receiver) = ($"member@{organisation}.example", $"peer-broker@{organisation}.example");
        var what = $"A walk by the canal {Guid.NewGuid().ToString("N")[..6]}";

        await using (var one = await program.OpenAsync(giver, organisation, width: 390, javaScript: javaScript))
        {
            var page = one.Page;
            await page.GotoAsync($"/{organisation}");
            await page.ClickAsync("text=I helped somebody");
            await page.FillAsync("[name='Form.FindName']", NameOf(receiver).Split(' ')[^1]);
            await page.ClickAsync("button:has-text('Find')");
            await page.Locator("main .choice", new() { HasText = NameOf(receiver) }).Locator("label").ClickAsync();
            await page.FillAsync("[name='Form.Description']", what);
            await page.ClickAsync("label[for='f-HowLong-60']");
            await page.ClickAsync("button:has-text('Log this exchange')");
            await page.WaitForURLAsync($"**/{organisation}/exchanges/**");
            (await page.InnerTextAsync("main")).ShouldContain(what);
            one.Complaints.ShouldBeEmpty();
        }

        await using (var other = await program.OpenAsync(receiver, organisation, javaScript: javaScript))
        {
            var page = other.Page;
            await page.GotoAsync($"/{organisation}");
            await page.Locator("li", new() { HasText = what }).Locator("button:has-text('That is right')").ClickAsync();
            (await page.InnerTextAsync("main")).ShouldNotContain("There is a problem");
            await page.GotoAsync($"/{organisation}/statement");
            (await page.InnerTextAsync("main")).ShouldContain(what);
            other.Complaints.ShouldBeEmpty();
        }

        await using var again = await program.OpenAsync(giver, organisation, javaScript: javaScript);
        await again.Page.GotoAsync($"/{organisation}/statement");
        (await again.Page.InnerTextAsync("main")).ShouldContain(what);
    }

    [Theory]
    [InlineData("fair-shares")]
    [InlineData("holy-cross")]
    [InlineData("rushey-green")]
    public async Task A_coordinator_logs_for_two_people_on_the_phone_by_keyboard_alone(string organisation)
    {
        var what = $"Read the letters aloud {Guid.NewGuid().ToString("N")[..6]}";
        await using var desk = await program.OpenAsync($"coordinator@{organisation}.example", organisation);
        var (page, keys) = (desk.Page, desk.Page.Keyboard);
        await page.GotoAsync($"/{organisation}/desk/log");
        await page.FocusAsync("[name='Form.GiverTyped']");
        await keys.TypeAsync(NameOf($"member@{organisation}.example"));
        await page.FocusAsync("[name='Form.ReceiverTyped']");
        await keys.TypeAsync(NameOf($"peer-broker@{organisation}.example"));
        await page.FocusAsync("[name='Form.Description']");
        await keys.TypeAsync(what);
        await page.FocusAsync("[name='Form.HowLong.Typed']");
        await keys.TypeAsync("1:30");
        await keys.PressAsync("Enter");
        await page.WaitForSelectorAsync("text=Log another");
        (await page.InnerTextAsync("main")).ShouldContain(what);
        await page.GotoAsync($"/{organisation}/exchanges");
        (await page.InnerTextAsync("main")).ShouldContain(what);
        desk.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("fair-shares")]
    [InlineData("holy-cross")]
    [InlineData("rushey-green")]
    public async Task A_trustee_reads_the_report_without_JavaScript(string organisation)
    {
        await using var tab = await program.OpenAsync($"trustee@{organisation}.example", organisation, javaScript: false);
        await tab.Page.GotoAsync($"/{organisation}/report");
        var report = await tab.Page.InnerTextAsync("main");
        report.ShouldContain("members");
        report.ShouldContain("hours");
        (await tab.Page.Locator("main svg").CountAsync()).ShouldBeGreaterThan(0);
        (await tab.Page.Locator("main table").CountAsync()).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_coordinators_grid_filters_sorts_and_pages_on_the_server()
    {
        await using var tab = await program.OpenAsync(Places.Coordinator);
        await tab.Page.GotoAsync("/fair-shares/exchanges/grid");
        await tab.Page.WaitForSelectorAsync(".rz-data-grid tbody tr:nth-child(5)");
        var first = await tab.Page.InnerTextAsync(".rz-data-grid tbody tr:first-child");
        await tab.Page.ClickAsync(".rz-pager-next");
        await tab.Page.WaitForFunctionAsync(
            "before => document.querySelector('.rz-data-grid tbody tr:first-child')?.innerText !== before",
            first,
            new() { Timeout = 15_000 }
        );
        tab.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_with_mistakes_says_so_in_the_title_and_leads_to_the_fields()
    {
        await using var tab = await program.OpenAsync(Places.Member, javaScript: false);
        await tab.Page.GotoAsync("/fair-shares/log?gave=true");
        await tab.Page.FillAsync("[name='Form.Description']", "  ");
        await tab.Page.ClickAsync("button:has-text('Log this exchange')");
        (await tab.Page.TitleAsync()).ShouldStartWith("Error:");
        var link = tab.Page.Locator("#error-summary a").First;
        var target = (await link.GetAttributeAsync("href"))!.Split('#')[1];
        (await tab.Page.Locator($"#{target}").CountAsync()).ShouldBe(1);
    }

    private static string NameOf(string signIn)
    {
        var character = DemoPlans.All.SelectMany(p => p.Characters).First(c => c.SignIn == signIn);
        return $"{character.Given} {character.Family}";
    }
}
