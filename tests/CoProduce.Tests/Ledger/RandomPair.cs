using CoProduce.Ledger;
using CoProduce.Ledger.Tests;
using CoProduce.Web.Features.Ledger;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>Two affiliated organisations, each with a life of its own, between which hours cross, are sent again, and are undone.</summary>
internal sealed class RandomPair
{
    private readonly Random random;
    private readonly int seed;
    private readonly Side[] sides;
    private readonly Affiliation affiliation;
    private readonly List<Crossing> crossings = [];

    private RandomPair(Random random, int seed, Side[] sides, Affiliation affiliation) =>
        (this.random, this.seed, this.sides, this.affiliation) = (random, seed, sides, affiliation);

    /// <summary>All that a long life has to have seen, besides what one organisation alone sees.</summary>
    public static IEnumerable<string> Possible => Enum.GetNames<ModelOutcome>().Append("undone").Append("limits");

    public HashSet<string> Seen { get; } = [];

    public static async Task<RandomPair> BeginAsync(LedgerDatabase database, Random random, int seed)
    {
        var lives = new[] { await RandomLife.BeginAsync(database, random, seed), await RandomLife.BeginAsync(database, random, seed) };
        var affiliation = await Affiliation.AgreeAsync(lives[0].Bank, lives[1].Bank, hereMayOwe: 300, thereMayOwe: 300);
        var sides = new List<Side>();
        foreach (var life in lives)
        {
            sides.Add(new(life, await Affiliation.ClearingAsync(life.Bank)));
            life.Model.Open(sides[^1].Clearing, new Minutes(-300));
        }
        return new(random, seed, [.. sides], affiliation);
    }

    public async Task StepAsync()
    {
        var here = random.Next(2);
        await (
            random.Next(20) switch
            {
                < 7 => sides[here].Life.StepAsync(),
                7 => SetLimitsAsync(),
                < 10 when crossings.Count > 0 => CrossAsync(crossings[random.Next(crossings.Count)]),
                < 13 when crossings.Exists(c => c.Entry is not null) => UndoAsync(),
                _ => CrossAsync(NewCrossing(here)),
            }
        );
        foreach (var side in sides)
            await side.Life.CheckAsync();
    }

    public async Task CompareHistoryAsync()
    {
        foreach (var side in sides)
            await side.Life.CompareHistoryAsync();
    }

    private Crossing NewCrossing(int here)
    {
        var amount = random.Next(1, 90) * (random.Next(3) == 0 ? -1 : 1);
        var life = sides[here].Life;
        return new(
            here,
            random.Next(12) == 0 ? AccountId.New() : life.Anybody(),
            sides[1 - here].Life.Anybody(),
            amount,
            life.Day(),
            random.Next(12) == 0 ? life.OldKey() : Guid.NewGuid()
        );
    }

    private async Task CrossAsync(Crossing crossing)
    {
        var (expected, refusedHere) = Model(
            crossing.Here,
            (side, isHere) =>
            {
                var (account, amount) = isHere ? (crossing.From, -crossing.Amount) : (crossing.To, crossing.Amount);
                var entry =
                    amount < 0
                        ? Entry.Between(account, side.Clearing, new(-amount), crossing.Day)
                        : Entry.Between(side.Clearing, account, new(amount), crossing.Day);
                return side.Life.Model.Post(entry, crossing.Key, "affiliation");
            }
        );
        var there = sides[1 - crossing.Here].Life.Bank;
        var result = await sides[crossing.Here]
            .Life.Bank.CrossAsync(there, crossing.From, crossing.To, crossing.Amount, crossing.Key, crossing.Day);
        Compare(expected, refusedHere, result);
        if (result.Outcome == BetweenOutcome.Posted)
            crossings.Add(crossing with { Entry = result.Entry });
    }

    private async Task UndoAsync()
    {
        var done = crossings.Where(c => c.Entry is not null).ToArray();
        var crossing = done[random.Next(done.Length)];
        var (key, day) = (Guid.NewGuid(), sides[crossing.Here].Life.Day());
        var (expected, refusedHere) = Model(
            crossing.Here,
            (side, isHere) =>
            {
                // Whoever undoes it may take a member of their own below the floor, and nobody past what both agreed.
                var model = side.Life.Model;
                var reversal = model.Entry(model.EntryFor(crossing.Key)).Reverse("The wrong son", day);
                var answer = model.Post(reversal, key, "affiliation", mayPassFloor: isHere);
                var isOwedMore = reversal.Postings.Any(p => p.Account == side.Clearing && p.Amount < Minutes.Zero);
                return answer.Outcome == ModelOutcome.Posted && isOwedMore && model.IsBelowFloor(side.Clearing)
                    ? new(ModelOutcome.BelowFloor, null, side.Clearing)
                    : answer;
            }
        );
        var result = await sides[crossing.Here]
            .Life.Bank.UndoCrossingAsync(sides[1 - crossing.Here].Life.Bank, crossing.Entry!.Value, key, day);
        Compare(expected, refusedHere, result);
        if (result.IsPosted)
            Seen.Add("undone");
    }

    private async Task SetLimitsAsync()
    {
        int[] mayOwe = [30 * random.Next(0, 15), 30 * random.Next(0, 15)];
        await affiliation.LimitAsync(mayOwe[0], mayOwe[1]);
        // How far one may owe is the floor of the account that the other keeps for it.
        foreach (var (index, side) in sides.Index())
            side.Life.Model.SetFloor(side.Clearing, new Minutes(-mayOwe[1 - index]));
        Seen.Add("limits");
    }

    // Both halves or neither, the organisation with the lower id first.
    private (ModelAnswer Answer, bool RefusedHere) Model(int here, Func<Side, bool, ModelAnswer> half)
    {
        var before = sides.Select(side => side.Life.Model.Copy()).ToArray();
        ModelAnswer answer = null!;
        foreach (var (index, side) in sides.Index().OrderBy(s => s.Item.Life.Bank.Id.Value.ToString(), StringComparer.Ordinal))
        {
            answer = half(side, index == here);
            if (answer.Entry is not null)
                continue;
            foreach (var (i, model) in before.Index())
                sides[i].Life.Model = model;
            return (answer, index == here && answer.Account != side.Clearing);
        }
        return (answer, false);
    }

    private void Compare(ModelAnswer expected, bool refusedHere, BetweenResult result)
    {
        result.Outcome.ToString().ShouldBe(expected.Outcome.ToString(), $"Seed {seed}");
        result.RefusedHere.ShouldBe(refusedHere, $"Seed {seed}");
        Seen.Add(expected.Outcome.ToString());
    }

    private sealed record Side(RandomLife Life, AccountId Clearing);

    private sealed record Crossing(int Here, AccountId From, AccountId To, long Amount, DateOnly Day, Guid Key, EntryId? Entry = null);
}
