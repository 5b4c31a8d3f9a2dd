namespace CoProduce.Tests.Support;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class TestClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 11, 18, 10, 30, 0, TimeSpan.Zero);

    /// <summary>The present moment: a Wednesday morning in November.</summary>
    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan time) => now += time;

    /// <summary>Lets the night pass, in which nothing goes out. Does nothing by day.</summary>
    public void AdvanceToDay()
    {
        if (now.Hour is < 9 or >= 20)
            AdvanceToMorning();
    }

    /// <summary>Lets time pass until it is half past ten in the morning.</summary>
    public void AdvanceToMorning()
    {
        var morning = new DateTimeOffset(now.Date, TimeSpan.Zero).AddHours(10.5);
        now = morning < now ? morning.AddDays(1) : morning;
    }
}
