using Shouldly;
using Xunit;

namespace CoProduce.Ledger.Tests;

/// <summary>Every way in which minutes can move has two sides that come to the same.</summary>
public sealed class EveryShapeBalances
{
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly AccountId Pot = AccountId.New();
    private static readonly AccountId Ann = AccountId.New();
    private static readonly AccountId Bob = AccountId.New();
    private static readonly AccountId Cy = AccountId.New();
    private static readonly Minutes Hour = new(60);

    [Fact]
    public void A_class_pays_its_leader_and_the_surplus_goes_to_the_pot()
    {
        var entry = Entry.Group([new(Ann, Hour)], [new(Bob, Hour), new(Cy, Hour)], Pot, Monday);

        Legs(entry).ShouldBe([(Bob, -60), (Cy, -60), (Ann, 60), (Pot, 60)]);
    }

    [Fact]
    public void A_class_can_share_what_the_leader_earns()
    {
        var entry = Entry.Group([new(Ann, new(61))], Share.Evenly(new(61), [Bob, Cy]), Pot, Monday);

        Legs(entry).ShouldBe([(Bob, -31), (Cy, -30), (Ann, 61)]);
    }

    [Fact]
    public void Many_hands_for_one_are_paid_by_the_member_as_agreed_and_by_the_pot_beyond()
    {
        var entry = Entry.Group([new(Bob, Hour), new(Cy, new(90))], [new(Ann, Hour)], Pot, Monday);

        Legs(entry).ShouldBe([(Ann, -60), (Bob, 60), (Cy, 90), (Pot, -90)]);
    }

    [Fact]
    public void A_clean_up_is_paid_by_the_organisation_alone() =>
        Legs(Entry.Group([new(Ann, Hour), new(Bob, Hour)], [], Pot, Monday)).ShouldBe([(Ann, 60), (Bob, 60), (Pot, -120)]);

    [Fact]
    public void Nobody_stands_on_both_sides_of_a_group()
    {
        Should.Throw<ArgumentException>(() => Entry.Group([new(Ann, Hour)], [new(Ann, new(30))], Pot, Monday));
        Should.Throw<ArgumentException>(() => Entry.Group([new(Pot, Hour)], [], Pot, Monday));
        Should.Throw<ArgumentException>(() => Entry.Group([], [new(Ann, Hour)], Pot, Monday));
    }

    [Fact]
    public void Bags_become_minutes_by_the_rule() =>
        Legs(Entry.Contribution(Pot, Ann, quantity: 7, each: new(15), Monday)).ShouldBe([(Pot, -105), (Ann, 105)]);

    [Fact]
    public void A_balance_brought_along_can_be_a_debt()
    {
        Legs(Entry.Opening(Pot, Ann, Hour, Monday)).ShouldBe([(Pot, -60), (Ann, 60)]);
        Legs(Entry.Opening(Pot, Ann, -Hour, Monday)).ShouldBe([(Ann, -60), (Pot, 60)]);
        Should.Throw<ArgumentOutOfRangeException>(() => Entry.Opening(Pot, Ann, Minutes.Zero, Monday));
    }

    [Fact]
    public void A_draw_and_a_write_off_say_why()
    {
        Should.Throw<ArgumentException>(() => Entry.Draw(Pot, Ann, Hour, Monday, " "));
        Should.Throw<ArgumentException>(() => Entry.WriteOff(Pot, Ann, Hour, Monday, ""));
    }

    [Fact]
    public void A_floor_is_passed_only_with_a_reason()
    {
        var entry = Entry.OneToOne(Ann, Bob, Hour, Monday);

        entry.MayPassFloor.ShouldBeFalse();
        var let = entry.LettingPassFloor("Her sister is ill");
        (let.Id, let.MayPassFloor, let.Reason).ShouldBe((entry.Id, true, "Her sister is ill"));
        Should.Throw<ArgumentException>(() => entry.LettingPassFloor(" "));
    }

    private static IEnumerable<(AccountId, long)> Legs(Entry entry) => entry.Postings.Select(p => (p.Account, p.Amount.Value));
}
