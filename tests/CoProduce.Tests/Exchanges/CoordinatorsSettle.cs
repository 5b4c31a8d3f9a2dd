using System.Net;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Exchanges;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Exchanges;

public sealed class CoordinatorsSettle(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task By_confirming_for_somebody_who_rings()
    {
        var (ann, bob) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.MemberAsync("Bob"));
        var (_, id) = await ann.GaveAsync(60, to: bob.Member);
        var cora = await bank.Riverside.CoordinatorAsync();
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"exchanges/{id.Value}/settle");
        page.Body!.TextContent.ShouldContain("Ann Example gets an hour from Bob Example");
        var after = await browser.SendAsync(page, [], "form:has([name='Yes.Door'])");
        after.QuerySelector(".notice-done")!.TextContent.ShouldContain("Confirmed");
        (await ann.BalanceAsync()).ShouldBe(180);
        (
            await bank.Riverside.ReadAsync(db => db.AuditLines.SingleAsync(a => a.SubjectId == id.Value && a.By == cora.Id))
        ).OnBehalfOf.ShouldBe(bob.Member);
    }

    [Fact]
    public async Task By_undoing_with_a_reason_and_the_hours_go_back()
    {
        var (ann, bob) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.MemberAsync("Bob"));
        var (_, id) = await ann.GaveAsync(60, to: bob.Member);
        await bob.ConfirmsAsync(id);
        await bob.DisputesAsync(id, "That was another Bob");
        var browser = await (await bank.Riverside.CoordinatorAsync()).BrowserAsync();
        var page = await browser.OpenAsync($"exchanges/{id.Value}/settle");
        page.Body!.TextContent.ShouldContain("That was another Bob");
        var refused = await browser.SendAsync(page, new() { ["No.Reason"] = "  " }, "form:has([name='No.Reason'])");
        refused.QuerySelector(".error-summary")!.TextContent.ShouldContain("Say why");
        (await ann.BalanceAsync()).ShouldBe(180);
        var after = await browser.SendAsync(refused, new() { ["No.Reason"] = "It was Bob Baker" }, "form:has([name='No.Reason'])");
        after.Body!.TextContent.ShouldContain("It was Bob Baker");
        after.QuerySelector("form:has([name='No.Reason'])").ShouldBeNull();
        (await ann.BalanceAsync()).ShouldBe(120);
        (await bob.BalanceAsync()).ShouldBe(120);
    }

    [Fact]
    public async Task By_leaving_a_disputed_one_as_it_was()
    {
        var (ann, bob) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.MemberAsync("Bob"));
        var (_, id) = await ann.GaveAsync(60, to: bob.Member);
        await bob.ConfirmsAsync(id);
        await bob.DisputesAsync(id);
        var browser = await (await bank.Riverside.CoordinatorAsync()).BrowserAsync();
        await browser.SendAsync(await browser.OpenAsync($"exchanges/{id.Value}/settle"), [], "form:has([name='Yes.Door'])");
        (await bank.Riverside.ReadAsync(db => db.Exchanges.SingleAsync(e => e.Id == id))).Status.ShouldBe(ExchangeStatus.Confirmed);
        (await ann.BalanceAsync()).ShouldBe(180);
    }

    [Fact]
    public async Task And_see_nothing_of_another_organisation()
    {
        var (ann, bob) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.MemberAsync("Bob"));
        var (_, id) = await ann.GaveAsync(60, to: bob.Member);
        var hilda = await (await bank.Hillside.CoordinatorAsync()).BrowserAsync();
        await hilda.OpenAsync($"exchanges/{id.Value}/settle");
        hilda.Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
