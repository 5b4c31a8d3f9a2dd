using CoProduce.Tests.Support;
using CoProduce.Web.Features.Activities;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Care;

/// <summary>A restriction speaks up where it would be broken; a coordinator reads it with one tick, which is kept, and decides.</summary>
public sealed class WarningsAreRead(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task When_help_is_logged_it_waits_for_the_tick_and_who_read_it_is_kept()
    {
        var (here, cora, browser) = await NewAsync();
        var (bob, rosa) = (await here.AddMemberAsync("Bob", "Giver"), await here.AddMemberAsync("Rosa", "Taker"));
        var rule = await cora.RestrictsAsync(bob, RestrictionKind.NoHomeVisits, "the hall is fine");
        var page = await browser.SendAsync(await browser.OpenAsync("desk/log"), Typed());
        page.QuerySelector(".notice-warn")!.TextContent.ShouldContain("Bob Giver: no home visits (the hall is fine).");
        (await here.BalanceAsync(bob)).ShouldBe(120);
        (await here.ReadAsync(db => db.CareMarks.AnyAsync())).ShouldBeFalse();
        page = await browser.SendAsync(page, []);
        page.QuerySelector(".notice-done").ShouldBeNull(); // not without the tick
        page = await browser.SendAsync(page, new() { ["Form.Care.IsRead"] = "true" });
        page.QuerySelector(".notice-done").ShouldNotBeNull(browser.Body);
        (await here.BalanceAsync(bob)).ShouldBe(150);
        var mark = await here.ReadAsync(db => db.CareMarks.SingleAsync());
        var exchange = await here.ReadAsync(db => db.Exchanges.SingleAsync());
        (mark.SubjectId, mark.MemberId, mark.RestrictionId, mark.ReadBy).ShouldBe((exchange.Id.Value, bob, rule, cora.Id));
        _ = rosa;
    }

    [Fact]
    public async Task One_that_came_up_after_the_page_was_shown_is_not_ticked_away()
    {
        var (here, cora, browser) = await NewAsync();
        var (bob, rosa) = (await here.AddMemberAsync("Bob", "Giver"), await here.AddMemberAsync("Rosa", "Taker"));
        await cora.RestrictsAsync(bob, RestrictionKind.NoHomeVisits);
        var page = await browser.SendAsync(await browser.OpenAsync("desk/log"), Typed());
        await cora.RestrictsAsync(rosa, RestrictionKind.TwoPeople);
        page = await browser.SendAsync(page, new() { ["Form.Care.IsRead"] = "true" });
        page.QuerySelector(".notice-warn")!.TextContent.ShouldContain("Rosa Taker: always two people with them.");
        page.QuerySelector("[name='Form.Care.IsRead'][checked]").ShouldBeNull();
        (await here.ReadAsync(db => db.Exchanges.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_lifted_one_and_one_that_is_over_are_silent()
    {
        var (here, cora, browser) = await NewAsync();
        var (bob, _) = (await here.AddMemberAsync("Bob", "Giver"), await here.AddMemberAsync("Rosa", "Taker"));
        var rule = await cora.RestrictsAsync(bob, RestrictionKind.CoordinatorPresent);
        var review = new ReviewForm
        {
            Member = bob.Value,
            Restriction = rule.Value,
            IsLifted = true,
            Reason = "Probation is over",
        };
        (await cora.DoAsync((ReviewRestriction r) => r.HandleAsync(review))).ShouldBe(ReviewRestriction.Outcome.Lifted);
        (await browser.SendAsync(await browser.OpenAsync("desk/log"), Typed())).QuerySelector(".notice-done").ShouldNotBeNull();
        (await here.ReadAsync(db => db.AuditLines.SingleAsync(a => a.Deed == "LiftRestriction"))).Reason.ShouldBe("Probation is over");
    }

    [Theory]
    [InlineData(17, true)]
    [InlineData(18, false)]
    public async Task Nobody_under_18_speaks_only_where_somebody_is(int age, bool speaks)
    {
        var (here, cora, browser) = await NewAsync();
        var (bob, rosa) = (await here.AddMemberAsync("Bob", "Giver"), await here.AddMemberAsync("Rosa", "Taker"));
        await here.WriteAsync(db =>
            db.MemberContacts.Where(c => c.MemberId == rosa)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.BornOn, Caring.Today.AddYears(-age)))
        );
        await here.WriteAsync(db => Task.FromResult(db.GuardianConsents.Add(AGuardianSaysYesFirst.Yes(rosa, Caring.Today))));
        await cora.RestrictsAsync(bob, RestrictionKind.NoMinors);
        var page = await browser.SendAsync(await browser.OpenAsync("desk/log"), Typed());
        (page.QuerySelector(".notice-warn")?.TextContent.Contains("not with anybody under 18", StringComparison.Ordinal) == true).ShouldBe(
            speaks
        );
    }

    [Fact]
    public async Task A_register_asks_too_and_three_people_are_never_alone()
    {
        var (here, cora, browser) = await NewAsync();
        var (bob, rosa) = (await here.AddMemberAsync("Bob", "Giver"), await here.AddMemberAsync("Rosa", "Taker"));
        await here.AddMemberAsync("Una", "Third");
        await cora.RestrictsAsync(rosa, RestrictionKind.TwoPeople);
        await cora.RestrictsAsync(bob, RestrictionKind.CoordinatorPresent);
        var page = await browser.SendAsync(
            await browser.OpenAsync("register"),
            new()
            {
                ["Form.Gave"] = "giver",
                ["Form.TookPart"] = "taker\nthird",
                ["Form.HowLong.Typed"] = "1",
                ["Form.Description"] = "The class",
                ["Form.Step"] = RegisterForm.Look,
            }
        );
        var warning = page.QuerySelector(".notice-warn")!.TextContent;
        warning.ShouldContain("Bob Giver: only with a coordinator there.");
        warning.ShouldNotContain("Rosa");
        page = await browser.SendAsync(page, new() { ["Form.Care.IsRead"] = "true", ["Form.Step"] = RegisterForm.Look });
        page = await browser.SendAsync(page, new() { ["Form.Step"] = RegisterForm.Post });
        page.QuerySelector(".notice-done").ShouldNotBeNull(browser.Body);
        (await here.ReadAsync(db => db.CareMarks.SingleAsync())).ReadBy.ShouldBe(cora.Id);
    }

    [Fact]
    public async Task Members_who_log_themselves_hear_nothing_of_it()
    {
        var (here, cora, browser) = await NewAsync();
        var (bob, rosa) = (await here.MemberAsync("Bob", "Giver"), await here.MemberAsync("Rosa", "Taker"));
        await cora.RestrictsAsync(bob.Member, RestrictionKind.NoHomeVisits);
        var (outcome, exchange) = await rosa.ReceivedAsync(60, from: bob.Member);
        outcome.ShouldBe(CoProduce.Web.Features.Exchanges.LogOutcome.Logged);
        foreach (var member in new[] { bob, rosa })
            (await (await member.BrowserAsync()).OpenAsync($"exchanges/{exchange.Value}")).Body!.TextContent.ShouldNotContain(
                "home visits"
            );
        (await browser.OpenAsync("checks/look")).Body!.TextContent.ShouldContain("Bob Giver: no home visits.");
    }

    private async Task<(Place Here, Actor Cora, Browser Browser)> NewAsync()
    {
        var here = await bank.CreateAsync($"careful-{Guid.NewGuid():N}"[..30], "Careful");
        var cora = await here.CoordinatorAsync();
        return (here, cora, await cora.BrowserAsync());
    }

    private static Dictionary<string, string?> Typed() =>
        new()
        {
            ["Form.GiverTyped"] = "giver",
            ["Form.ReceiverTyped"] = "taker",
            ["Form.HowLong.Typed"] = "0:30",
            ["Form.Description"] = "A shelf hung",
        };
}
