using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>Whatever is asked of it in whatever order, the database answers and holds what a plain ledger in memory does, and every promise holds after each step.</summary>
public sealed class PostgresFollowsTheModel(LedgerDatabase database) : IClassFixture<LedgerDatabase>
{
    // A life begins anew before its history makes looking at all of it after each step too slow.
    private const int StepsOfALife = 250;
    private readonly LedgerDatabase database = database;

    [Theory]
    [InlineData(2000)]
    public async Task A_random_life_is_the_same_in_both(int steps)
    {
        var (random, seed) = Dice();
        var seen = new HashSet<string>();
        for (var begun = 0; begun < steps; begun += StepsOfALife)
        {
            var life = await RandomLife.BeginAsync(database, random, seed);
            for (var step = 0; step < StepsOfALife; step++)
            {
                await life.StepAsync();
                await life.CheckAsync();
            }
            await life.CompareHistoryAsync();
            seen.UnionWith(life.Seen);
        }
        RandomLife.Possible.Except(seen).ShouldBeEmpty($"Seed {seed} has not seen everything that can happen");
    }

    [Theory]
    [InlineData(2000)]
    public async Task A_random_life_of_two_affiliated_organisations_is_the_same_in_both(int steps)
    {
        var (random, seed) = Dice();
        var seen = new HashSet<string>();
        for (var begun = 0; begun < steps; begun += StepsOfALife)
        {
            var two = await RandomPair.BeginAsync(database, random, seed);
            for (var step = 0; step < StepsOfALife; step++)
                await two.StepAsync();
            await two.CompareHistoryAsync();
            seen.UnionWith(two.Seen);
        }
        RandomPair.Possible.Except(seen).ShouldBeEmpty($"Seed {seed} has not seen everything that can happen");
    }

    private static (Random Random, int Seed) Dice()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("COPRODUCE_SEED"), out var given) ? given : Random.Shared.Next();
        TestContext.Current.SendDiagnosticMessage($"Seed {seed}");
        TestContext.Current.TestOutputHelper!.WriteLine($"Seed {seed}: set COPRODUCE_SEED to see this life again");
        return (new(seed), seed);
    }
}
