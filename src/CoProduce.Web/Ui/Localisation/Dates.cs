using System.Globalization;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Ui;

/// <summary>Days as people say them. Today is a parameter: it depends on the organisation's time zone.</summary>
public static class Dates
{
    /// <summary>"today", "yesterday", "tomorrow", "Tuesday 24 November", with the year when it is not this one.</summary>
    public static string Day(this IStringLocalizer texts, DateOnly day, DateOnly today) =>
        Near(texts, day, today) ?? Lower(Written(day, today), "dydd");

    /// <summary>The same after a verb: "yesterday", "on Tuesday 24 November".</summary>
    public static string OnDay(this IStringLocalizer texts, DateOnly day, DateOnly today) =>
        Near(texts, day, today) ?? texts["on {0}", Lower(Written(day, today), "ddydd")];

    /// <summary>Always the date and never "today", for paper: "Tuesday 24 November 2026".</summary>
    public static string FullDay(this IStringLocalizer _, DateOnly day) =>
        Lower(day.ToString("dddd d MMMM yyyy", CultureInfo.CurrentCulture), "dydd");

    /// <summary>"24 Nov 2026", for tables.</summary>
    public static string ShortDay(this IStringLocalizer _, DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>"November 2026".</summary>
    public static string Month(this IStringLocalizer _, DateOnly day) => day.ToString("MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>"today at 14:05", "Tuesday 24 November at 09:30"; the moment is already in the organisation's own time.</summary>
    public static string Moment(this IStringLocalizer texts, DateTime local, DateOnly today) =>
        texts["{0} at {1}", texts.Day(DateOnly.FromDateTime(local), today), local.ToString("HH:mm", CultureInfo.InvariantCulture)];

    private static string? Near(IStringLocalizer texts, DateOnly day, DateOnly today) =>
        (day.DayNumber - today.DayNumber) switch
        {
            0 => texts["today"].Value,
            -1 => texts["yesterday"].Value,
            1 => texts["tomorrow"].Value,
            _ => null,
        };

    private static string Written(DateOnly day, DateOnly today) =>
        day.ToString(day.Year == today.Year ? "dddd d MMMM" : "dddd d MMMM yyyy", CultureInfo.CurrentCulture);

    // Welsh writes the word for "day" small inside a sentence, and softens it where English says "on".
    private static string Lower(string written, string welshDay) =>
        written.StartsWith("Dydd ", StringComparison.Ordinal) ? string.Concat(welshDay, written.AsSpan(4)) : written;
}
