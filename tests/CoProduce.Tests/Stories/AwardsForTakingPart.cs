using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Holds;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Ui;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>Dinas: club nights earn, and what was earned becomes a driving lesson that was promised first.</summary>
public sealed class AwardsForTakingPart(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task A_lesson_is_promised_from_what_was_earned_and_taken_when_it_was_driven()
    {
        var here = await bank.CreateAsync("dinas", "Dinas Time Bank");
        var (cora, dai) = (await here.CoordinatorAsync(), await here.MemberAsync("Dai"));
        await cora.MovesAsync(Books.Move(MoveKind.OnCall, dai.Member, 180));
        var promise = new PlaceHoldForm
        {
            Member = dai.Member.Value,
            HowMuch = DurationChoice.From(240),
            Purpose = "a driving lesson",
        };
        (await cora.DoAsync((PlaceHold place) => place.HandleAsync(promise))).ShouldBe(PlaceHold.Outcome.Placed);
        (await (await dai.BrowserAsync()).OpenAsync("")).Body!.TextContent.ShouldContain(
            "For “a driving lesson” we keep 4 hours of yours."
        );

        var lesson = new TakeHoldForm { Hold = promise.RequestKey, To = TakeHoldForm.Award };
        (await cora.DoAsync((TakeHold take) => take.HandleAsync(lesson))).ShouldBe(TakeHold.Outcome.Taken);

        var (entry, postings) = await here.PostedAsync(lesson.RequestKey);
        (entry.Kind, entry.Reason).ShouldBe((EntryKind.Award, "a driving lesson"));
        postings.ShouldBe([(dai.Member.Account, -240), (await here.OwnAsync(AccountKind.Awards), 240)]);
        (await dai.BalanceAsync()).ShouldBe(60);
        await here.BooksAreSoundAsync();
    }
}
