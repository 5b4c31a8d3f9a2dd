using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Activities;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>
/// Men in a prison mend bicycles. Staff log the session from the paper register; one man gives half of his hours to his family in another town and
/// half to the community pot, and nothing by which he could be reached is seen by anybody.
/// </summary>
public sealed class APrisonWorkshopEarnsForFamiliesAndThePot(Bank bank) : IClassFixture<Bank>
{
    private const string Secret = "idris@cell.example";

    [Fact]
    public async Task From_the_register_to_the_family()
    {
        var (prison, town, affiliation) = await bank.TwoAffiliatedAsync();
        var (idris, ivor) = (await prison.AddMemberInCustodyAsync("Idris", "Puw"), await prison.AddMemberInCustodyAsync("Ivor", "Rees"));
        await prison.WriteAsync(db =>
            db.MemberContacts.Where(c => c.MemberId == idris).ExecuteUpdateAsync(c => c.SetProperty(x => x.Email, Secret))
        );
        var (mair, officer) = (await town.MemberAsync("Mair", "Puw", "mair@home.example"), await prison.CoordinatorAsync("Olive"));
        var browser = await officer.BrowserAsync();

        var page = await browser.SendAsync(
            await browser.OpenAsync("register"),
            new()
            {
                ["Form.Gave"] = "idris\nivor",
                ["Form.TookPart"] = "",
                ["Form.HowLong.Typed"] = "2",
                ["Form.Description"] = "Mending bicycles",
                ["Form.Step"] = RegisterForm.Look,
            }
        );
        page = await browser.SendAsync(page, new() { ["Form.Step"] = RegisterForm.Post });
        page.QuerySelector(".notice-done").ShouldNotBeNull(browser.Body);
        ((await prison.BalanceAsync(idris)), (await prison.BalanceAsync(ivor))).ShouldBe((240, 240));

        page = await browser.SendAsync(
            await browser.OpenAsync("between/log?gift=yes"),
            new()
            {
                ["Form.MemberTyped"] = "idris puw",
                ["Form.Number"] = $"{await town.NumberAsync(mair.Member)}",
                ["Form.Name"] = "Mair Puw",
                ["Form.HowMuch.Choice"] = "120",
                ["Form.Words"] = "For the children",
            }
        );
        page.Body!.TextContent.ShouldContain("Sent. Both are told.");
        var pot = await prison.ReadAsync(db => db.Accounts.Where(a => a.Kind == AccountKind.Pot).Select(a => a.Id).SingleAsync());
        var rest = new MoveForm
        {
            Kind = MoveKind.Gift,
            Member = idris.Value,
            Account = pot.Value.ToString(),
            HowMuch = DurationChoice.From(120),
            Door = Door.Paper,
        };
        (await officer.DoAsync((MoveHours move) => move.HandleAsync(rest))).ShouldBe(MoveHours.Outcome.Moved);

        ((await prison.BalanceAsync(idris)), (await mair.BalanceAsync())).ShouldBe((0, 240));
        (await prison.ReadAsync(db => db.Accounts.Where(a => a.Id == pot).Select(a => a.Balance).SingleAsync())).ShouldBe(120);
        (await (await mair.BrowserAsync()).OpenAsync("statement")).Body!.TextContent.ShouldContain(
            "2 hours from Here Time Bank: For the children"
        );
        await NothingTellsHowToReachHimAsync(prison, town, officer, idris.Value, affiliation);
    }

    private static async Task NothingTellsHowToReachHimAsync(Place prison, Place town, Actor officer, Guid idris, Guid affiliation)
    {
        var member = await prison.MemberAsync("Ann");
        (Actor Who, string Path)[] looks =
        [
            (officer, $"members/{idris}"),
            (officer, $"members/{idris}/statement"),
            (officer, $"between/{affiliation}"),
            (officer, "desk?q=idris"),
            (member, "log?gave=true&Form.FindName=idris"),
            (await town.CoordinatorAsync(), $"between/{affiliation}"),
        ];
        foreach (var (who, path) in looks)
        {
            var browser = await who.BrowserAsync();
            await browser.OpenAsync(path);
            browser.Status.ShouldBe(System.Net.HttpStatusCode.OK, path);
            browser.Body.ShouldNotContain(Secret, customMessage: path);
        }
        foreach (var place in new[] { prison, town })
            (await place.ReadAsync(db => db.Outbox.AnyAsync(o => o.Letter.Contains(Secret)))).ShouldBeFalse();
    }
}
