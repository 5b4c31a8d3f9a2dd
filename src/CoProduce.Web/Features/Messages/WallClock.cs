namespace CoProduce.Web.Features.Messages;

/// <summary>What the clocks on the wall mean in moments, through the weeks in which they change.</summary>
public static class WallClock
{
    /// <summary>
    /// The moment at which clocks in that zone show that time. In the hour that is left out in spring they are an hour further on; of the hour that
    /// comes twice in autumn the first is meant.
    /// </summary>
    public static DateTimeOffset Moment(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var wall = day.ToDateTime(time);
        if (zone.IsInvalidTime(wall))
            wall += TimeSpan.FromHours(1);
        var offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }
}
