using System.Net;
using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Holds;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace CoProduce.Tests.Holds;

/// <summary>Hours are kept for a booked place or a promised award: nobody spends them otherwise, and the promise ends once.</summary>
public sealed class HoursAreKeptTests(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task They_are_kept_on_a_page_and_the_member_sees_for_what_and_what_is_free()
    {
        var here = await NewAsync();
        var ann = await here.MemberAsync("Ann", "Keeps");
        await here.EarnsAsync(ann.Member, 240);
        var browser = await (await here.CoordinatorAsync()).BrowserAsync();
        var answers = new Dictionary<string, string?>
        {
            ["Form.MemberTyped"] = "Keeps",
            ["Form.HowMuch.Choice"] = "120",
            ["Form.Purpose"] = "the trip",
            ["Form.Until.Day"] = "4",
            ["Form.Until.Month"] = "12",
            ["Form.Until.Year"] = $"{Today.Year - 1}",
        };
        var page = await browser.SendAsync(await browser.OpenAsync("holds/new"), answers);
        page.QuerySelector("#f-Until-error")!.TextContent.ShouldContain("This day is over.");
        page = await browser.SendAsync(page, new() { ["Form.Until.Year"] = $"{Today.Year + 1}" });
        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("The hours are kept.");
        (await browser.OpenAsync("holds")).Body!.TextContent.ShouldContain("Ann Keeps");

        var home = (await (await ann.BrowserAsync()).OpenAsync("")).QuerySelector(".balance")!.TextContent;

        home.ShouldContain("You have 4 time credits to spend.");
        home.ShouldContain("For “the trip” we keep 2 hours of yours, until");
        home.ShouldContain($"4 December {Today.Year + 1}");
        (await ann.BalanceAsync()).ShouldBe(360);
        await here.BooksAreSoundAsync();
    }

    [Theory]
    [InlineData(AccountKind.Organisation, EntryKind.EventEntry)]
    [InlineData(AccountKind.Pot, EntryKind.EventEntry)]
    [InlineData(AccountKind.Team, EntryKind.Gift)]
    [InlineData(AccountKind.Awards, EntryKind.Award)]
    public async Task It_happened_and_the_hours_move_once(AccountKind kind, EntryKind entryKind)
    {
        var here = await NewAsync();
        var (cora, ann) = (await here.CoordinatorAsync(), await here.AddMemberAsync("Ann"));
        AccountId? to = kind switch
        {
            AccountKind.Team => await cora.OpensAsync(kind, "Walkers"),
            AccountKind.Awards => null,
            _ => await here.OwnAsync(kind),
        };
        var hold = await KeptAsync(cora, ann, 60);
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"holds/{hold}");
        var key = Guid.Parse(page.QuerySelector("form:has([name='Form.To']) [name='Form.RequestKey']")!.GetAttribute("value")!);
        page = await browser.SendAsync(
            page,
            new() { ["Form.To"] = to?.Value.ToString() ?? TakeHoldForm.Award },
            "form:has([name='Form.To'])"
        );
        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("The hours have moved.");
        page.QuerySelector("form:has([name='Form.To'])").ShouldBeNull();

        var (entry, postings) = await here.PostedAsync(key);
        (entry.Kind, entry.Reason).ShouldBe((entryKind, "The trip"));
        postings.ShouldBe([(ann.Account, -60), (to ?? await here.OwnAsync(AccountKind.Awards), 60)]);
        (await here.AccountAsync(ann)).Held.ShouldBe(0);
        (await ReleaseAsync(cora, hold)).ShouldBe(ReleaseHold.Outcome.NotOpen);
        await here.BooksAreSoundAsync();
    }

    [Fact]
    public async Task They_are_let_go_and_are_free_again()
    {
        var here = await NewAsync();
        var (cora, ann) = (await here.CoordinatorAsync(), await here.AddMemberAsync("Ann"));
        var hold = await KeptAsync(cora, ann, 60);
        var browser = await cora.BrowserAsync();
        var page = await browser.SendAsync(await browser.OpenAsync($"holds/{hold}"), [], "form:has([name='Free.RequestKey'])");
        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("free again");
        (await here.AccountAsync(ann)).Held.ShouldBe(0);
        (await browser.OpenAsync("holds?show=ended")).Body!.TextContent.ShouldContain("Let go");
        (await TakeAsync(cora, hold, TakeHoldForm.Award)).ShouldBe(TakeHold.Outcome.NotOpen);
        (await here.BalanceAsync(ann)).ShouldBe(120);
    }

    [Fact]
    public async Task After_their_last_day_they_run_out_by_themselves_and_not_before()
    {
        var here = await NewAsync();
        var (cora, ann) = (await here.CoordinatorAsync(), await here.AddMemberAsync("Ann"));
        var hold = await KeptAsync(cora, ann, 60, Today);
        var round = bank.Services.GetRequiredService<OutboxRound>();
        await round.RunAsync();
        (await here.AccountAsync(ann)).Held.ShouldBe(60);

        bank.Clock.Advance(TimeSpan.FromDays(2));
        await round.RunAsync();

        (await here.AccountAsync(ann)).Held.ShouldBe(0);
        (await here.ReadAsync(db => db.Holds.SingleAsync())).Status.ShouldBe(HoldStatus.RunOut);
        (await TakeAsync(cora, hold, TakeHoldForm.Award)).ShouldBe(TakeHold.Outcome.NotOpen);
        await here.BooksAreSoundAsync();
    }

    [Fact]
    public async Task Nobody_promises_what_they_cannot_pay_and_nobody_spends_what_is_promised()
    {
        var here = await NewAsync();
        var (cora, ann, bob) = (await here.CoordinatorAsync(), await here.AddMemberAsync("Ann"), await here.AddMemberAsync("Bob"));
        await KeptAsync(cora, ann, 360);
        var more = Form(ann, 75, null);
        (await cora.DoAsync((PlaceHold place) => place.HandleAsync(more))).ShouldBe(PlaceHold.Outcome.BelowFloor);
        (await cora.LogsAsync(bob, ann, 75)).Outcome.ShouldBe(Web.Features.Exchanges.LogOutcome.BelowFloor);
        (await cora.LogsAsync(bob, ann, 60)).Outcome.ShouldBe(Web.Features.Exchanges.LogOutcome.Logged);
        await here.BooksAreSoundAsync();
    }

    [Fact]
    public async Task A_promise_is_kept_though_the_floor_was_raised_since()
    {
        var here = await NewAsync();
        var (cora, ann) = (await here.CoordinatorAsync(), await here.AddMemberAsync("Ann"));
        var hold = await KeptAsync(cora, ann, 300);
        await here.WriteAsync(async db =>
        {
            await db.SetFloorAsync(ann.Account, 0);
            return 0;
        });
        (await TakeAsync(cora, hold, TakeHoldForm.Award)).ShouldBe(TakeHold.Outcome.Taken);
        (await here.BalanceAsync(ann)).ShouldBe(-180);
        await here.BooksAreSoundAsync();
    }

    [Fact]
    public async Task Another_organisation_sees_nothing_of_it()
    {
        var here = await NewAsync();
        var hold = await KeptAsync(await here.CoordinatorAsync(), await here.AddMemberAsync("Ann"), 60);
        var hilda = await bank.Hillside.CoordinatorAsync();
        var browser = await hilda.BrowserAsync();
        await browser.OpenAsync($"holds/{hold}");
        browser.Status.ShouldBe(HttpStatusCode.NotFound);
        (await TakeAsync(hilda, hold, TakeHoldForm.Award)).ShouldBe(TakeHold.Outcome.NotFound);
        (await ReleaseAsync(hilda, hold)).ShouldBe(ReleaseHold.Outcome.NotFound);
    }

    private DateOnly Today => DateOnly.FromDateTime(bank.Clock.GetUtcNow().UtcDateTime);

    private static PlaceHoldForm Form(MemberId member, long minutes, DateOnly? until) =>
        new()
        {
            Member = member.Value,
            HowMuch = DurationChoice.From(minutes),
            Purpose = "The trip",
            Until = until is { } day ? DateBoxes.From(day) : new(),
        };

    private static async Task<Guid> KeptAsync(Actor cora, MemberId member, long minutes, DateOnly? until = null)
    {
        var form = Form(member, minutes, until);
        (await cora.DoAsync((PlaceHold place) => place.HandleAsync(form))).ShouldBe(PlaceHold.Outcome.Placed);
        return form.RequestKey;
    }

    private static Task<TakeHold.Outcome> TakeAsync(Actor cora, Guid hold, string to) =>
        cora.DoAsync((TakeHold take) => take.HandleAsync(new() { Hold = hold, To = to }));

    private static Task<ReleaseHold.Outcome> ReleaseAsync(Actor cora, Guid hold) =>
        cora.DoAsync((ReleaseHold release) => release.HandleAsync(new() { Hold = hold }));

    private Task<Place> NewAsync() => bank.CreateAsync($"holds-{Guid.NewGuid():N}"[..28], "Hold Bank");
}
