using AngleSharp.Html.Dom;
using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Members;

/// <summary>Who leaves is asked what becomes of their hours, is thanked, and may come back under the same number.</summary>
public sealed class PeopleLeaveAndComeBackTests(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task What_is_left_goes_to_a_person_who_is_told_and_the_leaver_is_thanked()
    {
        var here = await NewAsync();
        var lou = await here.AddMemberAsync("Lou", "Leaving", "lou@leaves.example");
        var ann = await here.AddMemberAsync("Ann", "Gets", "ann@gets.example");
        var browser = await (await here.CoordinatorAsync()).BrowserAsync();
        var page = await browser.SendAsync(
            await browser.OpenAsync($"members/{lou.Value}/leave"),
            new()
            {
                ["Form.Reason"] = "Moves to Leeds",
                ["Form.Rest"] = LeaveForm.ToSomebody,
                ["Form.PersonTyped"] = "Gets",
            }
        );
        page.QuerySelector(".read-back")!.TextContent.ShouldContain("What Lou had left, 2 hours, goes to Ann Gets.");
        (await here.BalanceAsync(lou)).ShouldBe(120);
        var key = Key(page);
        page = await browser.SendAsync(page, []);
        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("Lou has left");

        var (entry, postings) = await here.PostedAsync(key);
        entry.Kind.ShouldBe(EntryKind.Leaving);
        postings.ShouldBe([(lou.Account, -120), (ann.Account, 120)]);
        (await here.AccountAsync(lou)).ClosedAt.ShouldNotBeNull();
        var letters = await LettersAsync(here);
        letters.ShouldContain(l =>
            l.Contains("lou@leaves.example", StringComparison.Ordinal) && l.Contains("Thank you for the time", StringComparison.Ordinal)
        );
        letters.ShouldContain(l =>
            l.Contains("ann@gets.example", StringComparison.Ordinal) && l.Contains("Lou Leaving has left us", StringComparison.Ordinal)
        );
        (await here.ReadAsync(db => db.AuditLines.SingleAsync(a => a.Deed == nameof(EndMembership)))).Reason.ShouldBe("Moves to Leeds");
        await here.BooksAreSoundAsync();
    }

    [Fact]
    public async Task Or_to_the_pot_of_a_hub()
    {
        var here = await NewAsync();
        var (cora, lou) = (await here.CoordinatorAsync(), await here.AddMemberAsync("Lou"));
        var pot = await cora.OpensAsync(AccountKind.Pot, "");
        var form = Form(lou, 120, pot.Value.ToString());
        (await LeaveAsync(cora, form)).ShouldBe(EndMembership.Outcome.Left);
        (await here.PostedAsync(form.RequestKey)).Postings.ShouldBe([(lou.Account, -120), (pot, 120)]);
        (await LeaveAsync(cora, form)).ShouldBe(EndMembership.Outcome.Left);
        (await here.BalanceAsync(pot)).ShouldBe(120);
    }

    [Fact]
    public async Task A_debt_is_taken_over_by_a_pot_that_has_enough_or_settled_later()
    {
        var here = await NewAsync();
        var (cora, lou, bob) = (
            await here.CoordinatorAsync(),
            await here.AddMemberAsync("Lou", "Leaving"),
            await here.AddMemberAsync("Bob")
        );
        await here.SpendsAsync(lou, 180);
        await here.FillsThePotAsync(bob, 45);
        var pot = await here.OwnAsync(AccountKind.Pot);
        var browser = await cora.BrowserAsync();
        var answers = new Dictionary<string, string?> { ["Form.Reason"] = "Moves away", ["Form.Rest"] = $"{pot.Value}" };
        var page = await browser.SendAsync(await browser.OpenAsync($"members/{lou.Value}/leave"), answers);
        page.QuerySelector("#f-DebtReason-error")!.TextContent.ShouldContain("Say why the debt is written off.");
        page = await browser.SendAsync(page, new() { ["Form.DebtReason"] = "She gave so much before" });
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("There is not as much in this pot.");
        page = await browser.SendAsync(page, new() { ["Form.Rest"] = LeaveForm.Later });
        page.QuerySelector(".read-back")!.TextContent.ShouldContain("Nobody asks for it.");
        await browser.SendAsync(page, []);
        var left = await here.ReadAsync(db => db.Members.SingleAsync(m => m.Id == lou));
        left.Status.ShouldBe(MemberStatus.Left);
        (await here.AccountAsync(lou)).ClosedAt.ShouldBeNull();

        await here.FillsThePotAsync(bob, 15);
        page = await browser.OpenAsync($"members/{lou.Value}");
        page.QuerySelector($"a[href$='/members/{lou.Value}/leave']").ShouldNotBeNull();
        answers["Form.DebtReason"] = "She gave so much before";
        page = await browser.SendAsync(await browser.OpenAsync($"members/{lou.Value}/leave"), answers);
        var key = Key(page);
        await browser.SendAsync(page, []);

        var (entry, postings) = await here.PostedAsync(key);
        (entry.Kind, entry.Reason).ShouldBe((EntryKind.WriteOff, "She gave so much before"));
        postings.ShouldBe([(pot, -60), (lou.Account, 60)]);
        (await here.AccountAsync(lou)).ClosedAt.ShouldNotBeNull();
        (await here.ReadAsync(db => db.Members.SingleAsync(m => m.Id == lou))).LeftOn.ShouldBe(left.LeftOn);
        await here.BooksAreSoundAsync();
    }

    [Fact]
    public async Task Promises_are_let_go_and_waiting_exchanges_are_listed()
    {
        var here = await NewAsync();
        var (cora, lou, bob) = (await here.CoordinatorAsync(), await here.MemberAsync("Lou"), await here.MemberAsync("Bob"));
        var hold = HoldId.New();
        var now = bank.Clock.GetUtcNow();
        await here.WriteAsync(db => db.PlaceHoldAsync(hold, lou.Member.Account, new(60), "The trip", now, null, cora.Id.Value));
        var (_, exchange) = await bob.GaveAsync(60, to: lou.Member);
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"members/{lou.Member.Value}/leave");
        page.QuerySelector($".notice-warn a[href$='/exchanges/{exchange.Value}/settle']").ShouldNotBeNull();
        var pot = (await here.OwnAsync(AccountKind.Pot)).Value.ToString();
        (await LeaveAsync(cora, Form(lou.Member, 120, pot))).ShouldBe(EndMembership.Outcome.ExchangesWait);
        await lou.ConfirmsAsync(exchange);
        (await LeaveAsync(cora, Form(lou.Member, 120, pot))).ShouldBe(EndMembership.Outcome.BalanceChanged);
        (await here.AccountAsync(lou.Member)).Held.ShouldBe(60);

        (await LeaveAsync(cora, Form(lou.Member, 60, pot))).ShouldBe(EndMembership.Outcome.Left);

        (await here.ReadAsync(db => db.Holds.SingleAsync())).Status.ShouldBe(HoldStatus.Released);
        (await here.BalanceAsync(lou.Member)).ShouldBe(0);
        await here.BooksAreSoundAsync();
    }

    [Fact]
    public async Task Nobody_writes_to_somebody_who_died_and_they_are_not_invited_back()
    {
        var here = await NewAsync();
        var (cora, lou) = (await here.CoordinatorAsync(), await here.AddMemberAsync("Lou", "Late", "lou@late.example"));
        var ann = await here.AddMemberAsync("Ann", "Kin", "ann@kin.example");
        var form = Form(lou, 120, LeaveForm.ToSomebody);
        (form.HasDied, form.Person) = (true, ann.Value);
        (await LeaveAsync(cora, form)).ShouldBe(EndMembership.Outcome.Left);
        var letters = await LettersAsync(here);
        letters.ShouldHaveSingleItem().ShouldContain("Lou Late has died.");
        letters[0].ShouldContain("ann@kin.example");
        var browser = await cora.BrowserAsync();
        (await browser.OpenAsync($"members/{lou.Value}")).QuerySelector("a[href$='/return']").ShouldBeNull();
        await browser.OpenAsync($"members/{lou.Value}/return");
        ((int)browser.Status).ShouldBe(404);
    }

    [Fact]
    public async Task Somebody_comes_back_with_the_same_number_and_no_second_welcome()
    {
        var here = await NewAsync();
        var (cora, lou, bob) = (
            await here.CoordinatorAsync(),
            await here.AddMemberAsync("Lou", "Back", "lou@back.example"),
            await here.AddMemberAsync("Bob")
        );
        var number = await here.ReadAsync(db => db.Members.Where(m => m.Id == lou).Select(m => m.Number).SingleAsync());
        await LeaveAsync(cora, Form(lou, 120, (await here.OwnAsync(AccountKind.Pot)).Value.ToString()));
        (await cora.LogsAsync(lou, bob, 60)).Outcome.ShouldBe(Web.Features.Exchanges.LogOutcome.NotTakingPart);
        var browser = await cora.BrowserAsync();
        var page = await browser.SendAsync(await browser.OpenAsync($"members/{lou.Value}/return"), new() { ["Form.Reason"] = "Missed us" });

        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("Lou is back.");
        var member = await here.ReadAsync(db => db.Members.SingleAsync(m => m.Id == lou));
        (member.Status, member.LeftOn, member.Number).ShouldBe((MemberStatus.Active, null, number));
        (await here.BalanceAsync(lou)).ShouldBe(0);
        (await cora.LogsAsync(bob, lou, 60)).Outcome.ShouldBe(Web.Features.Exchanges.LogOutcome.Logged);
        (await here.BalanceAsync(lou)).ShouldBe(-60);
        (await LettersAsync(here)).ShouldContain(l => l.Contains("we are glad of it", StringComparison.Ordinal));
        await here.BooksAreSoundAsync();
    }

    private static Guid Key(IHtmlDocument page) => Guid.Parse(page.QuerySelector("[name='Form.RequestKey']")!.GetAttribute("value")!);

    private static LeaveForm Form(MemberId member, long balance, string rest) =>
        new()
        {
            Member = member.Value,
            Balance = balance,
            Rest = rest,
            Reason = "Moves away",
        };

    private static Task<EndMembership.Outcome> LeaveAsync(Actor cora, LeaveForm form) =>
        cora.DoAsync((EndMembership end) => end.HandleAsync(form));

    private static Task<List<string>> LettersAsync(Place here) =>
        here.ReadAsync(db => db.Outbox.Where(o => o.Letter != "").Select(o => o.Letter).ToListAsync());

    private Task<Place> NewAsync() => bank.CreateAsync($"leaving-{Guid.NewGuid():N}"[..28], "Leaving Bank");
}
