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
        await ShotAsync("1-card");
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
        await ShotAsync("2-shortlist");
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
        (await page.Locator("main li:has-text('by phone')").CountAsync()).ShouldBe(3);
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
        await ShotAsync("3-asked");
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
        await ShotAsync("4-visit");
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

    // A visit of yesterday: both were rung, and the second word confirms what the first one logged.
    private async Task HearThatItHappenedAsync()
    {
        await page.GotoAsync($"{Home}/today");
        await page.Locator("main li", new() { HasText = "A walk round the park" }).Locator("a:has-text('Note it')").ClickAsync();
        await page.WaitForURLAsync("**/diary/visits/**");
        for (var i = 0; i < 2; i++)
        {
            await page.Locator(".field:has([name='Answer.Member']) label").Last.ClickAsync();
            await page.ClickAsync(".field:has([name='Answer.DidHappen']) label:has-text('Yes')");
            await page.ClickAsync(".field:has([name='Answer.AllWell']) label:has-text('Yes')");
            await page.ClickAsync("button:has-text('Note this')");
            await SeesAsync("That is written down.");
            await page.Locator("main li", new() { HasText = "It took an hour" }).Nth(i).WaitForAsync();
        }
        await ShotAsync("5-happened");
        await page.ClickAsync("main a:has-text('See the exchange')");
        await SeesAsync("A walk round the park");
        minutes.Add(60);
    }

    private async Task LogAPhoneExchangeAsync()
    {
        await hands.PressAsync("l");
        await page.WaitForURLAsync("**/desk/log");
        await hands.TypeAsync(Caller);
        await hands.TabToAsync("[name='Form.ReceiverTyped']");
        await hands.TypeAsync(Other);
        await hands.TabToAsync("[name='Form.Description']");
        await hands.TypeAsync($"Shopping {mark}");
        await hands.TabToAsync("[name='Form.HowLong.Typed']");
        await hands.TypeAsync("1:30");
        await hands.PressAsync("Enter");
        await SeesAsync("Logged. Log another?");
        await SeesAsync($"Shopping {mark}");
        minutes.Add(90);
    }

    private async Task TypeAPileAsync()
    {
        await page.ClickAsync("main a:has-text('A pile of paper slips')");
        await SeesAsync("Slips and registers to hand out");
        await page.FillAsync("[name='Form.Written']", "2:30");
        await page.ClickAsync("button:has-text('Begin a pile')");
        await page.WaitForURLAsync("**/desk/slips/*-*");
        foreach (
            var (length, moved, total) in new[]
            {
                ("1", 60, "1 slip, 1 h"),
                ("0:30", 30, "2 slips, 1 h 30 min"),
                ("1:00", 60, "3 slips, 2 h 30 min"),
            }
        )
        {
            await hands.TabToAsync("[name='Form.GiverTyped']");
            await hands.TypeAsync(moved == 30 ? Caller : Other);
            await hands.PressAsync("Tab");
            await hands.TypeAsync(moved == 30 ? Other : Caller);
            await hands.PressAsync("Tab");
            await hands.TypeAsync(length);
            await hands.PressAsync("Tab");
            await hands.TypeAsync($"Slip {length} {mark}");
            await hands.PressAsync("Enter");
            if (length == "1:00") // the same two, day and length as the first: it asks, and Enter says that it is another one
            {
                await SeesAsync("Is this slip another one?");
                await hands.PressAsync("Enter");
            }
            await SeesAsync(total);
            minutes.Add(moved);
        }
        await SeesAsync("This is what the envelope says.");
        await ShotAsync("6-pile");
        await page.ClickAsync("summary:has-text('The envelope')");
        await page.ClickAsync("button:has-text('put it away')");
        await SeesAsync("The pile is put away.");
    }

    private async Task LogARegisterAsync()
    {
        await page.ClickAsync("main a:has-text('The registers so far')");
        await page.FillAsync("[name='Form.Description']", $"Sewing {mark}");
        await page.FillAsync("[name='Form.HowLong.Typed']", "1");
        await page.FillAsync("[name='Form.Gave']", Caller);
        await page.FillAsync("[name='Form.TookPart']", $"{Other}\n{Me}");
        await SendAsync("Read it back to me");
        await SeesAsync("Is this right?");
        await page.ClickAsync("button:has-text('Yes, log this register')");
        await SeesAsync("Logged as a whole.");
        minutes.Add(120); // an hour to her, and what is over to the organisation
        await page.ClickAsync("main a:has-text('Print its register')");
        await page.WaitForSelectorAsync(".slip-code");
        await SeesAsync(Other);
        await ShotAsync("7-register");
    }

    private async Task SayYesAsync()
    {
        await page.GotoAsync($"{Home}/today?all=true");
        var yes = page.Locator("main button[name='Confirm']").First;
        var id = new ExchangeId(Guid.Parse((await yes.GetAttributeAsync("value"))!.Split('.')[0]));
        await yes.ClickAsync();
        await SeesAsync("Confirmed");
        var one = await program.InAsync(Slug, db => db.Exchanges.SingleAsync(e => e.Id == id));
        one.Status.ShouldBe(ExchangeStatus.Confirmed);
        minutes.Add(one.Minutes);
    }

    private async Task PostTheLettersAsync()
    {
        await page.GotoAsync($"{Home}/announcements/new");
        await page.ClickAsync("label:has-text('Something that members must know')");
        await page.FillAsync("[name='Form.Subject']", $"Closed on Friday {mark}");
        await page.FillAsync("[name='Form.Body']", "The surgery has its floor mended.\n\nWe are back on Monday.");
        await page.ClickAsync("button:has-text('Look at it')");
        await page.ClickAsync("button:has-text('Send it to')");
        await SeesAsync("It is on its way.");
        await page.ClickAsync("main a:has-text('Letters to print')");
        // A job writes them in its own time.
        var letter = page.Locator("main li", new() { HasText = $"Closed on Friday {mark}" });
        for (var looks = 0; await letter.CountAsync() == 0 && looks < 200; looks++)
            await page.ReloadAsync();
        await SeesAsync($"Closed on Friday {mark}");
        await page.ClickAsync("button:has-text('Make the pages to print')");
        await page.ClickAsync("a:has-text('The pages to print')");
        await page.Locator(".post-sheet", new() { HasText = $"Closed on Friday {mark}" }).First.WaitForAsync();
        await ShotAsync("8-letters");
        await page.ClickAsync("a:has-text('Back, and say when they were posted')");
        await page.ClickAsync("button:has-text('They were posted')");
        await SeesAsync("Written down. It stands on the page of everybody who gets one.");
        await SeesAsync($"noted by {Me}");
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
    private async Task ShotAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("COPRODUCE_SHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }

    [GeneratedRegex("/desk/[0-9a-f-]{36}")]
    private static partial Regex Card();
}
