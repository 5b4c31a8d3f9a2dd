namespace CoProduce.Tests.Support;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class TestClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 11, 18, 10, 30, 0, TimeSpan.Zero);

    /// <summary>The present moment: a Wednesday morning in November.</summary>
    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan time) => now += time;

    /// <summary>Lets the night pass, in which nothing goes out: the next half past ten in the morning. Does nothing by day.</summary>
    public void AdvanceToDay()
    {
        if (now.Hour is >= 9 and < 20)
            return;
        now = new DateTimeOffset(now.Hour < 9 ? now.Date : now.Date.AddDays(1), TimeSpan.Zero).AddHours(10.5);
    }
}
