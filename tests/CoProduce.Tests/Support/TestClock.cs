namespace CoProduce.Tests.Support;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class TestClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 11, 18, 10, 30, 0, TimeSpan.Zero);

    /// <summary>The present moment: a Wednesday morning in November.</summary>
    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan time) => now += time;
}
