using CoProduce.Web.Tenancy;

namespace CoProduce.Web.Features.Diary;

/// <summary>A visit or a session as the calendar places it.</summary>
/// <param name="Visit">Null when it is a session.</param>
/// <param name="Session">Null when it is a visit.</param>
/// <param name="Start">On the organisation's clocks.</param>
/// <param name="End">On the organisation's clocks; never before it begins, also when clocks are put back meanwhile.</param>
public sealed record PlannerLine(VisitLine? Visit, SessionLine? Session, DateTime Start, DateTime End)
{
    /// <summary>The page that it opens, below the organisation's own.</summary>
    public string Page => Visit is not null ? $"diary/visits/{Visit.Visit.Id.Value}" : $"diary/sessions/{Session!.Session.Id.Value}";

    /// <summary>All of it in one sentence, for those who listen; said by the island, which knows their language.</summary>
    public string Said { get; init; } = "";

    /// <summary>What it is, in somebody's own words.</summary>
    public string Title => Visit?.Visit.Description ?? Session!.Session.Title;

    /// <summary>True when it is not to be.</summary>
    public bool IsOff =>
        Visit is not null
            ? Visit.Visit.Status is VisitStatus.CalledOff or VisitStatus.DidNotHappen
            : Session!.Session.CalledOffAt is not null;
}

/// <summary>What the calendar shows.</summary>
/// <param name="IsNobody">True when a person was asked for and it is not one person here.</param>
public sealed record PlannerDays(IReadOnlyList<PlannerLine> Lines, bool IsNobody)
{
    /// <summary>The longest list of one day that a month shows whole.</summary>
    public const int MostInADay = 4;

    // A day is shown from breakfast to supper at least, and longer when something is earlier or later.
    private const int FirstHour = 8;
    private const int LastHour = 20;
    private const int MinutesOfALine = 15;

    public static readonly PlannerDays None = new([], IsNobody: false);

    /// <summary>The hour at which the days begin.</summary>
    public TimeSpan Begins => TimeSpan.FromHours(Lines.Select(l => l.Start.Hour).Append(FirstHour).Min());

    /// <summary>The hour at which they end; what goes on after midnight is shown until then.</summary>
    public TimeSpan Ends =>
        TimeSpan.FromHours(
            Lines.Select(l => l.End.Date > l.Start.Date ? 24 : l.End.Hour + (l.End.Minute > 0 ? 1 : 0)).Append(LastHour).Max()
        );

    /// <summary>The days of which a month cannot show all, with how many it leaves out.</summary>
    public IReadOnlyList<(DateOnly Day, int More)> Fuller =>
        [
            .. Lines
                .GroupBy(l => DateOnly.FromDateTime(l.Start))
                .Where(d => d.Count() > MostInADay)
                .Select(d => (d.Key, d.Count() - MostInADay))
                .OrderBy(d => d.Key),
        ];

    internal static PlannerDays Of(StaffDiary diary, OrganisationProfile organisation)
    {
        IEnumerable<PlannerLine> lines =
        [
            .. diary.Visits.Select(l => Line(l, null, l.Visit.Day, l.Visit.Start, l.Visit.EndsAt)),
            .. diary.Sessions.Select(l => Line(null, l, l.Session.Day, l.Session.Start, l.Session.EndsAt)),
        ];
        return new([.. lines.OrderBy(l => l.Start)], diary.IsNobody);

        PlannerLine Line(VisitLine? visit, SessionLine? session, DateOnly day, TimeOnly start, DateTimeOffset ends)
        {
            var begins = day.ToDateTime(start);
            var end = TimeZoneInfo.ConvertTime(ends, organisation.TimeZone).DateTime;
            var least = begins.AddMinutes(MinutesOfALine);
            return new(visit, session, begins, end < least ? least : end);
        }
    }
}
