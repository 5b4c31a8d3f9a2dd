using CoProduce.Browser.Support;
using Microsoft.Playwright;
using Shouldly;

namespace CoProduce.Browser;

/// <summary>The journeys of the desk by keyboard, in keys and pages. At five keys a second, 75 keys are 15 seconds.</summary>
public sealed class ByKeyboard(RunningProgram program, ITestOutputHelper output)
{
    [Fact]
    public async Task An_exchange_told_by_phone_is_logged_on_one_screen_in_at_most_75_keys()
    {
        await using var desk = await program.OpenAsync("coordinator@rushey-green.example", "rushey-green");
        var page = desk.Page;
        page.SetDefaultTimeout(10_000);
        await page.GotoAsync("/rushey-green/desk/log");
        var hands = new Hands(page);
        await hands.TypeAsync("hyacinth p");
        await hands.TabToAsync("[name='Form.ReceiverTyped']");
        await hands.TypeAsync("lloyd s");
        await hands.TabToAsync("[name='Form.Description']");
        await hands.TypeAsync("a lift to the surgery");
        await hands.TabToAsync("[name='Form.HowLong.Typed']");
        await hands.TypeAsync("1:30");
        await hands.PressAsync("Enter");
        await page.WaitForSelectorAsync("text=Logged. Log another?");
        output.WriteLine($"A phone exchange: {hands.Keys} keys, {hands.Pages} further pages.");
        hands.Keys.ShouldBeLessThanOrEqualTo(75);
        hands.Pages.ShouldBe(0);
    }

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
        await page.Keyboard.PressAsync("Shift");
        (await page.Locator("main [name='Form.Members']:checked").CountAsync()).ShouldBe(3);
        await hands.PressAsync("Shift+Tab"); // back past the lines to how they are asked
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
