using CoProduce.Ledger;
using CoProduce.Tests.Moving;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Moving;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>
/// A man who mended bicycles in prison is released. First half of his hours goes to his family and half of the rest to the pot; then he moves to the
/// bank near home with what is left. Nobody there reads where he was, and no letter says it.
/// </summary>
public sealed class CreditsFollowThePersonOutOfPrison(Bank bank) : IClassFixture<Bank>
{
    private const string Prison = "Leafhill";

    [Fact]
    public async Task To_an_affiliated_bank_near_home()
    {
        var (prison, town, _) = await bank.TwoAffiliatedAsync();
        var (idris, mair) = (
            await prison.AddMemberInCustodyAsync("Idris", "Puw"),
            await town.MemberAsync("Mair", "Puw", "mair@home.example")
        );
        var (officer, nia) = (await prison.CoordinatorAsync("Olive"), await town.CoordinatorAsync("Nia"));
        await prison.EarnsAsync(idris, 120);
        (await officer.SendsForAsync(idris, town, mair.Member, "Mair Puw", 120, isGift: true, words: "For the children")).ShouldBe(
            SendAcross.Outcome.Sent
        );
        var gift = new MoveForm
        {
            Kind = MoveKind.Gift,
            Member = idris.Value,
            Account = (await prison.OwnAsync(AccountKind.Pot)).Value.ToString(),
            HowMuch = DurationChoice.From(60),
            Door = Door.Paper,
        };
        (await officer.MovesAsync(gift)).ShouldBe(MoveHours.Outcome.Moved);

        var (proposed, move) = await officer.ProposesAsync(idris, town);
        proposed.ShouldBe(ProposeDeparture.Outcome.Proposed);
        var parcel = (await town.ArrivalAsync(move)).Parcel;
        parcel.ShouldNotContain(Prison);
        Parcel.Read(parcel).Contact.ShouldBeNull(); // none was kept
        (await nia.WelcomesAsync(move)).ShouldBe(AnswerArrival.Outcome.Welcomed);

        var home = (await town.ArrivalAsync(move)).MemberId!.Value;
        ((await prison.BalanceAsync(idris)), (await town.BalanceAsync(home)), (await mair.BalanceAsync())).ShouldBe((0, 60, 240));
        await prison.DoDueAsync();
        await town.DoDueAsync();
        foreach (var letter in (await prison.UnsentAsync()).Concat(await town.UnsentAsync()))
            letter.ShouldNotContain(Prison);
        foreach (
            var (who, path) in new[] { (nia, $"members/{home.Value}"), (nia, $"moves/{move}"), (mair, "log?gave=true&Form.FindName=idris") }
        )
        {
            var browser = await who.BrowserAsync();
            await browser.OpenAsync(path);
            browser.Status.ShouldBe(System.Net.HttpStatusCode.OK, path);
            browser.Body.ShouldNotContain(Prison, customMessage: path);
        }
        await prison.BooksAreSoundAsync();
        await town.BooksAreSoundAsync();
    }

    [Fact]
    public async Task Or_to_a_hub_of_the_same_organisation_in_one_action()
    {
        var here = await bank.CreateAsync($"release-{Guid.NewGuid():N}"[..20], "Shared Hours");
        var (idris, officer) = (await here.AddMemberInCustodyAsync("Idris", "Puw"), await here.CoordinatorAsync("Olive"));
        var browser = await officer.BrowserAsync();
        var page = await browser.OpenAsync($"members/{idris.Value}");
        page.QuerySelector($"a[href$='/members/{idris.Value}/move']")!.TextContent.ShouldContain("Release");
        page = await browser.OpenAsync($"members/{idris.Value}/move");
        var answers = new Dictionary<string, string?>
        {
            ["Form.HubChosen"] = here.Hub.Value.ToString(),
            ["Form.Reason"] = "Released today",
            ["Form.Email"] = "idris@home.example",
        };
        page = await browser.SendAsync(page, answers);
        page.QuerySelector(".read-back")!.TextContent.ShouldContain("stands in no letter");
        page = await browser.SendAsync(page, []);
        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("Idris belongs to Town now.");
        (await here.BalanceAsync(idris)).ShouldBe(120);
        var letter = (await here.UnsentAsync()).ShouldHaveSingleItem();
        letter.ShouldContain("idris@home.example");
        letter.ShouldNotContain(Prison);
        (await here.ReadAsync(db => db.MemberContacts.SingleAsync(c => c.MemberId == idris))).Prefers.ShouldBe(ContactWay.Email);
    }
}
