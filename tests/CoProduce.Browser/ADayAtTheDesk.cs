using System.Text.RegularExpressions;
using CoProduce.Browser.Support;
using Microsoft.Playwright;
using Shouldly;

namespace CoProduce.Browser;

/// <summary>One whole day of a coordinator at Rushey Green, from the first call on.</summary>
public sealed partial class ADayAtTheDesk(RunningProgram program)
{
    private const string Home = "/rushey-green";

    private readonly string mark = Guid.NewGuid().ToString("N")[..6];

    [Fact]
    public async Task From_the_first_call_to_the_list_of_calls_for_tomorrow()
    {
        await using var desk = await program.OpenAsync("coordinator@rushey-green.example", "rushey-green");
        var (page, hands) = (desk.Page, new Hands(desk.Page));

        page.SetDefaultTimeout(10_000);
        await page.GotoAsync($"{Home}/today");
        (await page.InnerTextAsync("main")).ShouldContain("What needs you today");
        await ShotAsync(page, "1-today");

        var number = await TakeACallAsync(page, hands);
        var list = await PutInARequestAsync(page, hands);
        var helper = await AskThreeAsync(page);
        await BringTogetherAsync(page, list, helper);
        await ArrangeAVisitAsync(page, hands, number);
        await LogByKeyboardAsync(page, hands);
        await SettleOneAsync(page);
        await SeeToALineAsync(page);

        await page.GotoAsync($"{Home}/diary?view=month");
        (await page.InnerTextAsync("main")).ShouldContain($"A visit {mark}");
        await page.GotoAsync($"{Home}/exchanges");
        (await page.InnerTextAsync("main")).ShouldContain($"Shopping {mark}");
        await page.GotoAsync($"{Home}/board/print");
        (await page.InnerTextAsync("main")).ShouldNotBeEmpty();
        desk.Complaints.ShouldBeEmpty();
    }

    // A piece of a name, the arrow, Enter: the card. Then the note.
    private async Task<string> TakeACallAsync(IPage page, Hands hands)
    {
        await page.GotoAsync($"{Home}/desk");
        await hands.TypeAsync("hyac");
        await page.Locator("#results [data-line]:has(a[href*='/desk/log?giver='])", new() { HasText = "Hyacinth Palmer" })
            .First.WaitForAsync();
        await hands.PressAsync("ArrowDown");
        await hands.PressAsync("Enter");
        await page.WaitForURLAsync(CardAddress());
        await hands.PressAsync("n");
        await hands.TypeAsync($"Would like company {mark}");
        await ShotAsync(page, "2-card");
        await hands.PressAsync("Control+Enter");
        await page.WaitForSelectorAsync("text=The call is noted.");
        (await page.InnerTextAsync("#card")).ShouldContain($"Would like company {mark}");
        return Number().Match(await page.InnerTextAsync("#card")).Value;
    }

    private async Task<string> PutInARequestAsync(IPage page, Hands hands)
    {
        await hands.PressAsync("r");
        await page.WaitForURLAsync("**/requests/new");
        await page.FillAsync("[name='Form.Title']", $"Company on Fridays {mark}");
        await page.Locator("main label", new() { HasText = "Company" }).First.ClickAsync();
        await page.ClickAsync("button:has-text('Put this request on the board')");
        await page.WaitForURLAsync("**/shortlist?done=putin");
        (await page.InnerTextAsync("main")).ShouldContain($"Company on Fridays {mark}");
        await ShotAsync(page, "3-shortlist");
        return new Uri(page.Url).AbsolutePath;
    }

    // Three are rung: one is not in, one will think, one says yes.
    private static async Task<string> AskThreeAsync(IPage page)
    {
        await page.ClickAsync("label:has-text('I ring them, or did')");
        for (var i = 0; i < 3; i++)
            await page.Locator("main .choice:has([name='Form.Members']) label").Nth(i).ClickAsync();
        await page.ClickAsync("button:has-text('Ask those I ticked')");
        await page.WaitForSelectorAsync("text=They are asked.");
        var asked = page.Locator("main li:has-text('by phone')");
        (await asked.CountAsync()).ShouldBe(3);
        foreach (
            var (words, told) in new[]
            {
                ("Was not reached", "was not reached"),
                ("Is thinking", "is thinking about it"),
                ("Said yes", "said yes"),
            }
        )
        {
            await page.Locator("main li:has-text('no answer yet')").First.Locator($"button:has-text('{words}')").ClickAsync();
            await page.Locator("main li", new() { HasText = $": {told}." }).WaitForAsync();
        }
        await ShotAsync(page, "4-asked");
        return await page.Locator("main li", new() { HasText = ": said yes." }).Locator("strong").InnerTextAsync();
    }

    private static async Task BringTogetherAsync(IPage page, string list, string helper)
    {
        await page.ClickAsync("main a:has-text('Bring them together')");
        await page.WaitForURLAsync("**/board/answers/**");
        (await page.InnerTextAsync("main")).ShouldContain(helper);
        if (await page.Locator("[name='Form.Care.IsRead']").CountAsync() > 0)
            await page.Locator("main .choice:has([name='Form.Care.IsRead']) label").ClickAsync();
        await page.ClickAsync("button:has-text('Bring them together')");
        await page.WaitForSelectorAsync("button:has-text('They are in touch')");
        await page.GotoAsync(list[..^"/shortlist".Length]);
        (await page.InnerTextAsync("main")).ShouldContain(helper);
    }

    private async Task ArrangeAVisitAsync(IPage page, Hands hands, string number)
    {
        await page.GotoAsync($"{Home}/diary/new?receiver={number}");
        await hands.TypeAsync("Lloyd Samuels");
        await page.FillAsync("[name='Form.Description']", $"A visit {mark}");
        var day = TimeProvider.System.GetUtcNow().AddDays(2);
        foreach (var (part, value) in new[] { ("Day", day.Day), ("Month", day.Month), ("Year", day.Year) })
            await page.FillAsync($"[name='Form.Day.{part}']", $"{value}");
        await page.FillAsync("[name='Form.Start']", "10:30");
        await page.FillAsync("[name='Form.HowLong.Typed']", "1:00");
        await page.ClickAsync("button:has-text('Arrange this visit')");
        await page.WaitForURLAsync(url => !url.Contains("/diary/new", StringComparison.Ordinal));
        (await page.InnerTextAsync("main")).ShouldContain($"A visit {mark}");
        await ShotAsync(page, "5-visit");
    }

    // From the card: help they gave. The focus is already at who was helped.
    private async Task LogByKeyboardAsync(IPage page, Hands hands)
    {
        await page.GotoAsync($"{Home}/desk?q=Hyacinth");
        await hands.PressAsync("ArrowDown");
        await hands.PressAsync("Enter");
        await page.WaitForURLAsync(CardAddress());
        await hands.PressAsync("g");
        await page.WaitForURLAsync("**/desk/log?giver=*");
        (await page.EvaluateAsync<string>("document.activeElement.name")).ShouldBe("Form.ReceiverTyped");
        await hands.TypeAsync("Lloyd Samuels");
        await hands.TabToAsync("[name='Form.Description']");
        await hands.TypeAsync($"Shopping {mark}");
        await hands.TabToAsync("[name='Form.HowLong.Typed']");
        await hands.TypeAsync("1:30");
        await hands.PressAsync("Enter");
        await page.WaitForSelectorAsync("text=Logged. Log another?");
    }

    private static async Task SettleOneAsync(IPage page)
    {
        await page.GotoAsync($"{Home}/exchanges?status=Unconfirmed");
        await page.Locator("main a[href$='/settle']").First.ClickAsync();
        await page.WaitForURLAsync("**/settle");
        await page.ClickAsync("button:has-text('Confirm this exchange')");
        await page.WaitForSelectorAsync("text=Done. It now stands as");
    }

    private async Task SeeToALineAsync(IPage page)
    {
        await page.GotoAsync($"{Home}/today?all=true");
        var line = page.Locator("main a[href*='/today/']:not([href$='/later'])").First;
        var address = await line.GetAttributeAsync("href");
        await line.ClickAsync();
        await page.FillAsync("[name='Form.Note']", $"Rang them {mark}");
        await page.ClickAsync("label:has-text('Tomorrow')");
        await page.ClickAsync("button:has-text('Keep this')");
        await page.WaitForURLAsync("**/today?kept=true");
        await ShotAsync(page, "6-today-kept");
        (await page.Locator($"main a[href='{address}']").CountAsync()).ShouldBe(0);
        await page.GotoAsync($"{Home}/today/later");
        (await page.InnerTextAsync("main")).ShouldContain($"Rang them {mark}");
    }

    // Pictures of the day are kept only where somebody asks for them.
    private static async Task ShotAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("COPRODUCE_SHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }

    [GeneratedRegex("/desk/[0-9a-f-]{36}")]
    private static partial Regex CardAddress();

    [GeneratedRegex(@"(?<=Number\s+)\d+")]
    private static partial Regex Number();
}
