using CoProduce.Web.Tenancy;

namespace CoProduce.Web.Features.Messages;

/// <summary>The hours in which an organisation lets its members sleep, and the hour of the mail of the day.</summary>
internal static class QuietHours
{
    private static readonly TimeOnly gathering = new(17, 0);

    /// <summary>The first moment from then on at which somebody may be written to.</summary>
    public static DateTimeOffset After(DateTimeOffset now, OrganisationProfile organisation)
    {
        var (from, until) = (organisation.Settings.QuietFrom, organisation.Settings.QuietUntil);
        var wall = TimeZoneInfo.ConvertTime(now, organisation.TimeZone);
        var (day, time) = (DateOnly.FromDateTime(wall.DateTime), TimeOnly.FromDateTime(wall.DateTime));
        if (from == until || !time.IsBetween(from, until)) // from late to early goes through midnight
            return now;
        return WallClock.Moment(time < until ? day : day.AddDays(1), until, organisation.TimeZone);
    }

    /// <summary>When what was gathered until then goes out.</summary>
    public static DateTimeOffset NextGathering(DateTimeOffset now, OrganisationProfile organisation)
    {
        var today = organisation.DateOf(now);
        var at = WallClock.Moment(today, gathering, organisation.TimeZone);
        return at > now ? at : WallClock.Moment(today.AddDays(1), gathering, organisation.TimeZone);
    }
}
