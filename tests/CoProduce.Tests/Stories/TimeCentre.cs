using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Ledger;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>Blaengarw: credits get you into bingo and parties, and a small debit is allowed.</summary>
public sealed class TimeCentre(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task Who_is_in_debit_within_the_floor_gets_in_and_one_beyond_it_is_helped_kindly()
    {
        var here = await bank.CreateAsync("centre", "Time Centre");
        var (cora, own) = (await here.CoordinatorAsync(), await here.OwnAsync(AccountKind.Organisation));
        var (near, far) = (await here.AddMemberAsync("Near"), await here.AddMemberAsync("Far", "Beyond"));
        await here.SpendsAsync(near, 240);
        await here.SpendsAsync(far, 360);

        var party = Books.Move(MoveKind.Event, near, 180, "New Year’s Eve party", own);
        (await cora.MovesAsync(party)).ShouldBe(MoveHours.Outcome.Moved);
        var beyond = Books.Move(MoveKind.Event, far, 180, "New Year’s Eve party, she has nobody else", own);
        (await cora.MovesAsync(beyond)).ShouldBe(MoveHours.Outcome.MemberBelowFloor);
        (await here.BalanceAsync(far)).ShouldBe(-240);
        beyond.LetPass = true;
        (await cora.MovesAsync(beyond)).ShouldBe(MoveHours.Outcome.Moved);

        (await here.PostedAsync(party.RequestKey)).Postings.ShouldBe([(near.Account, -180), (own, 180)]);
        var (entry, postings) = await here.PostedAsync(beyond.RequestKey);
        (entry.Kind, entry.PassedFloor).ShouldBe((EntryKind.EventEntry, true));
        postings.ShouldBe([(far.Account, -180), (own, 180)]);
        await here.BooksAreSoundAsync();
    }
}
