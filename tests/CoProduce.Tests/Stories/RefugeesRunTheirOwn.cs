using CoProduce.Tests.Joining;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Joining;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>
/// Roots: refugees run it themselves. Nobody is paid: whoever coordinates is a member who gives hours like any other. A name is enough to join, and nothing has to be proved.
/// </summary>
public sealed class RefugeesRunTheirOwn(JoiningBank bank) : IClassFixture<JoiningBank>
{
    [Fact]
    public async Task A_member_coordinates_takes_in_somebody_with_a_name_alone_and_earns_for_the_work()
    {
        var here = await bank.PlaceAsync();
        await here.AsksForAsync((StepKind.Agreement, StepWhen.Before));
        var (amina, bilal) = (await here.MemberAsync("Amina"), await here.MemberAsync("Bilal"));
        await here.WriteAsync(db =>
            db.RoleHolders.Where(r => r.Id == amina.Id)
                .ExecuteUpdateAsync(r => r.SetProperty(x => x.Roles, new List<Role> { Role.Member, Role.Manager, Role.Coordinator }))
        );
        var roles = new RolesForm { Holder = bilal.Id.Value, Roles = [nameof(Role.Member), nameof(Role.Coordinator)] };
        (await amina.DoAsync((ChangeRoles change) => change.HandleAsync(roles))).ShouldBe(ChangeRoles.Outcome.Changed);

        // Bilal writes somebody down who has one name, no address and no telephone.
        var browser = await bilal.BrowserAsync();
        var page = await browser.SendAsync(await browser.OpenAsync("joining/new"), new() { ["Form.FirstName"] = "Yusuf" });
        page.QuerySelector("h1")!.TextContent.ShouldBe("Yusuf", browser.Body);
        var yusuf = new JoinerId(Guid.Parse(browser.Path.Split('/')[^1]));
        (await bilal.ApprovesAsync(yusuf)).ShouldBe(ApproveJoiner.Outcome.StepMissing);
        await browser.SendAsync(
            await browser.OpenAsync($"joining/{yusuf.Value}/agreement"),
            new() { ["Form.Agreed"] = nameof(AgreedHow.Said) }
        );
        page = await browser.SendAsync(await browser.OpenAsync($"joining/{yusuf.Value}/approve"), []);
        browser.Path.ShouldStartWith($"/{here.Slug}/members/{yusuf.Value}");
        (await here.ReadAsync(db => db.MemberContacts.SingleAsync(c => c.MemberId == yusuf.Member))).Address.ShouldBe("");
        (await here.ReadAsync(db => db.Outbox.CountAsync(o => o.Letter != ""))).ShouldBe(0); // nobody is written to who has no address

        // On Friday Bilal was at the desk. It counts when the other coordinator says yes.
        var desk = new LogExchangeForm
        {
            ForTheOrganisation = true,
            IGave = true,
            HowLong = DurationChoice.From(180),
            Description = "At the desk on Friday",
        };
        (await bilal.DoAsync((LogExchange log) => log.HandleAsync(desk))).ShouldBe(LogOutcome.Logged);
        (await bilal.BalanceAsync()).ShouldBe(120);
        (await (await amina.BrowserAsync()).ReadsAsync("today")).ShouldContain("At the desk on Friday");
        (await amina.DoAsync((SettleExchange settle) => settle.ConfirmAsync(new() { Exchange = desk.RequestKey }))).ShouldBe(
            SettleExchange.Outcome.Confirmed
        );
        (await bilal.BalanceAsync()).ShouldBe(300);

        await amina.LogsAsync(yusuf.Member, bilal.Member, 60);
        (await here.BalanceAsync(yusuf.Member)).ShouldBe(180);
        await here.BooksAreSoundAsync();
    }
}
