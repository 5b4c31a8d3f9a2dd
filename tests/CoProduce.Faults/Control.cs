namespace CoProduce.Faults;

/// <summary>A ledger with a known fault, and by what it must be found out.</summary>
internal sealed record Control(string Name, Func<TimeSpan, Task<Outcome>> RunAsync, Func<Outcome, bool> IsFoundOut)
{
    /// <summary>Answers before what was done is safe.</summary>
    public static readonly Control Forgetful = new(
        "asynchronous commit",
        time => FaultRun.KillDatabaseAsync(Math.Max(2, (int)time.TotalSeconds / 2), forgetful: true),
        o => o.Verdict.Count(Fault.Lost) > 0
    );

    public static readonly Control NoLockOrder = Of(PostingVariant.NoLockOrder, o => o.Deadlocks > 0);

    public static readonly Control NoRequestKey = Of(PostingVariant.NoRequestKey, o => o.Verdict.Count(Fault.Twice) > 0);

    public static readonly Control OneMinuteMore = Of(PostingVariant.OneMinuteMore, o => o.Verdict.Count(Fault.Altered) > 0);

    public static readonly IReadOnlyList<Control> All = [Forgetful, NoLockOrder, NoRequestKey, OneMinuteMore];

    private static Control Of(PostingVariant variant, Func<Outcome, bool> isFoundOut) =>
        new(variant.Name, time => FaultRun.LoadAsync(time, variant), isFoundOut);
}
