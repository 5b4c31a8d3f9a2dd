using CoProduce.Ledger;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Features.Diary;

/// <summary>The id of a repeat; it is the request key of the form that arranged it.</summary>
public readonly record struct VisitRepeatId(Guid Value);

/// <summary>How often a visit comes again.</summary>
public enum RepeatEvery : short
{
    Week = 1,
    Fortnight = 2,

    /// <summary>Every month on the same weekday: the second Tuesday. A fifth one is the last of the month.</summary>
    Month = 3,
}

/// <summary>A visit that comes again. Its visits are made twelve weeks ahead and then stand by themselves.</summary>
public sealed class VisitRepeat
{
    /// <summary>How far ahead visits are made.</summary>
    public const int DaysAhead = 12 * 7;

    public VisitRepeatId Id { get; init; }

    public RepeatEvery Every { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; init; }

    /// <summary>The last possible day; null for until it is ended.</summary>
    public DateOnly? Until { get; set; }

    public TimeOnly Start { get; init; }

    public int Minutes { get; init; }

    public MemberId GiverId { get; init; }

    /// <summary>Who receives; null when it is for the organisation.</summary>
    public MemberId? ReceiverId { get; init; }

    public HubId HubId { get; init; }

    public string Place { get; init; } = "";

    public bool IsHomeVisit { get; init; }

    public bool AsksIfHome { get; init; }

    public CategoryId? CategoryId { get; init; }

    public required string Description { get; init; }

    public Door Door { get; init; }

    /// <summary>The days that it means up to and with that day, the first first.</summary>
    public IEnumerable<DateOnly> DaysTo(DateOnly last) => Every.Days(From, Until is { } until && until < last ? until : last);

    /// <summary>Those who meet on that day, for the rules of care.</summary>
    public Meeting MeetingOn(DateOnly day) => Meeting.Of(GiverId, ReceiverId, CategoryId, day);

    /// <summary>The visit of that day.</summary>
    public Visit VisitOn(DateOnly day, TimeZoneInfo zone, DateTimeOffset now) =>
        new Visit
        {
            Id = new(Guid.CreateVersion7()),
            RepeatId = Id,
            MeantFor = day,
            GiverId = GiverId,
            ReceiverId = ReceiverId,
            HubId = HubId,
            Minutes = Minutes,
            Place = Place,
            IsHomeVisit = IsHomeVisit,
            AsksIfHome = AsksIfHome,
            CategoryId = CategoryId,
            Description = Description,
            ArrangedAt = now,
            Door = Door,
        }.On(day, Start, zone);
}

/// <summary>The days on which something comes again.</summary>
internal static class RepeatDays
{
    private const int Week = 7;

    /// <summary>From the first day up to and with the last, the first first.</summary>
    public static IEnumerable<DateOnly> Days(this RepeatEvery every, DateOnly from, DateOnly to)
    {
        for (var i = 0; ; i++)
        {
            var day = every switch
            {
                RepeatEvery.Week => from.AddDays(i * Week),
                RepeatEvery.Fortnight => from.AddDays(i * 2 * Week),
                RepeatEvery.Month => SameWeekday(from, i),
            };
            if (day > to)
                yield break;
            yield return day;
        }
    }

    private static DateOnly SameWeekday(DateOnly from, int months)
    {
        var which = (from.Day - 1) / Week;
        var first = new DateOnly(from.Year, from.Month, 1).AddMonths(months);
        var day = first.AddDays((from.DayOfWeek - first.DayOfWeek + Week) % Week + which * Week);
        return day.Month == first.Month ? day : day.AddDays(-Week);
    }
}
