using System.Net;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>Basta: members own and run it, so one person is a member and a trustee at once and reads figures, never records.</summary>
public sealed class MembersOwnAndRunIt(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task A_member_becomes_a_trustee_and_stays_a_member()
    {
        var here = await bank.CreateAsync("basta", "Basta");
        var (manager, bea, ann) = (await here.StaffAsync("Mo", Role.Manager), await here.MemberAsync("Bea"), await here.MemberAsync("Ann"));
        var browser = await bea.BrowserAsync();
        await browser.OpenAsync("report");
        browser.Status.ShouldBe(HttpStatusCode.Forbidden);

        var form = new RolesForm { Holder = bea.Id.Value, Roles = [nameof(Role.Member), nameof(Role.Trustee)] };
        (await manager.DoAsync((ChangeRoles use) => use.HandleAsync(form))).ShouldBe(ChangeRoles.Outcome.Changed);

        await browser.OpenAsync("report");
        browser.Status.ShouldBe(HttpStatusCode.OK);
        await browser.OpenAsync($"members/{ann.Member.Value}");
        browser.Status.ShouldBe(HttpStatusCode.Forbidden);
        var (_, exchange) = await bea.GaveAsync(60, to: ann.Member);
        await ann.ConfirmsAsync(exchange);
        (await browser.OpenAsync("statement")).Body!.TextContent.ShouldContain("Ann");
        await here.BooksAreSoundAsync();
    }
}
