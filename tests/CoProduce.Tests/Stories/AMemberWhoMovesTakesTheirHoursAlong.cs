using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>Somebody moves to another town and belongs to the time bank there: their balance goes along through clearing, and the account they leave closes at zero.</summary>
public sealed class AMemberWhoMovesTakesTheirHoursAlong(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task The_whole_balance_crosses_and_both_histories_say_so()
    {
        var (old, near, affiliation) = await bank.TwoAffiliatedAsync();
        var (here, there) = (await old.AddMemberAsync("Idris", "Puw"), await near.AddMemberAsync("Idris", "Puw"));
        var cora = await old.CoordinatorAsync();

        (await cora.SendsForAsync(here, near, there, "Idris Puw", 135, isGift: true)).ShouldBe(SendAcross.Outcome.MoreThanYouHave);
        (await cora.SendsForAsync(here, near, there, "Idris Puw", 120, isGift: true, words: "Moved to the coast")).ShouldBe(
            SendAcross.Outcome.Sent
        );
        var left = await cora.DoAsync(
            (EndMembership end) =>
                end.HandleAsync(
                    new()
                    {
                        Member = here.Value,
                        Reason = "Moved to the coast",
                        Door = Door.Phone,
                    }
                )
        );

        left.ShouldBe(EndMembership.Outcome.Left);
        ((await old.BalanceAsync(here)), (await near.BalanceAsync(there))).ShouldBe((0, 240));
        (await old.ReadAsync(db => db.Accounts.Where(a => a.Id == here.Account).Select(a => a.ClosedAt).SingleAsync())).ShouldNotBeNull();
        foreach (
            var (place, member, says) in new[] { (old, here, "2 hours to There Time Bank"), (near, there, "2 hours from Here Time Bank") }
        )
        {
            var browser = await (await place.CoordinatorAsync()).BrowserAsync();
            (await browser.OpenAsync($"members/{member.Value}/statement")).Body!.TextContent.ShouldContain($"{says}: Moved to the coast");
            (await browser.OpenAsync($"between/{affiliation}")).Body!.TextContent.ShouldContain("Idris Puw");
        }
    }
}
