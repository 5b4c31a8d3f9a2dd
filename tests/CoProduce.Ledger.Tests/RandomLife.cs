using CoProduce.Ledger;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace CoProduce.Ledger.Tests;

/// <summary>Whatever people do in whatever order, the sums, the histories and the floors hold.</summary>
public sealed class RandomLife
{
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly Minutes Floor = new(-120);

    // FsCheck prints the seed of a run that fails; paste it into Config.WithReplay to see that run again.
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(200);

    private static Arbitrary<Step[]> Steps =>
        (
            from action in Gen.Choose(0, 9)
            from one in Gen.Choose(0, 5)
            from other in Gen.Choose(0, 5)
            from amount in Gen.Choose(1, 150)
            select new Step(action, one, other, amount)
        )
            .ArrayOf()
            .ToArbitrary();

    [Fact]
    public void Balances_sum_to_zero_and_equal_their_histories()
    {
        Check.One(
            Often,
            Prop.ForAll(
                Steps,
                steps =>
                {
                    var (model, _) = Live(steps);

                    model.Accounts.Aggregate(Minutes.Zero, (sum, id) => sum + model.BalanceOf(id)).ShouldBe(Minutes.Zero);
                    foreach (var id in model.Accounts)
                    {
                        var running = Minutes.Zero;
                        foreach (var (amount, balance) in model.HistoryOf(id))
                        {
                            running += amount;
                            balance.ShouldBe(running);
                        }
                        model.BalanceOf(id).ShouldBe(running);
                    }
                }
            )
        );
    }

    [Fact]
    public void Only_a_reversal_takes_a_member_below_the_floor()
    {
        Check.One(
            Often,
            Prop.ForAll(
                Steps,
                steps =>
                {
                    var (model, welcome) = Live(steps.Where(step => step.Action != 9));

                    foreach (var id in model.Accounts.Where(id => id != welcome))
                    {
                        model.HistoryOf(id).ShouldAllBe(line => line.RunningBalance >= Floor);
                    }
                }
            )
        );
    }

    [Fact]
    public void Undoing_everything_brings_every_balance_back_to_zero()
    {
        Check.One(
            Often,
            Prop.ForAll(
                Steps,
                steps =>
                {
                    var (model, _) = Live(steps);

                    foreach (var entry in model.Entries.ToArray())
                    {
                        if (entry.Kind != EntryKind.Reversal && !model.IsReversed(entry.Id))
                        {
                            var undone = entry.Reverse("Start again", Monday);
                            model.Post(undone, Guid.NewGuid(), "").Outcome.ShouldBe(ModelOutcome.Posted);
                            var again = entry.Reverse("Once more", Monday);
                            model.Post(again, Guid.NewGuid(), "").Outcome.ShouldBe(ModelOutcome.AlreadyReversed);
                        }
                    }

                    model.Accounts.ShouldAllBe(id => model.BalanceOf(id) == Minutes.Zero);
                }
            )
        );
    }

    [Fact]
    public void A_retry_answers_with_the_first_entry_and_another_body_is_refused()
    {
        Check.One(
            Often,
            Prop.ForAll(
                Steps,
                steps =>
                {
                    var (model, welcome) = Live(steps);
                    var member = model.Accounts.First(id => id != welcome);
                    var key = Guid.NewGuid();
                    var first = Entry.Welcome(welcome, member, new Minutes(60), Monday);
                    var retry = Entry.Welcome(welcome, member, new Minutes(60), Monday);
                    var other = Entry.Welcome(welcome, member, new Minutes(61), Monday);

                    model.Post(first, key, "").Outcome.ShouldBe(ModelOutcome.Posted);
                    var balance = model.BalanceOf(member);
                    model.Post(retry, key, "").ShouldBe(new ModelAnswer(ModelOutcome.DoneAlready, first.Id));
                    model.Post(other, key, "").Outcome.ShouldBe(ModelOutcome.KeyReused);
                    model.BalanceOf(member).ShouldBe(balance);
                }
            )
        );
    }

    private static (LedgerModel Model, AccountId Welcome) Live(IEnumerable<Step> steps)
    {
        var model = new LedgerModel();
        var welcome = AccountId.New();
        var members = Enumerable.Range(0, 6).Select(_ => AccountId.New()).ToArray();
        model.Open(welcome, floor: null);
        foreach (var member in members)
        {
            model.Open(member, Floor);
        }
        foreach (var step in steps)
        {
            if (Propose(step, members, welcome, model) is { } entry)
            {
                model.Post(entry, Guid.NewGuid(), "");
            }
        }
        return (model, welcome);
    }

    private static Entry? Propose(Step step, AccountId[] members, AccountId welcome, LedgerModel model)
    {
        var amount = new Minutes(step.Amount);
        return step.Action switch
        {
            0 => Entry.Welcome(welcome, members[step.One], amount, Monday),
            9 => model.Entries.FirstOrDefault(entry => entry.Kind != EntryKind.Reversal)?.Reverse("Wrong", Monday),
            _ when step.One == step.Other => null,
            _ => Entry.OneToOne(members[step.One], members[step.Other], amount, Monday),
        };
    }

    private sealed record Step(int Action, int One, int Other, int Amount);
}
