using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>A floor starts a conversation and traps nobody: whoever cannot pay hears what can be done, and it can be done.</summary>
public sealed class FloorsHelpTests(Bank bank) : IClassFixture<Bank>
{
    private const string Confirming = "form:has([name='Yes.Door'])";

    [Fact]
    public async Task A_new_member_with_nothing_receives_first()
    {
        var here = await NewAsync();
        (await SaveAsync(here, form => form.WelcomeCredits = "0")).ShouldBe(ChangeSettings.Outcome.Changed);
        var (cora, bob) = (await here.CoordinatorAsync(), await here.AddMemberAsync("Bob"));
        var ann = await here.AddMemberAsync("Ann");
        (await here.BalanceAsync(ann)).ShouldBe(0);

        var (outcome, id) = await cora.LogsAsync(bob, ann, 60);

        outcome.ShouldBe(LogOutcome.Logged);
        var (entry, postings) = await here.PostedAsync(id);
        entry.Kind.ShouldBe(EntryKind.OneToOne);
        postings.ShouldBe([(ann.Account, -60), (bob.Account, 60)]);
    }

    [Fact]
    public async Task Beyond_the_soft_floor_the_broker_is_asked_to_ask_and_the_member_reads_kind_words()
    {
        var here = await NewAsync();
        var ann = await here.MemberAsync("Ann");
        var today = await (await here.CoordinatorAsync()).BrowserAsync();
        var home = await ann.BrowserAsync();
        await here.SpendsAsync(ann.Member, 120 + 165);
        (await today.OpenAsync("today")).Body!.TextContent.ShouldNotContain("Far below zero");
        (await home.OpenAsync("")).Body!.TextContent.ShouldNotContain("What would you enjoy giving?");

        await here.SpendsAsync(ann.Member, 15);

        var page = await today.OpenAsync("today");
        page.Body!.TextContent.ShouldContain("Far below zero: what would they like to give?");
        page.QuerySelector($"main .line-actions a[href$='/members/{ann.Member.Value}/offers/new']").ShouldNotBeNull();
        (await home.OpenAsync("")).Body!.TextContent.ShouldContain("What would you enjoy giving?");
        (await home.OpenAsync("statement")).Body!.TextContent.ShouldContain("What would you enjoy giving?");
    }

    [Fact]
    public async Task With_much_unspent_the_broker_is_asked_to_ask_and_the_member_reads_kind_words()
    {
        var here = await NewAsync();
        var ann = await here.MemberAsync("Ann");
        var home = await ann.BrowserAsync();
        (await home.OpenAsync("")).Body!.TextContent.ShouldNotContain("You have a lot to spend.");
        await here.EarnsAsync(ann.Member, 18 * 60);

        var page = await (await (await here.CoordinatorAsync()).BrowserAsync()).OpenAsync("today");

        page.QuerySelector($"main .line-actions a[href$='/members/{ann.Member.Value}/requests/new']").ShouldNotBeNull();
        (await home.OpenAsync("")).Body!.TextContent.ShouldContain("You have a lot to spend.");
    }

    [Fact]
    public async Task A_soft_floor_below_the_hard_one_is_no_answer()
    {
        var here = await NewAsync();
        var browser = await (await here.StaffAsync("Mo", Role.Manager)).BrowserAsync();
        var page = await browser.SendAsync(await browser.OpenAsync("settings"), new() { ["Form.Floor"] = "4", ["Form.SoftFloor"] = "4.5" });
        page.QuerySelector("#f-SoftFloor-error")!.TextContent.ShouldContain("members may go 4 hours below zero");
        await browser.SendAsync(page, new() { ["Form.SoftFloor"] = "4" });
        browser.Path.ShouldContain("saved=yes");
        (await here.ReadAsync(db => db.Settings.Select(s => s.SoftFloorMinutes).SingleAsync())).ShouldBe(-240);
    }

    [Fact]
    public async Task A_limit_of_ones_own_stays_when_everybodys_changes_and_is_told_kindly()
    {
        var here = await NewAsync();
        var (ann, bob) = (await here.MemberAsync("Ann"), await here.AddMemberAsync("Bob"));
        var browser = await (await here.CoordinatorAsync()).BrowserAsync();
        var page = await browser.OpenAsync($"members/{ann.Member.Value}/floor");
        page = await browser.SendAsync(
            page,
            new()
            {
                ["Form.IsOwn"] = "True",
                ["Form.Hours"] = "10",
                ["Form.Reason"] = " ",
            }
        );
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Say why");
        page = await browser.SendAsync(page, new() { ["Form.Reason"] = "After the fall" });
        page.Body!.TextContent.ShouldContain("10 hours, agreed with them: “After the fall”");
        (await here.ReadAsync(db => db.AuditLines.SingleAsync(a => a.Deed == nameof(SetMemberFloor)))).Reason.ShouldBe("After the fall");

        await SaveAsync(here, form => form.Floor = "1");

        (await here.AccountAsync(ann.Member)).Floor.ShouldBe(-600);
        (await here.AccountAsync(bob)).Floor.ShouldBe(-60);
        (await (await ann.BrowserAsync()).OpenAsync("")).Body!.TextContent.ShouldContain("you may receive up to 10 time credits more");
        page = await browser.OpenAsync($"members/{ann.Member.Value}/floor");
        await browser.SendAsync(page, new() { ["Form.IsOwn"] = "False", ["Form.Reason"] = "She is well again" });
        (await here.AccountAsync(ann.Member)).Floor.ShouldBe(-60);
    }

    [Fact]
    public async Task Whoever_is_below_a_raised_floor_may_stay_there_and_rise()
    {
        var here = await NewAsync();
        var (cora, ann, bob) = (await here.CoordinatorAsync(), await here.AddMemberAsync("Ann"), await here.AddMemberAsync("Bob"));
        await here.SpendsAsync(ann, 360);

        await SaveAsync(here, form => (form.Floor, form.SoftFloor) = ("1", "1"));

        (await here.AccountAsync(ann)).FloorPassedTo.ShouldBe(-240);
        (await cora.LogsAsync(bob, ann, 15)).Outcome.ShouldBe(LogOutcome.BelowFloor);
        (await cora.LogsAsync(ann, bob, 60)).Outcome.ShouldBe(LogOutcome.Logged);
        (await here.BalanceAsync(ann)).ShouldBe(-180);
        await here.BooksAreSoundAsync();
    }

    [Theory]
    [InlineData(WayOut.Pot, EntryKind.Draw, AccountKind.Pot)]
    [InlineData(WayOut.Organisation, EntryKind.ForTheOrganisation, AccountKind.Organisation)]
    [InlineData(WayOut.LetPass, EntryKind.OneToOne, null)]
    public async Task A_coordinator_who_logs_for_somebody_at_the_floor_chooses_who_pays(WayOut way, EntryKind kind, AccountKind? payer)
    {
        var here = await NewAsync();
        var (ann, bob) = (await here.AddMemberAsync("Ann", "Atfloor"), await here.AddMemberAsync("Bob", "Giver"));
        await here.FillsThePotAsync(bob, 90);
        await here.SpendsAsync(ann, 420);
        var browser = await (await here.CoordinatorAsync()).BrowserAsync();
        var answers = new Dictionary<string, string?>
        {
            ["Form.GiverTyped"] = "Giver",
            ["Form.ReceiverTyped"] = "Atfloor",
            ["Form.HowLong.Typed"] = "1:30",
            ["Form.Description"] = "Shopping",
        };
        var page = await browser.OpenAsync("desk/log");
        page.QuerySelector("[name='Form.Paid.Way']").ShouldBeNull();
        page = await browser.SendAsync(page, answers);
        page.QuerySelector("#f-Way-error")!.TextContent.ShouldContain("Choose below how it is paid for.");
        (await here.BalanceAsync(bob)).ShouldBe(30);
        page = await browser.SendAsync(page, new() { ["Form.Paid.Way"] = $"{way}" });
        page.QuerySelector("#f-Why-error")!.TextContent.ShouldContain("Say why");
        page.QuerySelector("[name='Form.Description']")!.GetAttribute("value").ShouldBe("Shopping");
        page = await browser.SendAsync(page, new() { ["Form.Paid.Way"] = $"{way}", ["Form.Paid.Why"] = "She broke her hip" });
        page.Body!.TextContent.ShouldContain("Logged. Log another?");

        var exchange = await here.ReadAsync(db => db.Exchanges.SingleAsync());
        exchange.ReceiverId.ShouldBe(ann);
        var (entry, postings) = await here.PostedAsync(exchange.Id.Value);
        (entry.Kind, entry.Reason, entry.PassedFloor).ShouldBe((kind, "She broke her hip", way == WayOut.LetPass));
        entry.ActedBy.ShouldNotBeNull();
        postings.ShouldBe([(payer is { } named ? await here.OwnAsync(named) : ann.Account, -90), (bob.Account, 90)]);
        page = await browser.OpenAsync($"exchanges/{exchange.Id.Value}/settle");
        page.Body!.TextContent.ShouldContain("She broke her hip");
        await browser.SendAsync(page, new() { ["No.Reason"] = "It was next week" }, "form:has([name='No.Reason'])");
        (await here.BalanceAsync(ann)).ShouldBe(-300);
        (await here.BalanceAsync(bob)).ShouldBe(30);
        await here.BooksAreSoundAsync();
    }

    [Fact]
    public async Task A_yes_that_cannot_move_the_hours_waits_and_the_coordinator_lets_another_pay()
    {
        var here = await NewAsync();
        var (ann, bob) = (await here.MemberAsync("Ann"), await here.MemberAsync("Bob"));
        var (_, id) = await bob.GaveAsync(60, to: ann.Member);
        await here.SpendsAsync(ann.Member, 420);
        (await ann.ConfirmsAsync(id)).ShouldBe(AnswerExchange.Outcome.BelowFloor);
        var browser = await (await here.CoordinatorAsync()).BrowserAsync();

        var page = await browser.SendAsync(await browser.OpenAsync($"exchanges/{id.Value}/settle"), [], Confirming);
        page.QuerySelector("#f-Way-error")!.TextContent.ShouldContain("Choose below how it is paid for.");
        page = await browser.SendAsync(page, new() { ["Yes.Paid.Way"] = "Pot", ["Yes.Paid.Why"] = "" }, Confirming);
        page.QuerySelector("#f-Why-error")!.TextContent.ShouldContain("Say why");
        page = await browser.SendAsync(page, new() { ["Yes.Paid.Way"] = "Pot", ["Yes.Paid.Why"] = "She is ill" }, Confirming);
        page.QuerySelector("#f-Way-error")!.TextContent.ShouldContain("The community pot has not as much.");
        page = await browser.SendAsync(page, new() { ["Yes.Paid.Way"] = "Organisation", ["Yes.Paid.Why"] = "She is ill" }, Confirming);

        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("Confirmed");
        var (entry, postings) = await here.PostedAsync(id.Value);
        (entry.Kind, entry.Reason).ShouldBe((EntryKind.ForTheOrganisation, "She is ill"));
        postings.ShouldBe([(await here.OwnAsync(AccountKind.Organisation), -60), (bob.Member.Account, 60)]);
        (await (await bob.BrowserAsync()).OpenAsync("statement")).Body!.TextContent.ShouldContain("You gave Ann Example an hour, paid by");
        await here.BooksAreSoundAsync();
    }

    [Fact]
    public async Task Hours_moved_by_hand_may_pass_the_floor_once_with_a_reason()
    {
        var here = await NewAsync();
        var (cora, ann) = (await here.CoordinatorAsync(), await here.AddMemberAsync("Ann", "Atfloor"));
        await here.SpendsAsync(ann, 420);
        var browser = await cora.BrowserAsync();
        var answers = new Dictionary<string, string?>
        {
            ["Form.MemberTyped"] = "Atfloor",
            ["Form.HowMuch.Choice"] = "60",
            ["Form.Words"] = "A walking stick, she needs it now",
        };
        var page = await browser.OpenAsync("accounts/move?kind=award");
        page.QuerySelector("[name='Form.LetPass']").ShouldBeNull();
        page = await browser.SendAsync(page, answers);
        page.Body!.TextContent.ShouldContain("Tick the box to let them this once");
        page = await browser.SendAsync(page, new() { ["Form.LetPass"] = "true" });
        page = await browser.SendAsync(page, []);
        page.Body!.TextContent.ShouldContain("The hours have moved.");

        var entry = await here.ReadAsync(db => db.Entries.SingleAsync(e => e.Kind == EntryKind.Award));
        (entry.PassedFloor, entry.Reason, entry.ActedBy).ShouldBe((true, "A walking stick, she needs it now", cora.Id.Value));
        (await here.BalanceAsync(ann)).ShouldBe(-360);
        await here.BooksAreSoundAsync();
    }

    [Fact]
    public async Task Where_a_registers_difference_goes_is_the_organisations_usual_way()
    {
        var here = await NewAsync();
        await SaveAsync(here, form => form.RegisterDifference = Web.Features.Activities.Difference.Pot);
        var page = await (await (await here.CoordinatorAsync()).BrowserAsync()).OpenAsync("register");
        page.QuerySelector("[name='Form.Difference'][checked]")!.GetAttribute("value").ShouldBe("Pot");
    }

    [Fact]
    public async Task A_member_who_joins_just_after_a_change_has_the_new_floor()
    {
        var here = await NewAsync();
        await here.WriteAsync(db => db.Settings.ExecuteUpdateAsync(s => s.SetProperty(x => x.FloorMinutes, -30)));
        var ann = await here.AddMemberAsync("Ann"); // the profile still remembers the old one
        (await here.AccountAsync(ann)).Floor.ShouldBe(-30);
    }

    private static async Task<ChangeSettings.Outcome> SaveAsync(Place here, Action<ChangeSettingsForm> change)
    {
        var manager = await here.StaffAsync("Mo", Role.Manager);
        var form = await manager.DoAsync((SettingsQuery query) => query.FormAsync());
        change(form);
        return await manager.DoAsync((ChangeSettings settings) => settings.HandleAsync(form));
    }

    private Task<Place> NewAsync() => bank.CreateAsync($"floors-{Guid.NewGuid():N}"[..28], "Floor Bank");
}
