using CoProduce.Browser.Support;
using Microsoft.Playwright;
using Shouldly;

namespace CoProduce.Browser;

/// <summary>A journey of the desk by keyboard, in keys and pages.</summary>
public sealed class ByKeyboard(RunningProgram program, ITestOutputHelper output)
{
    [Fact]
    public async Task A_request_from_the_shortlist_is_asked_of_three_in_at_most_40_keys_on_its_page()
    {
        await using var desk = await program.OpenAsync("coordinator@rushey-green.example", "rushey-green");
        var page = desk.Page;
        page.SetDefaultTimeout(10_000);
        await page.GotoAsync("/rushey-green/board");
        var address = "/" + (await page.Locator("main .lines p a").Nth(1).GetAttributeAsync("href"))!.TrimStart('/') + "/shortlist";
        await page.GotoAsync(address);
        await page.WaitForSelectorAsync("main [name='Form.Members']", new() { State = WaitForSelectorState.Attached });
        var hands = new Hands(page);
        await hands.PressAsync("f");
        for (var i = 0; i < 3; i++)
        {
            await hands.TabToAsync("[name='Form.Members']");
            await hands.PressAsync("Space");
            if (i < 2)
                await hands.PressAsync("ArrowDown");
        }
        (await page.Locator("main [name='Form.Members']:checked").CountAsync()).ShouldBe(3);
        await hands.PressAsync("Shift+Tab");
        while (!await page.EvaluateAsync<bool>("() => document.activeElement.name === 'Form.Way'"))
            await hands.PressAsync("Shift+Tab");
        await hands.PressAsync("ArrowDown");
        await hands.PressAsync("ArrowDown");
        await hands.PressAsync("Enter");
        await page.WaitForSelectorAsync("text=They are asked.");
        (await page.Locator("main li:has-text('by phone')").CountAsync()).ShouldBe(3);
        output.WriteLine($"Three contacts from a shortlist: {hands.Keys} keys, {hands.Pages} further pages.");
        hands.Keys.ShouldBeLessThanOrEqualTo(40);
        hands.Pages.ShouldBe(0);
    }
}
