using CoProduce.Ledger;
using CoProduce.Web.Features.Ledger;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>The checker that plays answers again finds each kind of contradiction, so that finding none says something.</summary>
public sealed class AnswersAreReplayed
{
    private static readonly AccountId Ann = AccountId.New();
    private static readonly AccountId Bob = AccountId.New();
    private static readonly EntryId First = EntryId.New();
    private static readonly EntryId Second = EntryId.New();

    private static readonly Line[] Lines = [new(1, First, 60, 60), new(2, Second, -45, 15)];

    private static readonly Told[] Answers =
    [
        new(Bob, Ann, 60, First, PostingOutcome.Posted, Sent: 1, Heard: 4),
        new(Ann, Bob, 45, Second, PostingOutcome.Posted, Sent: 5, Heard: 8),
        new(Ann, Bob, 30, EntryId.New(), PostingOutcome.BelowFloor, Sent: 7, Heard: 9),
    ];

    [Fact]
    public void A_history_that_agrees_is_not_blamed() => Contradictions(Lines, Answers).ShouldBeEmpty();

    [Fact]
    public void A_lost_acknowledgement() =>
        Contradictions(Lines[..1], Answers).ShouldContain($"{Second} was acknowledged and is not there");

    [Fact]
    public void A_line_that_was_refused() =>
        Contradictions(Lines, [Answers[0], Answers[1] with { Outcome = PostingOutcome.BelowFloor }])
            .ShouldContain($"{Second} is there and was not acknowledged");

    [Fact]
    public void A_minute_too_many() =>
        Contradictions([Lines[0], new(2, Second, -46, 14)], Answers).ShouldContain($"{Second} moved -46 instead of 45");

    [Fact]
    public void A_lost_update() =>
        Contradictions([Lines[0], new(2, Second, -45, -45)], Answers).ShouldContain("line 2 says -45, and 2 lines come to 15");

    [Fact]
    public void A_floor_that_was_passed() =>
        Contradictions([Lines[0], new(2, Second, -61, -1)], [Answers[0], Answers[1] with { Minutes = 61 }])
            .ShouldContain("line 2 goes to -1, below 0");

    [Fact]
    public void An_order_other_than_that_of_the_answers() =>
        Contradictions(Lines, [Answers[0] with { Sent = 9, Heard = 10 }, Answers[1]])
            .ShouldContain($"{First} has number 1 and was sent after number 2 was answered");

    [Fact]
    public void A_refusal_while_there_was_enough() =>
        Contradictions(Lines, [.. Answers[..2], Answers[2] with { Sent = 5, Heard = 5, Minutes = 20 }])
            .ShouldContain("20 were refused, and all the while there was enough");

    private static IEnumerable<string> Contradictions(Line[] lines, Told[] answers) =>
        AnswerReplay.Contradictions(Ann, lines, before: 0, floor: 0, answers);
}
