using System.Globalization;
using CoProduce.Browser.Support;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shouldly;

namespace CoProduce.Browser;

/// <summary>The journeys of the desk by keyboard, in keys and pages. At four keys a second, 60 keys are 15 seconds.</summary>
public sealed class ByKeyboard(RunningProgram program, ITestOutputHelper output)
{
    private const string Here = "rushey-green";
    private const int SlipsInThePile = 20;

    private readonly string mark = Guid.NewGuid().ToString("N")[..4];

    [Fact]
    public async Task An_exchange_told_by_phone_is_logged_on_one_screen_in_at_most_60_keys()
    {
        await using var desk = await DeskAsync();
        var page = desk.Page;
        await page.GotoAsync($"/{Here}/desk/log");
        var (hands, what) = (new Hands(page), $"lift to surgery {mark}");
        await hands.TypeAsync("hyac palm");
        await hands.TabToAsync("[name='Form.ReceiverTyped']");
        await hands.TypeAsync("lloyd samu");
        await hands.TabToAsync("[name='Form.Description']");
        await hands.TypeAsync(what);
        await hands.TabToAsync("[name='Form.HowLong.Typed']");
        await hands.TypeAsync("1:30");
        await hands.PressAsync("Enter");
        await SeesAsync(page, "text=Logged. Log another?");
        (await page.InnerTextAsync("main .notice-done")).ShouldContain(what);
        output.WriteLine($"A phone exchange: {hands.Keys} keys, {hands.Pages} further pages.");
        hands.Keys.ShouldBeLessThanOrEqualTo(60);
        hands.Pages.ShouldBe(0);
        (await program.MovedAsync(Here, what)).ShouldBe(90);
        desk.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_pile_of_20_slips_is_typed_in_with_at_most_40_keys_a_slip_and_its_total_is_right()
    {
        await using var desk = await DeskAsync();
        var page = desk.Page;
        await page.GotoAsync($"/{Here}/desk/slips");
        var (hands, before) = (new Hands(page), Array.Empty<string>());
        var slips = await SlipsAsync();
        if (!await page.EvaluateAsync<bool>("() => document.activeElement.name === 'Form.Written'"))
            await hands.TabToAsync("[name='Form.Written']");
        await hands.TypeAsync("20");
        await hands.PressAsync("Enter");
        await SeesAsync(page, "[data-pile] [name='Form.GiverTyped']");
        var total = 0;
        for (var i = 0; i < slips.Count; i++)
        {
            var slip = slips[i];
            (await page.EvaluateAsync<string>("() => document.activeElement.name")).ShouldBe("Form.Day");
            await hands.PressAsync("Tab");
            await hands.TypeAsync($"{slip.Giver}");
            await hands.PressAsync("Tab");
            await hands.TypeAsync($"{slip.Receiver}");
            await hands.PressAsync("Tab");
            await hands.TypeAsync(slip.Minutes == 60 ? "1" : "0:30");
            await hands.PressAsync("Tab");
            await hands.TypeAsync(slip.What);
            await hands.PressAsync("Enter");
            total += slip.Minutes;
            await SeesAsync(page, $"[data-pile-status]:has-text('{slip.What}')");
            (await page.InnerTextAsync(".pile-total")).ShouldStartWith($"{i + 1} {(i == 0 ? "slip" : "slips")}, {Said(total)}");
        }
        (await page.InnerTextAsync(".pile-total")).ShouldContain("The envelope says");
        (await page.Locator("main tbody tr").CountAsync()).ShouldBe(SlipsInThePile);
        output.WriteLine(
            $"A pile of {SlipsInThePile} slips: {hands.Keys} keys, {hands.Keys / SlipsInThePile} a slip, {hands.Pages} further pages."
        );
        hands.Keys.ShouldBeLessThanOrEqualTo(40 * SlipsInThePile);
        hands.Pages.ShouldBe(1);
        (await program.MovedAsync(Here, mark)).ShouldBe(total);
        desk.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_from_the_shortlist_is_asked_of_three_in_at_most_40_keys_on_its_page()
    {
        await using var desk = await DeskAsync();
        var page = desk.Page;
        await page.GotoAsync($"/{Here}/board");
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
        await hands.TabToAsync("[name='Form.How']", back: true);
        for (var i = 0; i < 4 && !await page.Locator("[name='Form.How'][value='Phone']").IsCheckedAsync(); i++)
            await hands.PressAsync("ArrowDown");
        await hands.PressAsync("Enter");
        await page.WaitForSelectorAsync("text=They are asked.");
        (await page.Locator("main form:has(input[value='said']) li:has-text('by phone')").CountAsync()).ShouldBe(3);
        output.WriteLine($"Three contacts from a shortlist: {hands.Keys} keys, {hands.Pages} further pages.");
        hands.Keys.ShouldBeLessThanOrEqualTo(40);
        hands.Pages.ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_is_quicker_than_the_search_still_opens_what_they_typed()
    {
        await using var desk = await DeskAsync();
        var page = desk.Page;
        await page.GotoAsync($"/{Here}/desk/log");
        await page.FillAsync("[name='Form.Description']", $"Half a line {mark}");
        await SeesAsync(page, "[data-draft-status]:not(:empty)");
        // The answer takes longer than the fingers; meanwhile what was begun and not finished stands there.
        await page.RouteAsync(
            $"**/{Here}/desk?q=*",
            async route =>
            {
                if (route.Request.ResourceType == "fetch")
                    await Task.Delay(700);
                await route.ContinueAsync();
            }
        );
        await page.GotoAsync($"/{Here}/desk");
        (await page.Locator("#results [data-line]").CountAsync()).ShouldBeGreaterThan(0);
        await page.Keyboard.TypeAsync("hyacinth palmer");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await SeesAsync(page, "h1:has-text('Hyacinth Palmer')");
        new Uri(page.Url).AbsolutePath.ShouldStartWith($"/{Here}/desk/");

        // Who goes on typing takes the key back, and nothing opens by itself.
        await page.GotoAsync($"/{Here}/desk");
        await page.Keyboard.TypeAsync("hyac");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.TypeAsync("inth");
        await SeesAsync(page, "#results strong:has-text('Hyacinth Palmer')");
        (await page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("desk-search");

        // A link of the old list that the focus is on does not open either.
        await page.GotoAsync($"/{Here}/desk");
        await page.FocusAsync("#desk-search");
        await page.Keyboard.TypeAsync("hyacinth palmer");
        await page.FocusAsync("#results [data-line] a");
        await page.Keyboard.PressAsync("Enter");
        // She may stand among those seen lately as well: what was begun goes only when the answer comes.
        await SeesAsync(page, "#results:not(:has-text('An exchange to log'))");
        (await page.EvaluateAsync<string>("() => document.activeElement.textContent")).ShouldContain("Hyacinth Palmer");
        new Uri(page.Url).AbsolutePath.ShouldBe($"/{Here}/desk");
        desk.Complaints.ShouldBeEmpty();
    }

    private async Task<Tab> DeskAsync()
    {
        var desk = await program.OpenAsync($"coordinator@{Here}.example", Here);
        desk.Page.SetDefaultTimeout(60_000);
        return desk;
    }

    // A page that says otherwise is read out, so that nobody has to guess what it said.
    private static async Task SeesAsync(IPage page, string selector)
    {
        try
        {
            await page.WaitForSelectorAsync(selector);
        }
        catch (TimeoutException)
        {
            throw new ShouldAssertException($"Not on {page.Url}: {selector}\n{await page.InnerTextAsync("main")}");
        }
    }

    private static string Said(int minutes) =>
        minutes % 60 == 0 ? $"{minutes / 60} h"
        : minutes < 60 ? $"{minutes} min"
        : $"{minutes / 60} h {minutes % 60} min";

    // Twenty pairs by their numbers, of people who have hours, about whom there is nothing to keep to, and who logged nothing
    // lately that a slip would be taken for a double of. The last to join: the other tests log for those who came first.
    private async Task<List<(int Giver, int Receiver, int Minutes, string What)>> SlipsAsync()
    {
        var lately = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-1);
        var numbers = await program.InAsync(
            Here,
            db =>
                (
                    from m in db.Members
                    where m.Status == MemberStatus.Active && m.Kind == MemberKind.Person
                    join a in db.Accounts on m.Id equals a.MemberId
                    where a.Balance > 60 && !db.Restrictions.Any(r => r.MemberId == m.Id)
                    where !db.Exchanges.Any(e => e.ServiceDate >= lately && (e.GiverId == m.Id || e.ReceiverId == m.Id))
                    orderby m.Number descending
                    select m.Number
                )
                    .Take(2 * SlipsInThePile)
                    .ToListAsync()
        );
        return
        [
            .. Enumerable
                .Range(0, SlipsInThePile)
                .Select(i =>
                    (
                        numbers[2 * i],
                        numbers[2 * i + 1],
                        i % 2 == 0 ? 60 : 30,
                        string.Create(CultureInfo.InvariantCulture, $"shopping {i} {mark}")
                    )
                ),
        ];
    }
}
