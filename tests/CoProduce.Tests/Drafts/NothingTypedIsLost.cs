using System.Net;
using AngleSharp.Html.Dom;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Drafts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace CoProduce.Tests.Drafts;

public sealed class NothingTypedIsLost(Bank bank) : IClassFixture<Bank>
{
    private static readonly Dictionary<string, string?> Exchange = new()
    {
        ["Form.GiverTyped"] = "nobody of that name",
        ["Form.Description"] = "Half a sentence",
        ["Form.HowLong.Typed"] = "1:30",
        ["Form.When.Choice"] = "yesterday",
        ["Form.Door"] = "Paper",
    };

    [Fact]
    public async Task What_was_begun_is_listed_and_resumed_exactly_where_it_was_also_after_signing_out()
    {
        var cora = await bank.Riverside.CoordinatorAsync();
        var key = await KeepAsync(await cora.BrowserAsync(), "desk/log", Exchange);
        var later = await cora.BrowserAsync(); // another sign-in, with nothing of the first
        var desk = await later.OpenAsync("desk");
        desk.QuerySelector($"main a[href$='desk/log?draft={key}']").ShouldNotBeNull(later.Body);
        var form = await later.OpenAsync($"desk/log?draft={key}");
        foreach (var name in (string[])["Form.GiverTyped", "Form.Description", "Form.HowLong.Typed"])
            Value(form, name).ShouldBe(Exchange[name]);
        form.QuerySelector("[name='Form.When.Choice'][value=yesterday]")!.HasAttribute("checked").ShouldBeTrue();
        Value(form, "Form.RequestKey").ShouldBe(key.ToString());
    }

    [Fact]
    public async Task Several_at_once_of_every_form_of_the_desk()
    {
        var cora = await bank.Riverside.CoordinatorAsync();
        var mair = await bank.Riverside.AddMemberAsync("Mair", "Morgan");
        var browser = await cora.BrowserAsync();
        var call = await KeepAsync(browser, $"desk/{mair.Value}", new() { ["Form.Note"] = "She was just saying" });
        var wish = await KeepAsync(
            browser,
            $"members/{mair.Value}/requests/new",
            new()
            {
                ["Form.Title"] = "A lift",
                ["Form.When"] = "day",
                ["Form.OnDay.Day"] = "24",
            }
        );
        var offer = await KeepAsync(browser, $"members/{mair.Value}/offers/new", new() { ["Form.Title"] = "Bread" });
        var visit = await KeepAsync(
            browser,
            "diary/new",
            new()
            {
                ["Form.Start"] = "10:30",
                ["Form.IsHomeVisit"] = "true",
                ["Form.Description"] = "A lift",
            }
        );
        var session = await KeepAsync(browser, "diary/sessions/new", new() { ["Form.Title"] = "Choir", ["Form.Places"] = "30" });
        await KeepAsync(browser, "desk/log", Exchange);
        (await browser.OpenAsync("desk")).QuerySelectorAll("#drafts-title ~ form li").Length.ShouldBe(6);
        var choir = await browser.OpenAsync($"diary/sessions/new?draft={session}");
        (Value(choir, "Form.Title"), Value(choir, "Form.Places")).ShouldBe(("Choir", "30"));
        var resumed = await browser.OpenAsync($"desk/{mair.Value}?draft={call}");
        resumed.QuerySelector("textarea[name='Form.Note']")!.TextContent.Trim().ShouldBe("She was just saying");
        resumed = await browser.OpenAsync($"members/{mair.Value}/requests/new?draft={wish}");
        (Value(resumed, "Form.Title"), Value(resumed, "Form.OnDay.Day")).ShouldBe(("A lift", "24"));
        resumed.QuerySelector("[name='Form.When'][value=day]")!.HasAttribute("checked").ShouldBeTrue();
        Value(await browser.OpenAsync($"members/{mair.Value}/offers/new?draft={offer}"), "Form.Title").ShouldBe("Bread");
        Value(await browser.OpenAsync($"members/{mair.Value}/offers/new?draft={wish}"), "Form.Title").ShouldBeNullOrEmpty(); // another form
        resumed = await browser.OpenAsync($"diary/new?draft={visit}");
        Value(resumed, "Form.Start").ShouldBe("10:30");
        resumed.QuerySelector("[name='Form.IsHomeVisit'][type=checkbox]")!.HasAttribute("checked").ShouldBeTrue();
    }

    [Fact]
    public async Task It_is_nobody_elses()
    {
        var (cora, ben) = (await bank.Riverside.CoordinatorAsync("Cora"), await bank.Riverside.CoordinatorAsync("Ben"));
        var key = await KeepAsync(await cora.BrowserAsync(), "desk/log", Exchange);
        var browser = await ben.BrowserAsync();
        await browser.OpenAsync("desk");
        browser.Body.ShouldNotContain(key.ToString());
        Value(await browser.OpenAsync($"desk/log?draft={key}"), "Form.Description").ShouldBeNullOrEmpty();
        (await ben.DoAsync((KeepDraft keep) => keep.DropAsync(key))).ShouldBe(KeepDraft.Outcome.NotFound);
        (await KeptAsync(ben, key)).ShouldBe(KeepDraft.Outcome.NotFound);
        var elsewhere = await bank.Hillside.CoordinatorAsync();
        (await elsewhere.DoAsync((KeepDraft keep) => keep.DropAsync(key))).ShouldBe(KeepDraft.Outcome.NotFound);
        (await StandsAsync(key)).ShouldBeTrue();
        (await cora.DoAsync((KeepDraft keep) => keep.DropAsync(key))).ShouldBe(KeepDraft.Outcome.Dropped);
        (await StandsAsync(key)).ShouldBeFalse();
    }

    [Fact]
    public async Task It_goes_when_its_form_is_done_and_only_then_and_never_comes_back()
    {
        var here = bank.Riverside;
        var (ann, bob) = (await here.AddMemberAsync("Annest", "Draft"), await here.AddMemberAsync("Bedwyr", "Draft"));
        var cora = await here.CoordinatorAsync();
        var browser = await cora.BrowserAsync();
        var key = await KeepAsync(browser, "desk/log", Exchange);
        var refused = await browser.SendAsync(await browser.OpenAsync($"desk/log?draft={key}"), []); // nobody of that name
        refused.QuerySelector("#error-summary").ShouldNotBeNull();
        (await StandsAsync(key)).ShouldBeTrue();
        var answers = new Dictionary<string, string?> { ["Form.GiverTyped"] = "Annest Draft", ["Form.ReceiverTyped"] = "Bedwyr Draft" };
        await browser.SendAsync(refused, answers);
        (
            await here.ReadAsync(db => db.Exchanges.AnyAsync(e => e.Id == new ExchangeId(key) && e.GiverId == ann && e.ReceiverId == bob))
        ).ShouldBeTrue(browser.Body);
        (await StandsAsync(key)).ShouldBeFalse();
        (await KeptAsync(cora, key)).ShouldBe(KeepDraft.Outcome.Sent); // what the script posts late
        (await StandsAsync(key)).ShouldBeFalse();
    }

    [Fact]
    public async Task After_fourteen_days_it_goes_by_itself_at_night()
    {
        var here = await bank.CreateAsync($"desk-{Guid.NewGuid():N}"[..30], "Desk");
        var cora = await here.CoordinatorAsync();
        var (old, young) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await KeepAsync(cora, old);
        bank.Clock.Advance(TimeSpan.FromDays(13));
        await KeepAsync(cora, young);
        await NightAsync();
        (await KeptAsync()).ShouldBe([old, young], ignoreOrder: true);
        bank.Clock.Advance(TimeSpan.FromHours(1));
        (await cora.DoAsync((DraftsQuery drafts) => drafts.MineAsync())).ShouldHaveSingleItem().Draft.Id.ShouldBe(young);
        await NightAsync();
        (await KeptAsync()).ShouldBe([young]);
        bank.Clock.Advance(TimeSpan.FromDays(14));
        await NightAsync();
        (await KeptAsync()).ShouldBeEmpty();
        (await here.ReadAsync(db => db.Outbox.AnyAsync(o => o.Kind == OutboxKind.UnfinishedRound && o.DoneAt == null))).ShouldBeFalse();

        static async Task KeepAsync(Actor actor, Guid key) =>
            (
                await actor.DoAsync(
                    (KeepDraft keep) => keep.HandleAsync(key, DraftForm.Exchange, null, new Dictionary<string, string?[]>())
                )
            ).ShouldBe(KeepDraft.Outcome.Kept);

        async Task NightAsync()
        {
            bank.Clock.Advance(TimeSpan.FromDays(1));
            while (await bank.Services.GetRequiredService<OutboxRound>().RunAsync() > 0) { }
        }

        Task<List<Guid>> KeptAsync() => here.ReadAsync(db => db.Drafts.Select(d => d.Id).ToListAsync());
    }

    [Fact]
    public async Task The_script_hears_whether_it_is_kept_and_nobody_but_a_coordinator_may()
    {
        var browser = await (await bank.Riverside.CoordinatorAsync()).BrowserAsync();
        var request = Draft(browser, await browser.OpenAsync("desk/log"), Exchange);
        request.Headers.Add("Accept", "application/json");
        (await browser.AskAsync(request)).Status.ShouldBe(HttpStatusCode.NoContent);
        var without = Draft(browser, await browser.OpenAsync("desk/log"), new(Exchange) { ["__RequestVerificationToken"] = null });
        (await browser.AskAsync(without)).Status.ShouldBe(HttpStatusCode.BadRequest);
        var peer = await (await bank.Riverside.StaffAsync("Pat", Role.PeerBroker)).BrowserAsync();
        var page = await browser.OpenAsync("desk/log");
        (await peer.AskAsync(Draft(peer, page, Exchange))).Status.ShouldNotBe(HttpStatusCode.NoContent);
        (
            await bank.Riverside.ReadAsync(db => db.Drafts.AnyAsync(d => d.Id == Guid.Parse(Value(page, "Form.RequestKey")!)))
        ).ShouldBeFalse();
    }

    private static async Task<Guid> KeepAsync(Browser browser, string path, Dictionary<string, string?> typed)
    {
        var page = await browser.OpenAsync(path);
        var key = Guid.Parse(((IHtmlInputElement)page.QuerySelector("[name='Form.RequestKey']")!).Value);
        var answer = await browser.SendAsync(Draft(browser, page, typed));
        answer.QuerySelector(".notice-done").ShouldNotBeNull(browser.Body);
        return key;
    }

    // What pressing "Keep for later" would send.
    private static HttpRequestMessage Draft(Browser browser, IHtmlDocument page, Dictionary<string, string?> typed)
    {
        var button = page.QuerySelector("[data-draft]")!;
        var request = browser.Request(page, typed, "main form:has([data-draft])");
        request.RequestUri = new(button.GetAttribute("formaction")!, UriKind.Relative);
        return request;
    }

    private static Task<KeepDraft.Outcome> KeptAsync(Actor actor, Guid key) =>
        actor.DoAsync(
            (KeepDraft keep) =>
                keep.HandleAsync(key, DraftForm.Exchange, null, new Dictionary<string, string?[]> { ["Form.Description"] = ["Late"] })
        );

    private Task<bool> StandsAsync(Guid key) => bank.Riverside.ReadAsync(db => db.Drafts.AnyAsync(d => d.Id == key));

    private static string? Value(IHtmlDocument page, string name) => (page.QuerySelector($"[name='{name}']") as IHtmlInputElement)?.Value;
}
