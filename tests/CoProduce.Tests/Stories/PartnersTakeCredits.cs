using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>Taff Housing: what tenants earn buys them a swim or a seat, and the partner spends it again on volunteers. Curitiba: bags brought in earn travel.</summary>
public sealed class PartnersTakeCredits(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task A_partner_takes_credits_and_spends_them_on_members_time()
    {
        var here = await bank.CreateAsync("taff", "Taff Housing");
        var (cora, ann) = (await here.CoordinatorAsync(), await here.AddMemberAsync("Ann"));
        var pool = await cora.OpensAsync(AccountKind.Partner, "The pool");
        var (swim, poolside) = (
            Books.Move(MoveKind.Partner, ann, 60, "A swim", pool),
            Books.Move(MoveKind.Partner, ann, 45, "Poolside help", pool)
        );
        poolside.PartnerPays = true;
        (await cora.MovesAsync(poolside)).ShouldBe(MoveHours.Outcome.AccountBelowFloor);

        (await cora.MovesAsync(swim)).ShouldBe(MoveHours.Outcome.Moved);
        (await cora.MovesAsync(poolside)).ShouldBe(MoveHours.Outcome.Moved);

        (await here.PostedAsync(swim.RequestKey)).Postings.ShouldBe([(ann.Account, -60), (pool, 60)]);
        (await here.PostedAsync(poolside.RequestKey)).Postings.ShouldBe([(pool, -45), (ann.Account, 45)]);
        var statement = (await (await cora.BrowserAsync()).OpenAsync($"accounts/{pool.Value}")).Body!.TextContent;
        statement.ShouldContain("A swim");
        statement.ShouldContain("Poolside help");
        await here.BooksAreSoundAsync();
    }

    [Fact]
    public async Task Bags_brought_in_earn_by_a_rule_and_buy_travel_and_a_changed_rule_changes_no_history()
    {
        var here = await bank.CreateAsync("curitiba", "Curitiba");
        var (cora, ann) = (await here.CoordinatorAsync(), await here.AddMemberAsync("Ana", "Bags"));
        var manager = await (await here.StaffAsync("Mo", Role.Manager)).BrowserAsync();
        var rule = await manager.SendAsync(
            await manager.OpenAsync("settings/contributions/new"),
            new()
            {
                ["Form.One"] = "bag of rubbish",
                ["Form.Several"] = "bags of rubbish",
                ["Form.Minutes"] = "0",
            }
        );
        rule.QuerySelector("#f-Minutes-error").ShouldNotBeNull();
        rule = await manager.SendAsync(rule, new() { ["Form.Minutes"] = "10" });
        rule.Body!.TextContent.ShouldContain("bags of rubbish");
        var id = await here.ReadAsync(db => db.ContributionRules.Select(r => r.Id).SingleAsync());

        var browser = await cora.BrowserAsync();
        var answers = new Dictionary<string, string?> { ["Form.MemberTyped"] = "Bags", ["Form.Quantity"] = "9" };
        var page = await browser.SendAsync(await browser.OpenAsync("accounts/move?kind=contribution"), answers);
        page.QuerySelector(".read-back")!.TextContent.ShouldContain("Ana Bags gets an hour and a half for 9 bags of rubbish.");
        var late = Guid.Parse(page.QuerySelector("[name='Form.RequestKey']")!.GetAttribute("value")!);
        await manager.SendAsync(await manager.OpenAsync($"settings/contributions/{id.Value}"), new() { ["Form.Minutes"] = "5" });
        page = await browser.SendAsync(page, []);
        page.Body!.TextContent.ShouldContain("The rule has changed since you looked.");
        await manager.SendAsync(await manager.OpenAsync($"settings/contributions/{id.Value}"), new() { ["Form.Minutes"] = "10" });
        page = await browser.SendAsync(page, []);
        page = await browser.SendAsync(page, []);
        page.Body!.TextContent.ShouldContain("The hours have moved.");
        await manager.SendAsync(
            await manager.OpenAsync($"settings/contributions/{id.Value}"),
            new() { ["Form.Minutes"] = "1", ["Form.Several"] = "sacks" }
        );

        var (entry, postings) = await here.PostedAsync(late);
        (entry.Kind, entry.Reason).ShouldBe((EntryKind.Contribution, "9 bags of rubbish"));
        postings.ShouldBe([(await here.OwnAsync(AccountKind.Organisation), -90), (ann.Account, 90)]);
        var buses = await cora.OpensAsync(AccountKind.Partner, "The buses");
        var travel = Books.Move(MoveKind.Partner, ann, 90, "A month of travel", buses);
        (await cora.MovesAsync(travel)).ShouldBe(MoveHours.Outcome.Moved);
        (await here.PostedAsync(travel.RequestKey)).Postings.ShouldBe([(ann.Account, -90), (buses, 90)]);
        (await browser.OpenAsync($"members/{ann.Value}/statement")).Body!.TextContent.ShouldContain("9 bags of rubbish");
        await here.BooksAreSoundAsync();
    }
}
