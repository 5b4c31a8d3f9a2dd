using System.Text.RegularExpressions;
using CoProduce.Browser.Support;
using CoProduce.Web.Data.Demo;
using CoProduce.Web.Features.Exchanges;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shouldly;

namespace CoProduce.Browser;

/// <summary>One whole day of a coordinator at Rushey Green, from the first call to the last letter. Each step is judged by what the page says.</summary>
public sealed partial class ADayAtTheDesk(RunningProgram program)
{
    private const string Slug = "rushey-green";
    private const string Home = "/" + Slug;
    private const string Me = "Maeve Tierney";
    private const string Caller = "Hyacinth Palmer";
    private const string Other = "Lloyd Samuels";

    private readonly string mark = Guid.NewGuid().ToString("N")[..6];
    private readonly List<long> minutes = [];
    private IPage page = default!;
    private Hands hands = default!;

    [Fact]
    public async Task From_the_first_call_to_the_last_letter()
    {
        await using var desk = await program.OpenAsync();
        (page, hands) = (desk.Page, new Hands(desk.Page));
        page.SetDefaultTimeout(60_000);
        var morning = TimeProvider.System.GetUtcNow();

        await SignInAsync();
        await TakeACallAsync();
        var list = await PutInARequestAsync();
        var helper = await AskThreeAsync();
        await BringTogetherAsync(helper);
        var visit = await ArrangeTheVisitAsync(helper);
        await SeeTheDiaryAsync(visit);
        await HearThatItHappenedAsync();
        await LogAPhoneExchangeAsync();
        await PutRightWhatIsNotRightAsync();
        await TypeAPileAsync();
        await LogARegisterAsync();
        await SayYesAsync();
        await PostTheLettersAsync();

        await page.GotoAsync(list[..^"/shortlist".Length]);
        await SeesAsync(helper);
        await page.GotoAsync($"{Home}/exchanges");
        await SeesAsync($"Shopping {mark}");
        (await program.MovedByAsync(Slug, Me, morning)).Order().ShouldBe(minutes.Order());
        await program.BooksAreSoundAsync(Slug);
        desk.Complaints.ShouldBeEmpty();
    }

    private async Task SignInAsync()
    {
        await page.GotoAsync($"{Home}/today");
        await page.WaitForURLAsync("**/sign-in?returnUrl=*");
        await page.FillAsync("main input[type=email]", $"coordinator@{Slug}.example");
        await page.FillAsync("main input[type=password]", DemoData.Password);
        await page.PressAsync("main input[type=password]", "Enter");
        await page.WaitForURLAsync($"**{Home}/today");
        await SeesAsync("What needs you today");
        await SeesAsync("Good to see you, Maeve");
    }

    // From wherever one is: "/", a name, Enter; the arrow, Enter: the card. Then the note.
    private async Task TakeACallAsync()
    {
        await hands.PressAsync("/");
        await hands.TypeAsync(Caller.ToLowerInvariant());
        await hands.PressAsync("Enter");
        await page.WaitForURLAsync("**/desk?q=*");
        await SeesAsync($"People");
        await page.FocusAsync("#desk-search");
        await hands.PressAsync("ArrowDown");
        await hands.PressAsync("Enter");
        await page.WaitForURLAsync(Card());
        await hands.PressAsync("n");
        await hands.TypeAsync($"Would like company {mark}");
        await hands.PressAsync("Control+Enter");
        await SeesAsync("The call is noted.");
        (await page.InnerTextAsync("#card")).ShouldContain($"Would like company {mark}");
        await LookAsync("1-card");
    }

    private async Task<string> PutInARequestAsync()
    {
        await hands.PressAsync("r");
        await page.WaitForURLAsync("**/requests/new");
        await page.FillAsync("[name='Form.Title']", $"Company on Fridays {mark}");
        await page.Locator("main label", new() { HasText = "Company" }).First.ClickAsync();
        await SendAsync("Put this request on the board");
        await page.WaitForURLAsync("**/shortlist?done=putin");
        await SeesAsync("It is on the board.");
        await SeesAsync($"Company on Fridays {mark}");
        await LookAsync("2-shortlist");
        return new Uri(page.Url).AbsolutePath;
    }

    // Three are rung: one is not in, one will think, one says yes.
    private async Task<string> AskThreeAsync()
    {
        await page.ClickAsync("label:has-text('I ring them, or did')");
        for (var i = 0; i < 3; i++)
            await page.Locator("main .choice:has([name='Form.Members']) label").Nth(i).ClickAsync();
        await page.ClickAsync("button:has-text('Ask those I ticked')");
        await SeesAsync("They are asked.");
        (await page.Locator("main li:has-text('no answer yet'):has-text('by phone')").CountAsync()).ShouldBe(3);
        foreach (
            var (button, told) in new[]
            {
                ("Was not reached", "was not reached"),
                ("Is thinking", "is thinking about it"),
                ("Said yes", "said yes"),
            }
        )
        {
            await page.Locator("main li:has-text('no answer yet')").First.Locator($"button:has-text('{button}')").ClickAsync();
            await page.Locator("main li", new() { HasText = $": {told}." }).WaitForAsync();
        }
        await LookAsync("3-asked");
        return (await page.Locator("main li", new() { HasText = ": said yes." }).Locator("strong").InnerTextAsync()).Trim();
    }

    private async Task BringTogetherAsync(string helper)
    {
        await page.ClickAsync("main a:has-text('Bring them together')");
        await page.WaitForURLAsync("**/board/answers/**");
        await SeesAsync($"{helper} can help {Caller}");
        if (await page.Locator("[name='Form.Care.IsRead']").CountAsync() > 0)
            await page.Locator("main .choice:has([name='Form.Care.IsRead']) label").ClickAsync();
        await page.ClickAsync("button:has-text('Bring them together')");
        await page.WaitForSelectorAsync("button:has-text('They are in touch')");
    }

    private async Task<DateOnly> ArrangeTheVisitAsync(string helper)
    {
        await page.ClickAsync("main a:has-text('Arrange a visit')");
        await page.WaitForURLAsync("**/diary/new?*");
        (await page.InputValueAsync("[name='Form.GiverTyped']")).ShouldEndWith(helper);
        (await page.InputValueAsync("[name='Form.ReceiverTyped']")).ShouldEndWith(Caller);
        (await page.EvaluateAsync<string>("() => document.activeElement.name")).ShouldBe("Form.Description");
        await hands.TypeAsync($"A visit {mark}");
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(2);
        foreach (var (part, value) in new[] { ("Day", day.Day), ("Month", day.Month), ("Year", day.Year) })
            await page.FillAsync($"[name='Form.Day.{part}']", $"{value}");
        await page.FillAsync("[name='Form.Start']", "7:15");
        await page.FillAsync("[name='Form.HowLong.Typed']", "1:00");
        await SendAsync("Arrange this visit");
        await page.WaitForURLAsync("**/diary/visits/*?done=arranged");
        await SeesAsync("It is arranged.");
        await LookAsync("4-visit");
        return day;
    }

    private async Task SeeTheDiaryAsync(DateOnly day)
    {
        await page.ClickAsync("main a:has-text('Diary')");
        await page.WaitForURLAsync("**/diary");
        await page.GotoAsync($"{Home}/diary?view=day&day={day:yyyy-MM-dd}");
        await SeesAsync($"A visit {mark}");
        await SeesAsync("07:15");
    }

    // Where there is something to keep to, it is read first, and then it is sent once more.
    private async Task SendAsync(string button)
    {
        await page.ClickAsync($"button:has-text('{button}')");
        var read = page.Locator("main .choice:has([name='Form.Care.IsRead']) label");
        if (await read.CountAsync() == 0)
            return;
        await read.ClickAsync();
        await page.ClickAsync($"button:has-text('{button}')");
    }

    // A page that says otherwise is read out, so that nobody has to guess what it said.
    private async Task SeesAsync(string words)
    {
        try
        {
            await page.Locator("main", new() { HasText = words }).First.WaitForAsync();
        }
        catch (TimeoutException)
        {
            throw new ShouldAssertException($"Not on {page.Url}: {words}\n{await page.InnerTextAsync("main")}");
        }
    }

    // Pictures of the day are kept only where somebody asks for them.
    // What only a journey reaches is looked at on the way.
    private async Task LookAsync(string name)
    {
        (await Axe.BrokenAsync(page)).ShouldBeEmpty(name);
        if (Environment.GetEnvironmentVariable("COPRODUCE_SHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }

    [GeneratedRegex("/desk/[0-9a-f-]{36}")]
    private static partial Regex Card();
}
