using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Joining.Adding;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Relations;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>An organisation-member lends a minibus for credits and spends them on a member's help; its caretaker, who is no member, does the counting.</summary>
public sealed class AnOrganisationLendsItsMinibus(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task A_caretaker_logs_for_the_community_centre_and_spends_what_it_earned()
    {
        var here = await bank.CreateAsync("centre", "Centre Time Bank");
        var (cora, ann) = (await here.CoordinatorAsync(), await here.MemberAsync("Ann"));
        var add = new AddMemberForm
        {
            FirstName = "Hilltop Centre",
            IsOrganisation = true,
            Hub = here.Hub.Value,
        };
        (await cora.DoAsync((AddMember use) => use.HandleAsync(add))).ShouldBe(AddMember.Outcome.Added);
        var centre = new MemberId(add.RequestKey);
        var contact = new OrganisationContactForm
        {
            Member = centre.Value,
            Name = "Ken Caretaker",
            Role = "caretaker",
            Phone = "01632 960555",
        };
        (await cora.DoAsync((KeepContact use) => use.HandleAsync(contact))).ShouldBe(KeepContact.Outcome.Kept);
        var ken = await here.StaffAsync("Ken");
        var acting = new ActingForm
        {
            Member = centre.Value,
            Name = "Ken Caretaker",
            Email = ken.SignIn.Email,
            AgreedBy = "The centre's committee",
            Door = Door.Paper,
            From = DateBoxes.From(DateOnly.FromDateTime(bank.Clock.GetUtcNow().UtcDateTime)),
        };
        (await cora.DoAsync((SetActing use) => use.HandleAsync(acting))).ShouldBe(SetActing.Outcome.Set);
        var before = await here.BalanceAsync(centre);

        var browser = await ken.BrowserAsync();
        await LogAsync(browser, centre, ann.Member, gave: true, "The minibus for the trip", "120");
        await LogAsync(browser, centre, ann.Member, gave: false, "Help at the open day", "60");
        foreach (var exchange in await here.ReadAsync(db => db.Exchanges.OrderBy(e => e.LoggedAt).Select(e => e.Id).ToListAsync()))
            (await ann.ConfirmsAsync(exchange)).ShouldBe(Web.Features.Exchanges.AnswerExchange.Outcome.Confirmed);

        (await here.BalanceAsync(centre)).ShouldBe(before + 60);
        (await here.ReadAsync(db => db.Exchanges.AllAsync(e => e.LoggedBy == ken.Id && e.LoggedFor == centre))).ShouldBeTrue();
        (await (await ann.BrowserAsync()).OpenAsync("statement")).Body!.TextContent.ShouldContain(
            "Ken Staff logged it for Hilltop Centre."
        );
        await here.BooksAreSoundAsync();
    }

    private static async Task LogAsync(Browser browser, MemberId member, MemberId other, bool gave, string what, string minutes)
    {
        var page = await browser.OpenAsync($"/for/{member.Value}/centre/log?gave={(gave ? "true" : "false")}");
        await browser.SendAsync(
            page,
            new()
            {
                ["Form.Who"] = other.Value.ToString(),
                ["Form.HowLong.Choice"] = minutes,
                ["Form.Description"] = what,
            }
        );
    }
}
