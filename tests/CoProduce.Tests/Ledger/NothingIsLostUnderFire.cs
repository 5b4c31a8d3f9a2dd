using CoProduce.Faults;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>
/// Whatever is killed, every acknowledged exchange is there once, every refused one is not, and all promises hold (I9). This is the short form; docs/fault-run.md tells of the long one.
/// </summary>
public sealed class NothingIsLostUnderFire
{
    private static readonly TimeSpan ShortTime = TimeSpan.FromSeconds(5);

    public static TheoryData<string> Controls => [.. Control.All.Select(c => c.Name)];

    [Fact]
    public async Task When_the_database_is_killed()
    {
        var outcome = await FaultRun.KillDatabaseAsync(kills: 3);

        outcome.Verdict.Findings.ShouldBeEmpty(outcome.ToString());
        outcome.UnderWay.ShouldBeGreaterThan(0, "nobody was hit");
        outcome.Verdict.Done.ShouldBeGreaterThan(0);
        outcome.Verdict.Refused.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task When_the_program_is_killed()
    {
        var outcome = await FaultRun.KillProgramAsync(kills: 3);

        outcome.Verdict.Findings.ShouldBeEmpty(outcome.ToString());
        outcome.Verdict.Silences.ShouldBeGreaterThan(0, "nobody was hit");
        outcome.Verdict.Done.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task When_nothing_is_killed_nobody_even_tries_again()
    {
        var outcome = await FaultRun.LoadAsync(ShortTime, variant: null);

        outcome.Verdict.Findings.ShouldBeEmpty(outcome.ToString());
        outcome.Retries.ShouldBe("none");
    }

    [Theory, MemberData(nameof(Controls))]
    public async Task A_ledger_with_a_known_fault_is_found_out(string name)
    {
        var control = Control.All.Single(c => c.Name == name);

        var outcome = await control.RunAsync(ShortTime);

        control.IsFoundOut(outcome).ShouldBeTrue(outcome.ToString());
    }
}
