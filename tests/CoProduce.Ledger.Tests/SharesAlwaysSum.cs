using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace CoProduce.Ledger.Tests;

/// <summary>Odd minutes are split so that they always sum to what was split.</summary>
public sealed class SharesAlwaysSum
{
    private static readonly AccountId[] Three = [AccountId.New(), AccountId.New(), AccountId.New()];

    [Fact]
    public void The_minutes_left_over_go_to_the_first()
    {
        Share.Evenly(new(100), Three).Select(s => s.Minutes.Value).ShouldBe([34, 33, 33]);
        Share.Evenly(new(101), Three).Select(s => s.Minutes.Value).ShouldBe([34, 34, 33]);
    }

    [Fact]
    public void The_largest_remainder_comes_first()
    {
        // 100 by 1:2:3 is 16 rest 4/6, 33 rest 2/6, 50 rest 0.
        Share.Split(new(100), [(Three[0], 1), (Three[1], 2), (Three[2], 3)]).Select(s => s.Minutes.Value).ShouldBe([17, 33, 50]);
    }

    [Fact]
    public void Who_would_have_nothing_is_left_out() => Share.Evenly(new(2), Three).Select(s => s.Account).ShouldBe([Three[0], Three[1]]);

    [Fact]
    public void Shares_sum_to_the_total_and_differ_from_what_is_due_by_less_than_a_minute()
    {
        var cases = from total in Gen.Choose(1, 100_000) from weights in Gen.Choose(1, 10_000).NonEmptyListOf() select (total, weights);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(
                cases.ToArbitrary(),
                c =>
                {
                    var people = c.weights.Select(weight => (AccountId.New(), (long)weight)).ToArray();

                    var shares = Share.Split(new(c.total), people);

                    shares.Sum(s => s.Minutes.Value).ShouldBe(c.total);
                    foreach (var (account, weight) in people)
                    {
                        var got = shares.SingleOrDefault(s => s.Account == account)?.Minutes.Value ?? 0;
                        var due = (double)c.total * weight / c.weights.Sum();
                        Math.Abs(got - due).ShouldBeLessThan(1);
                    }
                }
            )
        );
    }

    [Fact]
    public void Nobody_and_nothing_are_refused()
    {
        Should.Throw<ArgumentException>(() => Share.Evenly(new(60), []));
        Should.Throw<ArgumentOutOfRangeException>(() => Share.Evenly(Minutes.Zero, Three));
        Should.Throw<ArgumentException>(() => Share.Split(new(60), [(Three[0], 0)]));
    }
}
