using CoProduce.Ledger;
using Shouldly;
using Xunit;

namespace CoProduce.Ledger.Tests;

/// <summary>An entry moves whole minutes from one account to another and never makes or loses any.</summary>
public sealed class EntriesBalance
{
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly AccountId Ann = AccountId.New();
    private static readonly AccountId Bob = AccountId.New();
    private static readonly Minutes Hour = new(60);
    private const string Why = "Nobody else could";

    public static TheoryData<EntryKind> Factories => [.. Enum.GetValues<EntryKind>().Except([EntryKind.Reversal, EntryKind.Group])];

    private static Entry Make(EntryKind kind, AccountId from, AccountId to, Minutes amount) =>
        kind switch
        {
            EntryKind.Welcome => Entry.Welcome(from, to, amount, Monday),
            EntryKind.OneToOne => Entry.OneToOne(receiver: from, giver: to, amount, Monday),
            EntryKind.ForTheOrganisation => Entry.ForTheOrganisation(from, giver: to, amount, Monday),
            EntryKind.Gift => Entry.Gift(from, to, amount, Monday),
            EntryKind.OnCall => Entry.OnCall(from, to, amount, Monday),
            EntryKind.EventEntry => Entry.EventEntry(from, to, amount, Monday),
            EntryKind.Award => Entry.Award(from, to, amount, Monday),
            EntryKind.Draw => Entry.Draw(from, to, amount, Monday, Why),
            EntryKind.Partner => Entry.Partner(from, to, amount, Monday),
            EntryKind.Contribution => Entry.Contribution(from, to, 1, amount, Monday),
            EntryKind.Opening => Entry.Opening(from, to, amount, Monday),
            EntryKind.Leaving => Entry.Leaving(from, to, amount, Monday),
            EntryKind.WriteOff => Entry.WriteOff(from, to, amount, Monday, Why),
            EntryKind.Between => Entry.Between(from, to, amount, Monday),
            EntryKind.Reversal or EntryKind.Group => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    [Theory, MemberData(nameof(Factories))]
    public void What_leaves_the_first_account_arrives_on_the_second(EntryKind kind)
    {
        var entry = Make(kind, Ann, Bob, Hour);

        entry.Kind.ShouldBe(kind);
        entry.ServiceDate.ShouldBe(Monday);
        entry.Postings.ShouldBe([new Posting(Ann, new Minutes(-60)), new Posting(Bob, new Minutes(60))]);
        entry.Reverses.ShouldBeNull();
        entry.Reason.ShouldBe(kind is EntryKind.Draw or EntryKind.WriteOff ? Why : null);
        entry.MayPassFloor.ShouldBeFalse();
    }

    [Theory, MemberData(nameof(Factories))]
    public void Nothing_and_less_than_nothing_are_no_amounts(EntryKind kind)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Make(kind, Ann, Bob, Minutes.Zero));
        if (kind != EntryKind.Opening) // a debt is brought along the other way round
            Should.Throw<ArgumentOutOfRangeException>(() => Make(kind, Ann, Bob, new Minutes(-1)));
    }

    [Theory, MemberData(nameof(Factories))]
    public void Nobody_pays_themselves_or_an_account_without_a_name(EntryKind kind)
    {
        Should.Throw<ArgumentException>(() => Make(kind, Ann, Ann, Hour));
        Should.Throw<ArgumentException>(() => Make(kind, Ann, default, Hour));
        Should.Throw<ArgumentException>(() => Make(kind, default, Bob, Hour));
    }

    [Theory]
    [InlineData(" thank you for the lift ", "thank you for the lift")]
    [InlineData("  ", null)]
    [InlineData(null, null)]
    public void A_few_words_may_go_with_a_gift(string? said, string? kept)
    {
        Entry.Gift(Ann, Bob, Hour, Monday, said).Reason.ShouldBe(kept);
    }

    [Fact]
    public void The_words_of_a_gift_are_few()
    {
        Entry.Gift(Ann, Bob, Hour, Monday, new string('é', Entry.LongestReason)).Reason!.Length.ShouldBe(500);
        Should.Throw<ArgumentException>(() => Entry.Gift(Ann, Bob, Hour, Monday, new string('é', 501)));
    }

    [Fact]
    public void Every_entry_has_an_id_of_its_own()
    {
        Make(EntryKind.Gift, Ann, Bob, Hour).Id.ShouldNotBe(Make(EntryKind.Gift, Ann, Bob, Hour).Id);
    }

    [Fact]
    public void The_postings_cannot_be_changed_from_outside()
    {
        var postings = (IList<Posting>)Make(EntryKind.Gift, Ann, Bob, Hour).Postings;

        Should.Throw<NotSupportedException>(() => postings[0] = new Posting(Ann, new Minutes(-600)));
    }

    [Fact]
    public void Minutes_past_the_range_of_a_long_throw_rather_than_wrap()
    {
        var most = new Minutes(long.MaxValue);

        Should.Throw<OverflowException>(() => most + new Minutes(1));
        Should.Throw<OverflowException>(() => new Minutes(long.MinValue) - new Minutes(1));
        Should.Throw<OverflowException>(() => -new Minutes(long.MinValue));
    }

    [Fact]
    public void Minutes_compare_by_how_many_they_are()
    {
        (new Minutes(15) < Hour).ShouldBeTrue();
        (Hour <= new Minutes(60)).ShouldBeTrue();
        (Hour > new Minutes(15)).ShouldBeTrue();
        (new Minutes(15) >= Hour).ShouldBeFalse();
        (Hour - new Minutes(15)).ShouldBe(new Minutes(45));
    }
}
