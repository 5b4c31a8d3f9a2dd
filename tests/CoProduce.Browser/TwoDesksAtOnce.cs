using CoProduce.Browser.Support;
using Microsoft.Playwright;
using Shouldly;

namespace CoProduce.Browser;

/// <summary>Two coordinators in two browsers, and one whose connection goes.</summary>
public sealed class TwoDesksAtOnce(RunningProgram program)
{
    private const string Found = "/rushey-green/desk?q=Hyacinth%20Palmer";
    private const string Card = "main .lines a[href*='/desk/']:not([href*='/log'])";
    private readonly string mark = Guid.NewGuid().ToString("N")[..6];

    [Fact]
    public async Task A_call_noted_at_one_desk_appears_at_the_other_and_what_is_typed_there_stays()
    {
        var (one, other) = (await OpenCardAsync(), await OpenCardAsync());
        await using (one)
        await using (other)
        {
            await other.Page.WaitForFunctionAsync("() => document.querySelector('[data-live-others]')");
            await other.Page.FillAsync("[name='Form.Note']", "Half a sentence");
            await one.Page.FillAsync("[name='Form.Note']", $"Rang about the lift {mark}");
            await one.Page.ClickAsync("button:has-text('Keep this call')");
            await other.Page.Locator("#card", new() { HasText = mark }).WaitForAsync(new() { Timeout = 15_000 });
            (await other.Page.InputValueAsync("[name='Form.Note']")).ShouldBe("Half a sentence");
        }
    }

    [Fact]
    public async Task Each_of_two_people_reads_that_the_other_is_at_the_same_card_and_no_longer_when_they_left()
    {
        await using var one = await OpenCardAsync();
        (await one.Page.InnerTextAsync("[data-live-others]")).ShouldBeEmpty();
        await program.AsCoordinatorTooAsync(
            "David Okey",
            "rushey-green",
            async () =>
            {
                await using (var other = await OpenCardAsync("manager@rushey-green.example"))
                {
                    await other.Page.WaitForSelectorAsync("text=Also at this card now: Maeve Tierney.");
                    await one.Page.WaitForSelectorAsync("text=Also at this card now: David Okey.");
                    await other.Page.GotoAsync("/rushey-green/today");
                }
                await one.Page.WaitForSelectorAsync("[data-live-others]:empty", new() { State = WaitForSelectorState.Attached });
            }
        );
    }

    [Fact]
    public async Task The_second_answer_to_one_who_was_asked_does_not_overwrite_the_first()
    {
        await using var one = await program.OpenAsync("coordinator@rushey-green.example", "rushey-green");
        var page = one.Page;
        page.SetDefaultTimeout(10_000);
        await page.GotoAsync("/rushey-green/board");
        var address = "/" + (await page.Locator("main .lines p a").First.GetAttributeAsync("href"))!.TrimStart('/') + "/shortlist";
        await page.GotoAsync(address);
        await page.ClickAsync("label:has-text('I ring them, or did')");
        var name = (await page.Locator("main .choice:has([name='Form.Members']) strong").First.InnerTextAsync()).Trim();
        await page.Locator("main .choice:has([name='Form.Members']) label").First.ClickAsync();
        await page.ClickAsync("button:has-text('Ask those I ticked')");
        await page.WaitForSelectorAsync("text=They are asked.");

        await using var other = await program.OpenAsync("coordinator@rushey-green.example", "rushey-green");
        await other.Page.GotoAsync(address);
        await page.Locator("main li", new() { HasText = name }).Locator("button:has-text('Said no')").First.ClickAsync();
        await page.Locator("main li", new() { HasText = ": said no." }).WaitForAsync();
        await other.Page.Locator("main li", new() { HasText = name }).Locator("button:has-text('Said yes')").First.ClickAsync();
        await other.Page.WaitForSelectorAsync("text=Another answer was written down in the meantime");
        (await other.Page.Locator("main li", new() { HasText = name }).First.InnerTextAsync()).ShouldContain("said no");
    }

    [Fact]
    public async Task What_is_typed_while_the_connection_is_gone_is_kept_when_it_is_back()
    {
        await using var desk = await OpenCardAsync();
        var (page, words) = (desk.Page, $"She fell in the yard {mark}");
        await page.Context.SetOfflineAsync(true);
        await page.FocusAsync("[name='Form.Note']");
        await page.Keyboard.TypeAsync(words);
        await page.WaitForSelectorAsync("text=The connection is gone.", new() { Timeout = 15_000 });
        (await page.InputValueAsync("[name='Form.Note']")).ShouldBe(words);
        await page.Context.SetOfflineAsync(false);
        await page.WaitForSelectorAsync("text=Kept. It waits for you at the desk.", new() { Timeout = 15_000 });
        await page.ReloadAsync();
        (await page.InputValueAsync("[name='Form.Note']")).ShouldBe(words);
    }

    private async Task<Tab> OpenCardAsync(string who = "coordinator@rushey-green.example")
    {
        var tab = await program.OpenAsync(who, "rushey-green");
        await tab.Page.GotoAsync(Found);
        await tab.Page.Locator(Card).First.ClickAsync();
        await tab.Page.WaitForSelectorAsync("#card");
        return tab;
    }
}
