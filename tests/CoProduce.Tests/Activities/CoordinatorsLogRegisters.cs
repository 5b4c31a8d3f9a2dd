using System.Net;
using AngleSharp.Html.Dom;
using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Activities;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Activities;

public sealed class CoordinatorsLogRegisters(Bank bank) : IClassFixture<Bank>
{
    private static Dictionary<string, string?> Typed(string gave, string took, string difference = "Organisation", string howLong = "1") =>
        new()
        {
            ["Form.Gave"] = gave,
            ["Form.TookPart"] = took,
            ["Form.HowLong.Typed"] = howLong,
            ["Form.Description"] = "The sewing class",
            ["Form.Difference"] = difference,
            ["Form.Step"] = RegisterForm.Look,
        };

    private static readonly Dictionary<string, string?> Yes = new() { ["Form.Step"] = RegisterForm.Post };

    [Fact]
    public async Task A_class_where_each_pays_and_the_leader_earns_the_hours_led()
    {
        var here = await NewAsync();
        var (lena, ann, bob) = (
            await here.AddMemberAsync("Lena", "Leader"),
            await here.AddMemberAsync("Ann"),
            await here.AddMemberAsync("Bob")
        );
        var (browser, page) = await ReadBackAsync(here, Typed("leader = 1:30", "ann\nbob\n"));
        page.QuerySelector("#read-back-title").ShouldNotBeNull();
        page.Body!.TextContent.ShouldContain("gets half an hour");
        (await here.BalanceAsync(lena)).ShouldBe(120);
        var done = await browser.SendAsync(page, Yes);
        done.QuerySelector(".notice-done").ShouldNotBeNull(browser.Body);
        (await here.BalanceAsync(lena)).ShouldBe(210);
        (await here.BalanceAsync(ann)).ShouldBe(60);
        (await here.BalanceAsync(bob)).ShouldBe(60);
        (await OwnAsync(here, AccountKind.Organisation)).ShouldBe(30);
        var register = await here.ReadAsync(db => db.Registers.SingleAsync());
        register.Shape.ShouldBe(RegisterShape.OneToMany);
        var entry = await here.ReadAsync(db => db.Entries.SingleAsync(e => e.Id == register.EntryId));
        (entry.Kind, entry.Reason, entry.SubjectKind, entry.SubjectId).ShouldBe(
            (EntryKind.Group, "The sewing class", LedgerSubject.Register, register.Id.Value)
        );
    }

    [Fact]
    public async Task A_class_that_shares_what_the_leader_earns_with_no_minute_lost()
    {
        var here = await NewAsync();
        var leader = await here.AddMemberAsync("Lena", "Leader");
        var learners = new List<MemberId>();
        for (var i = 0; i < 7; i++)
            learners.Add(await here.AddMemberAsync($"Learner{i}"));
        var (browser, page) = await ReadBackAsync(
            here,
            Typed("leader", string.Join('\n', Enumerable.Range(0, 7).Select(i => $"learner{i}")), "Shared")
        );
        await browser.SendAsync(page, Yes);
        (await here.BalanceAsync(leader)).ShouldBe(180);
        var spent = new List<long>();
        foreach (var learner in learners)
            spent.Add(120 - await here.BalanceAsync(learner));
        spent.ShouldBe([9, 9, 9, 9, 8, 8, 8]);
        (await OwnAsync(here, AccountKind.Organisation)).ShouldBe(0);
    }

    [Fact]
    public async Task Many_hands_for_one_where_the_organisation_covers_the_rest()
    {
        var here = await NewAsync();
        var (ann, bob, cy, olive) = (
            await here.AddMemberAsync("Ann"),
            await here.AddMemberAsync("Bob"),
            await here.AddMemberAsync("Cy"),
            await here.AddMemberAsync("Olive")
        );
        var (browser, page) = await ReadBackAsync(here, Typed("ann\nbob\ncy", "olive = 2", howLong: "3"));
        await browser.SendAsync(page, Yes);
        foreach (var hand in new[] { ann, bob, cy })
            (await here.BalanceAsync(hand)).ShouldBe(300);
        (await here.BalanceAsync(olive)).ShouldBe(0);
        (await OwnAsync(here, AccountKind.Organisation)).ShouldBe(-420);
        (await here.ReadAsync(db => db.Registers.SingleAsync())).Shape.ShouldBe(RegisterShape.ManyToOne);
    }

    [Fact]
    public async Task A_garden_day_that_the_organisation_pays_for_and_by_numbers()
    {
        var here = await NewAsync();
        var (ann, bob) = (await here.AddMemberAsync("Ann"), await here.AddMemberAsync("Bob"));
        var numbers = await here.ReadAsync(db => db.Members.ToDictionaryAsync(m => m.Id, m => m.Number));
        var (browser, page) = await ReadBackAsync(here, Typed($"{numbers[ann]}\r\n{numbers[bob]} = 45 min", ""));
        await browser.SendAsync(page, Yes);
        (await here.BalanceAsync(ann)).ShouldBe(180);
        (await here.BalanceAsync(bob)).ShouldBe(165);
        (await OwnAsync(here, AccountKind.Organisation)).ShouldBe(-105);
        (await here.ReadAsync(db => db.Registers.SingleAsync())).Shape.ShouldBe(RegisterShape.ManyToMany);
    }

    [Theory]
    [InlineData(RegisterForm.ByThePot, 120, -120, 480)]
    [InlineData(RegisterForm.ByTheOrganisation, 120, 0, 360)]
    [InlineData(RegisterForm.LetPass, 0, 0, 480)]
    [InlineData(RegisterForm.LeaveOut, 120, 0, 360)]
    public async Task Those_who_cannot_pay_are_named_and_one_click_settles_it(string way, long poorAfter, long potMoved, long ownAfter)
    {
        var here = await NewAsync();
        var (leader, ann, poor) = (
            await here.AddMemberAsync("Lena", "Leader"),
            await here.AddMemberAsync("Ann"),
            await here.AddMemberAsync("Poor", "One")
        );
        await GiveToPotAsync(here, leader, 120);
        await here.WriteAsync(async db =>
        {
            await db.SetFloorAsync(poor.Account, 60);
            return 0;
        });
        var (browser, page) = await ReadBackAsync(here, Typed("leader = 1", "ann = 7\npoor one = 2"));
        var refused = await browser.SendAsync(page, Yes);
        var notice = refused.QuerySelector(".notice-warn")!.TextContent;
        notice.ShouldContain("Poor One");
        notice.ShouldNotContain("Ann Example");
        (await here.ReadAsync(db => db.Registers.CountAsync())).ShouldBe(0);
        refused.QuerySelector("[name='Form.TookPart']")!.TextContent.ShouldContain("poor one = 2");
        var noReason = await browser.SendAsync(refused, new() { ["Form.Step"] = way });
        var done =
            way == RegisterForm.LetPass
                ? await browser.SendAsync(refused, new() { ["Form.Step"] = way, ["Form.PassReason"] = "She is new" })
                : noReason;
        done.QuerySelector(".notice-done").ShouldNotBeNull(browser.Body);
        (await here.BalanceAsync(leader)).ShouldBe(60);
        (await here.BalanceAsync(ann)).ShouldBe(-300);
        (await here.BalanceAsync(poor)).ShouldBe(poorAfter);
        (await OwnAsync(here, AccountKind.Pot) - 120).ShouldBe(potMoved);
        (await OwnAsync(here, AccountKind.Organisation)).ShouldBe(ownAfter);
        if (way == RegisterForm.LetPass)
            done.Body!.TextContent.ShouldContain("She is new");
    }

    [Fact]
    public async Task When_the_pot_is_short_they_are_asked_about_again()
    {
        var here = await NewAsync();
        var leader = await here.AddMemberAsync("Lena", "Leader");
        var poor = await here.AddMemberAsync("Poor", "One");
        await here.AddMemberAsync("Ann");
        await here.WriteAsync(async db =>
        {
            await db.SetFloorAsync(poor.Account, 60);
            return 0;
        });
        var (browser, page) = await ReadBackAsync(here, Typed("leader = 1", "ann = 1\npoor one = 2"));
        page = await browser.SendAsync(page, Yes);
        page = await browser.SendAsync(page, new() { ["Form.Step"] = RegisterForm.ByThePot });
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("The community pot has not enough.");
        page.QuerySelector(".notice-warn")!.TextContent.ShouldContain("Poor One");
        page = await browser.SendAsync(page, new() { ["Form.Step"] = RegisterForm.ByTheOrganisation });
        page.QuerySelector(".notice-done").ShouldNotBeNull(browser.Body);
        (await here.BalanceAsync(leader)).ShouldBe(180);
        (await here.BalanceAsync(poor)).ShouldBe(120);
    }

    [Fact]
    public async Task A_line_that_is_not_understood_is_named_by_its_number_and_nothing_is_lost()
    {
        var here = await NewAsync();
        foreach (var first in new[] { "Ann", "Bob", "Twin", "Twin", "Gone" })
            await here.AddMemberAsync(first, first == "Twin" ? $"T{Guid.NewGuid():N}"[..6] : "Example");
        await here.WriteAsync(db =>
            db.Members.Where(m => m.FirstName == "Gone").ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Left))
        );
        var (_, page) = await ReadBackAsync(here, Typed("ann\nnobody-here", "bob = 13\ntwin\ngone\nann\nbob = 10 min\nbob = soon"));
        var errors = page.QuerySelector(".error-summary")!.TextContent;
        foreach (
            var said in new[]
            {
                "Line 2: nobody here answers to “nobody-here”",
                "Line 1: at most",
                "Line 2: “twin” could be",
                "Line 3: Gone Example is suspended or has left",
                "Line 4: Ann Example is on this register already",
                "Line 5: time is logged in steps",
                "Line 6: say how long",
            }
        )
            errors.ShouldContain(said);
        page.QuerySelector("#read-back-title").ShouldBeNull();
        page.QuerySelector("[name='Form.TookPart']")!.TextContent.ShouldContain("twin");
    }

    [Fact]
    public async Task What_was_changed_after_reading_back_is_read_back_again()
    {
        var here = await NewAsync();
        var (ann, _) = (await here.AddMemberAsync("Ann"), await here.AddMemberAsync("Bob"));
        var (browser, page) = await ReadBackAsync(here, Typed("ann\nbob", ""));
        var again = await browser.SendAsync(page, new(Yes) { ["Form.HowLong.Typed"] = "2" });
        again.QuerySelector("#read-back-title").ShouldNotBeNull();
        (await here.BalanceAsync(ann)).ShouldBe(120);
        for (var i = 0; i < 2; i++)
            (await browser.SendAsync(again, Yes)).QuerySelector(".notice-done").ShouldNotBeNull();
        (await here.BalanceAsync(ann)).ShouldBe(240);
    }

    [Fact]
    public async Task Undone_with_a_reason_all_goes_back_and_everybody_is_told()
    {
        var here = await NewAsync();
        var (ann, bob) = (await here.MemberAsync("Ann", email: "ann@garden.example"), await here.AddMemberAsync("Bob"));
        var (browser, page) = await ReadBackAsync(here, Typed("ann\nbob", ""));
        var done = await browser.SendAsync(page, Yes);
        var register = browser.Path;
        (await browser.SendAsync(done, new() { ["Form.Reason"] = " " }))
            .QuerySelector(".error-summary")!
            .TextContent.ShouldContain("Say why");
        var undone = await browser.SendAsync(done, new() { ["Form.Reason"] = "It rained" });
        undone.QuerySelector(".notice-done").ShouldNotBeNull(browser.Body);
        undone.QuerySelector(".notice-warn")!.TextContent.ShouldContain("It rained");
        undone.QuerySelector("[name='Form.Reason']").ShouldBeNull();
        (await ann.BalanceAsync()).ShouldBe(120);
        (await here.BalanceAsync(bob)).ShouldBe(120);
        var letters = await here.ReadAsync(db => db.Outbox.Where(o => o.Letter != "").Select(o => o.Letter).ToListAsync());
        letters.Count(l => l.Contains("The sewing class", StringComparison.Ordinal)).ShouldBe(2);
        letters.ShouldContain(l => l.Contains("It rained", StringComparison.Ordinal));
        var statement = await (await ann.BrowserAsync()).OpenAsync("statement");
        statement.Body!.TextContent.ShouldContain("You gave an hour with others: The sewing class");
        var hilda = await (await bank.Hillside.CoordinatorAsync()).BrowserAsync();
        await hilda.OpenAsync(register.Split('?')[0].Replace(here.Slug, "hillside", StringComparison.Ordinal));
        hilda.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("ann", "bob", "several people")]
    [InlineData("", "bob", "Write who gave")]
    public async Task Two_people_are_no_register(string gave, string took, string says)
    {
        var here = await NewAsync();
        await here.AddMemberAsync("Ann");
        await here.AddMemberAsync("Bob");
        var (_, page) = await ReadBackAsync(here, Typed(gave, took));
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain(says);
    }

    private static async Task GiveToPotAsync(Place here, MemberId from, long minutes) =>
        await here.WriteAsync(async db =>
        {
            var pot = await db.AccountOfAsync(AccountKind.Pot, default);
            var gift = Entry.Gift(from.Account, pot, new(minutes), new(2026, 11, 1));
            (
                await db.PostAsync(gift, new(null, null, Door.Job), gift.Id.Value, LedgerSubject.Gift, null, here.Bank.Clock.GetUtcNow())
            ).IsPosted.ShouldBeTrue();
            return 0;
        });

    private static Task<long> OwnAsync(Place here, AccountKind kind) =>
        here.ReadAsync(db => db.Accounts.Where(a => a.Kind == kind).SumAsync(a => a.Balance));

    private Task<Place> NewAsync() => bank.CreateAsync($"registers-{Guid.NewGuid():N}"[..30], "Garden Bank");

    private static async Task<(Browser Browser, IHtmlDocument Page)> ReadBackAsync(Place here, Dictionary<string, string?> typed)
    {
        var browser = await (await here.CoordinatorAsync()).BrowserAsync();
        return (browser, await browser.SendAsync(await browser.OpenAsync("register"), typed));
    }
}
