using CoProduce.Browser.Support;
using CoProduce.Web.Features.Exchanges;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shouldly;

namespace CoProduce.Browser;

/// <content>What happened is logged, put right, and written to people.</content>
public sealed partial class ADayAtTheDesk
{
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
        await LookAsync("5-happened");
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

    // She says on her own page that it was shorter. The desk reads it on Today, and both lines stay with the reason.
    private async Task PutRightWhatIsNotRightAsync()
    {
        await using (var home = await program.OpenAsync($"member@{Slug}.example", Slug))
        {
            await home.Page.GotoAsync($"{Home}/statement");
            await home.Page.Locator("main tr", new() { HasText = $"Shopping {mark}" }).Locator("a:has-text('Look at it')").ClickAsync();
            await home.Page.ClickAsync("summary:has-text('This is not right')");
            await home.Page.FillAsync("[name='Form.Reason']", $"It was an hour {mark}");
            await home.Page.ClickAsync("button:has-text('Tell the coordinator')");
            await home.Page.Locator("main", new() { HasText = "It was an hour" }).WaitForAsync();
            home.Complaints.ShouldBeEmpty();
        }
        await page.GotoAsync($"{Home}/today?all=true");
        await page.Locator("main li", new() { HasText = $"It was an hour {mark}" }).Locator("a:has-text('Settle it')").ClickAsync();
        await SeesAsync("Nobody is looking into it yet.");
        await page.ClickAsync("button:has-text('I will look into it')");
        await SeesAsync($"{Me} is looking into it.");
        await page.ClickAsync("main a:has-text('Correct this exchange')");
        await page.FillAsync("[name='Form.HowLong.Typed']", "1:00");
        await page.FillAsync("[name='Form.Reason']", $"An hour, as she says {mark}");
        await page.ClickAsync("button:has-text('Correct this exchange')");
        await SeesAsync($"{Caller} gave {Other} an hour today: Shopping {mark}");
        await LookAsync("6-put-right");
        await page.GotoAsync($"{Home}/today?all=true");
        (await page.Locator("main li", new() { HasText = $"It was an hour {mark}" }).CountAsync()).ShouldBe(0);
        minutes.AddRange([90, 60]);
        await page.GotoAsync($"{Home}/desk/log");
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
        await LookAsync("6-pile");
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
        await LookAsync("7-register");
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
        await page.WaitForSelectorAsync("button:has-text('Send it to')");
        await LookAsync("8-before-it-goes");
        await page.ClickAsync("button:has-text('Send it to')");
        await SeesAsync("It is on its way.");
        await LookAsync("8-announcement");
        await page.ClickAsync("main a:has-text('Letters to print')");
        // A job writes them in its own time.
        var letter = page.Locator("main li", new() { HasText = $"Closed on Friday {mark}" });
        for (var looks = 0; await letter.CountAsync() == 0 && looks < 200; looks++)
            await page.ReloadAsync();
        await SeesAsync($"Closed on Friday {mark}");
        await page.ClickAsync("button:has-text('Make the pages to print')");
        await page.WaitForSelectorAsync("a:has-text('The pages to print')");
        await LookAsync("8-batch");
        await page.ClickAsync("a:has-text('The pages to print')");
        await page.Locator(".post-sheet", new() { HasText = $"Closed on Friday {mark}" }).First.WaitForAsync();
        await LookAsync("8-letters");
        await page.ClickAsync("a:has-text('Back, and say when they were posted')");
        await page.ClickAsync("button:has-text('They were posted')");
        await SeesAsync("Written down. It stands on the page of everybody who gets one.");
        await SeesAsync($"noted by {Me}");
    }
}
