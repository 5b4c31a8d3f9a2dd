using CoProduce.Ledger;
using CoProduce.Tests.Care;
using CoProduce.Tests.Offers;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Ui;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>
/// Patch: lone parents run it by a committee, whose hours the organisation owes; while one is at her training another minds the children, and that other has been
/// checked first.
/// </summary>
public sealed class ParentsOfOneEstateShareTheMinding(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task The_committee_earns_from_the_organisation_and_minding_needs_the_check_that_the_organisation_asks_for()
    {
        var here = await bank.CreateAsync("patch", "Patch");
        await here.WriteAsync(db =>
            Task.FromResult(
                db.Categories.Add(
                    new()
                    {
                        Id = new(Guid.CreateVersion7()),
                        Name = "Minding children",
                        Position = 4,
                    }
                )
            )
        );
        await here.NeedsAsync("Minding children", "DBS seen");
        var cora = await here.CoordinatorAsync();
        var (lou, may, nia) = (await here.MemberAsync("Lou"), await here.MemberAsync("May"), await here.MemberAsync("Nia"));
        var browser = await cora.BrowserAsync();

        await browser.RegistersAsync("The committee", "lou\nmay\nnia", howLong: "2");
        (await lou.BalanceAsync(), await may.BalanceAsync(), await nia.BalanceAsync()).ShouldBe((240, 240, 240));
        (await here.BalanceAsync(await here.OwnAsync(AccountKind.Organisation))).ShouldBe(-360);
        (await (await lou.BrowserAsync()).ReadsAsync("statement")).ShouldContain("The committee");

        var request = await lou.PutsUpAsync(OfferKind.Request, "Somebody for the twins while I am at my course", "Minding children");
        (await (await may.BrowserAsync()).ReadsAsync($"offers/{request.Value}")).ShouldContain("the twins");
        (await MindsAsync(may.Member, lou.Member)).ShouldBe(LogOutcome.CheckMissing);
        (await lou.BalanceAsync()).ShouldBe(240);
        await cora.ChecksAsync(may.Member, "DBS seen", Caring.Today);
        (await MindsAsync(may.Member, lou.Member)).ShouldBe(LogOutcome.Logged);
        (await may.BalanceAsync(), await lou.BalanceAsync()).ShouldBe((420, 60));
        await here.BooksAreSoundAsync();

        async Task<LogOutcome> MindsAsync(MemberId giver, MemberId receiver)
        {
            var form = new LogForMembersForm
            {
                Giver = giver.Value,
                Receiver = receiver.Value,
                HowLong = DurationChoice.From(180),
                Description = "Minding the twins",
                Category = (await here.CategoryAsync("Minding children")).Value.ToString(),
            };
            return await cora.DoAsync((LogForMembers log) => log.HandleAsync(form));
        }
    }
}
