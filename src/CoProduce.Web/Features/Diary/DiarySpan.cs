using System.Globalization;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Diary;

/// <summary>How much of the diary is looked at.</summary>
public enum DiaryView
{
    Day,
    Week,
    Month,
}

/// <summary>The days that are looked at, and the way to those before and after.</summary>
public sealed record DiarySpan(DiaryView View, DateOnly From, DateOnly To)
{
    /// <summary>The day, the week from Monday, or the month in which that day is.</summary>
    public static DiarySpan Of(DiaryView view, DateOnly day) =>
        view switch
        {
            DiaryView.Day => new(view, day, day),
            DiaryView.Week when day.AddDays(-(((int)day.DayOfWeek + 6) % 7)) is var monday => new(view, monday, monday.AddDays(6)),
            DiaryView.Month when new DateOnly(day.Year, day.Month, 1) is var first => new(view, first, first.AddMonths(1).AddDays(-1)),
            _ => throw new ArgumentOutOfRangeException(nameof(view)),
        };

    /// <summary>What an address asks for; this week when it says nothing that can be read.</summary>
    public static DiarySpan Read(string? view, string? day, DateOnly today) =>
        Of(
            Enum.TryParse<DiaryView>(view, ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : DiaryView.Week,
            Day(day) ?? today
        );

    /// <summary>The day that an address has; null when it has none that can be read.</summary>
    public static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var found)
        && found.Year is > 2000 and < 2200
            ? found
            : null;

    public DateOnly Before => From.AddDays(-1);

    public DateOnly After => To.AddDays(1);

    /// <summary>The first and the last day in whole weeks from Monday, for a month that is shown as a sheet; otherwise the days as they are.</summary>
    public (DateOnly From, DateOnly To) InWholeWeeks() =>
        View == DiaryView.Month ? (Of(DiaryView.Week, From).From, Of(DiaryView.Week, To).To) : (From, To);

    /// <summary>"2026-11-23", as an address has it.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"30 November to 6 December 2026", "November 2026", "Tuesday 24 November 2026".</summary>
    public string Title(IStringLocalizer t) =>
        View switch
        {
            DiaryView.Day => t.FullDay(From),
            DiaryView.Week => t[
                "{0} to {1}",
                From.ToString("d MMMM", CultureInfo.CurrentCulture),
                To.ToString("d MMMM yyyy", CultureInfo.CurrentCulture)
            ],
            DiaryView.Month => t.Month(From),
            _ => throw new InvalidOperationException($"There is no view {View}."),
        };
}
