using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Ui;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>Fair Shares: donated credits help older and less able people; the pot is never below zero, and its figure is read without names.</summary>
public sealed class CommunityPot(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task Gifts_come_in_and_a_coordinator_pays_help_out_of_it_with_a_reason()
    {
        var here = await bank.CreateAsync("pension", "Pension Bank");
        var (cora, ann) = (await here.CoordinatorAsync(), await here.MemberAsync("Ann", "Generous"));
        var (bob, olive) = (await here.AddMemberAsync("Bob"), await here.AddMemberAsync("Olive"));
        var pot = await here.OwnAsync(AccountKind.Pot);
        await ann.DoAsync((GiveCredits give) => give.HandleAsync(new() { Who = GiftForm.ThePot, HowMuch = DurationChoice.From(90) }));

        var draw = Books.Move(MoveKind.Draw, bob, 60, "She cannot get out any more", pot, olive);
        (await cora.MovesAsync(draw)).ShouldBe(MoveHours.Outcome.Moved);
        (await cora.MovesAsync(Books.Move(MoveKind.Draw, bob, 45, "Again", pot, olive))).ShouldBe(MoveHours.Outcome.AccountBelowFloor);

        var (entry, postings) = await here.PostedAsync(draw.RequestKey);
        (entry.Kind, entry.OnBehalfOf, entry.ActedBy).ShouldBe((EntryKind.Draw, olive.Value, cora.Id.Value));
        postings.ShouldBe([(pot, -60), (bob.Account, 60)]);
        (await here.BalanceAsync(pot)).ShouldBe(30);
        var trustee = await (await here.StaffAsync("Tom", Web.Features.Accounts.Role.Trustee)).BrowserAsync();
        var read = (await trustee.OpenAsync($"accounts/{pot.Value}")).QuerySelector("main")!.TextContent;
        read.ShouldContain("30 min");
        read.ShouldNotContain("Generous");
        read.ShouldNotContain("Olive");
        await here.BooksAreSoundAsync();
    }
}
