using CoProduce.Ledger;
using Shouldly;
using Xunit;

namespace CoProduce.Ledger.Tests;

/// <summary>A mistake is undone by an entry of its own that says why.</summary>
public sealed class ReversalsUndo
{
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly AccountId Ann = AccountId.New();
    private static readonly AccountId Bob = AccountId.New();
    private static readonly Entry Wrong = Entry.OneToOne(Ann, Bob, new Minutes(90), Monday);

    [Fact]
    public void It_mirrors_every_posting_and_names_the_entry_and_the_reason()
    {
        var undone = Wrong.Reverse("  It was Carol who helped ", Monday.AddDays(3));

        undone.Kind.ShouldBe(EntryKind.Reversal);
        undone.Id.ShouldNotBe(Wrong.Id);
        undone.Reverses.ShouldBe(Wrong.Id);
        undone.Reason.ShouldBe("It was Carol who helped");
        undone.ServiceDate.ShouldBe(Monday.AddDays(3));
        undone.MayPassFloor.ShouldBeTrue();
        undone.Postings.ShouldBe([new Posting(Ann, new Minutes(90)), new Posting(Bob, new Minutes(-90))]);
    }

    [Fact]
    public void A_stored_entry_is_reversed_from_its_recorded_postings()
    {
        var undone = Entry.Reversal(Wrong.Id, Wrong.Postings, "Twice the same", Monday);

        undone.Postings.ShouldBe(Wrong.Reverse("Twice the same", Monday).Postings);
    }

    [Fact]
    public void A_reversal_is_not_reversed_again()
    {
        var undone = Wrong.Reverse("Twice the same", Monday);

        Should.Throw<InvalidOperationException>(() => undone.Reverse("On second thoughts", Monday));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t ")]
    public void Without_a_reason_nothing_is_undone(string reason)
    {
        Should.Throw<ArgumentException>(() => Wrong.Reverse(reason, Monday));
    }

    [Fact]
    public void A_reason_may_be_long_but_not_a_book()
    {
        Wrong.Reverse(new string('é', Entry.LongestReason), Monday).Reason!.Length.ShouldBe(500);
        Should.Throw<ArgumentException>(() => Wrong.Reverse(new string('é', 501), Monday));
    }

    [Fact]
    public void Postings_that_do_not_balance_are_refused()
    {
        var carol = AccountId.New();
        Posting[] oneLeg = [new(Ann, new Minutes(60))];
        Posting[] lopsided = [new(Ann, new Minutes(-60)), new(Bob, new Minutes(59))];
        Posting[] twiceAnn = [new(Ann, new Minutes(-60)), new(Ann, new Minutes(30)), new(Bob, new Minutes(30))];
        Posting[] idleCarol = [new(Ann, new Minutes(-60)), new(Bob, new Minutes(60)), new(carol, Minutes.Zero)];

        foreach (var postings in new[] { [], oneLeg, lopsided, twiceAnn, idleCarol })
        {
            Should.Throw<ArgumentException>(() => Entry.Reversal(Wrong.Id, postings, "Wrong", Monday));
        }
        Should.Throw<ArgumentException>(() => Entry.Reversal(default, Wrong.Postings, "Wrong", Monday));
    }
}
