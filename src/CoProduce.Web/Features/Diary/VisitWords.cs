using System.Globalization;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Diary;

/// <summary>What a visit is, in words.</summary>
internal static class VisitWords
{
    /// <summary>"You help Mair tomorrow at 10:30, for an hour: a lift." for one of the two.</summary>
    public static string About(
        IStringLocalizer t,
        Visit visit,
        MemberId member,
        IReadOnlyDictionary<MemberId, string> names,
        OrganisationProfile organisation,
        DateOnly today
    )
    {
        var (when, length) = (When(t, visit, today), t.Duration(visit.Minutes));
        return visit.GiverId == member
            ? t[
                "You help {0} {1}, for {2}: {3}.",
                visit.ReceiverId is { } r ? names[r] : organisation.Name,
                when,
                length,
                visit.Description
            ]
            : t["{0} helps you {1}, for {2}: {3}.", names[visit.GiverId], when, length, visit.Description];
    }

    /// <summary>The same of a line that has its names.</summary>
    public static string About(IStringLocalizer t, VisitLine line, MemberId member, OrganisationProfile organisation, DateOnly today)
    {
        Dictionary<MemberId, string> names = new() { [line.Visit.GiverId] = line.Giver };
        if (line.Visit.ReceiverId is { } receiver)
            names[receiver] = line.Receiver!;
        return About(t, line.Visit, member, names, organisation, today);
    }

    /// <summary>What somebody was told.</summary>
    public static string News(IStringLocalizer t, VisitNews news) =>
        news switch
        {
            VisitNews.Arranged => t["that it is arranged"],
            VisitNews.Moved => t["that it is changed"],
            VisitNews.Replaced => t["that somebody else helps"],
            VisitNews.CalledOff => t["that it is called off"],
            VisitNews.DayBefore => t["a reminder the day before"],
            VisitNews.Morning => t["a reminder on the morning"],
            VisitNews.Afterwards => t["asked how it went"],
        };

    /// <summary>"Dai for Mair", or "Dai for Rushey Green".</summary>
    public static string Pair(IStringLocalizer t, VisitLine line, OrganisationProfile organisation) =>
        t["{0} for {1}", Isolated.Name(line.Giver), Isolated.Name(line.Receiver ?? organisation.Name)];

    /// <summary>"tomorrow at 10:30".</summary>
    public static string When(IStringLocalizer t, Visit visit, DateOnly today) =>
        t["{0} at {1}", t.OnDay(visit.Day, today), Clock(visit.Start)];

    /// <summary>"10:30".</summary>
    public static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"1:30", as a length is typed.</summary>
    public static string Length(int minutes) => $"{minutes / 60}:{minutes % 60:00}";

    /// <summary>"10:30 to 11:30", as clocks on the wall show it.</summary>
    public static string Hours(IStringLocalizer t, Visit visit, OrganisationProfile organisation) =>
        Hours(t, visit.Start, visit.EndsAt, organisation);

    /// <summary>The same of anything that has a beginning and an end.</summary>
    public static string Hours(IStringLocalizer t, TimeOnly start, DateTimeOffset end, OrganisationProfile organisation) =>
        t["{0} to {1}", Clock(start), TimeZoneInfo.ConvertTime(end, organisation.TimeZone).ToString("HH:mm", CultureInfo.InvariantCulture)];

    public static string Status(IStringLocalizer t, VisitStatus status) =>
        status switch
        {
            VisitStatus.Arranged => t["Arranged"],
            VisitStatus.Moved => t["Moved"],
            VisitStatus.CalledOff => t["Called off"],
            VisitStatus.Happened => t["Happened"],
            VisitStatus.DidNotHappen => t["Did not happen"],
        };

    public static string Tag(VisitStatus status) =>
        status switch
        {
            VisitStatus.Happened => "good",
            VisitStatus.CalledOff or VisitStatus.DidNotHappen => "bad",
            VisitStatus.Moved => "wait",
            VisitStatus.Arranged => "plain",
        };

    /// <summary>What a coordinator rings somebody about.</summary>
    public static string Call(IStringLocalizer t, VisitNews news) =>
        news switch
        {
            VisitNews.Arranged => t["Tell them that it is arranged"],
            VisitNews.Moved => t["Tell them that it is changed"],
            VisitNews.Replaced => t["Tell them that somebody else helps"],
            VisitNews.CalledOff => t["Tell them that it is called off"],
            VisitNews.DayBefore or VisitNews.Morning => t["Remind them"],
            VisitNews.Afterwards => t["Ask how it went"],
        };

    public static IReadOnlyList<Choice> Repeats(IStringLocalizer t) =>
        [
            new("", t["Once"]),
            new(nameof(RepeatEvery.Week), t["Every week"]),
            new(nameof(RepeatEvery.Fortnight), t["Every two weeks"]),
            new(nameof(RepeatEvery.Month), t["Every month, on the same weekday"]),
        ];
}
