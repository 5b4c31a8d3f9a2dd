using System.Globalization;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Reports;

/// <summary>The whole calendar months that a report is about. Days cannot be chosen, so that two reports cannot be taken from one another to leave a day.</summary>
/// <param name="From">The first day of the first month.</param>
/// <param name="Until">The last day of the last month, or today when that month is running.</param>
/// <param name="Choice">One of <see cref="Choices"/>.</param>
public sealed record ReportPeriod(DateOnly From, DateOnly Until, string Choice)
{
    /// <summary>The longest period in months.</summary>
    public const int MostMonths = 36;

    /// <summary>The choice whose months are named one by one.</summary>
    public const string Named = "months";

    /// <summary>What can be asked for; the second is what nobody asked for.</summary>
    public static readonly IReadOnlyList<string> Choices =
    [
        "last-month",
        "last-quarter",
        "this-month",
        "this-year",
        "last-12-months",
        Named,
    ];

    /// <summary>The first days of its months, in order.</summary>
    public IReadOnlyList<DateOnly> Months => [.. Enumerable.Range(0, MonthsBetween(From, Until) + 1).Select(From.AddMonths)];

    /// <summary>The period of a choice; the last whole quarter when nothing is asked for. What is wrong with it is said in <paramref name="fault"/>.</summary>
    /// <param name="from">A month as 2026-03, read for <see cref="Named"/> only.</param>
    public static ReportPeriod Read(string? choice, string? from, string? until, DateOnly today, out PeriodFault? fault)
    {
        fault = null;
        var month = new DateOnly(today.Year, today.Month, 1);
        var quarter = new DateOnly(today.Year, (today.Month - 1) / 3 * 3 + 1, 1);
        switch (choice)
        {
            case "this-month":
                return new(month, today, choice);
            case "last-month":
                return new(month.AddMonths(-1), month.AddDays(-1), choice);
            case "this-year":
                return new(new(today.Year, 1, 1), today, choice);
            case "last-12-months":
                return new(month.AddMonths(-12), month.AddDays(-1), choice);
            case Named:
                fault = Check(MonthOf(from), MonthOf(until), month);
                if (fault is null)
                    return new(MonthOf(from)!.Value, Earlier(MonthOf(until)!.Value.AddMonths(1).AddDays(-1), today), choice);
                break;
            case null or "" or "last-quarter":
                break;
            default:
                fault = PeriodFault.Unknown;
                break;
        }
        return new(quarter.AddMonths(-3), quarter.AddDays(-1), choice == Named ? Named : "last-quarter");
    }

    /// <summary>"July 2026", or "July to September 2026".</summary>
    public string Words(IStringLocalizer texts)
    {
        var culture = CultureInfo.CurrentCulture;
        return MonthsBetween(From, Until) == 0
            ? From.ToString("MMMM yyyy", culture)
            : texts[
                "{0} to {1}",
                From.ToString(From.Year == Until.Year ? "MMMM" : "MMMM yyyy", culture),
                Until.ToString("MMMM yyyy", culture)
            ];
    }

    /// <summary>A month as an address carries it: 2026-03.</summary>
    public static string Code(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static PeriodFault? Check(DateOnly? from, DateOnly? until, DateOnly thisMonth) =>
        from is null || until is null ? PeriodFault.NoMonth
        : from > until ? PeriodFault.Backwards
        : from > thisMonth || until > thisMonth ? PeriodFault.InTheFuture
        : MonthsBetween(from.Value, until.Value) >= MostMonths ? PeriodFault.TooLong
        : null;

    private static DateOnly? MonthOf(string? text) =>
        DateOnly.TryParseExact(text?.Trim() + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
        && month.Year >= 2000
            ? month
            : null;

    private static int MonthsBetween(DateOnly from, DateOnly until) => (until.Year - from.Year) * 12 + until.Month - from.Month;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}

/// <summary>Why a period that was asked for cannot be reported on.</summary>
public enum PeriodFault
{
    /// <summary>The choice is none of ours.</summary>
    Unknown,

    /// <summary>A month is missing or is no month.</summary>
    NoMonth,

    /// <summary>The first month comes after the last.</summary>
    Backwards,

    /// <summary>It has not come yet.</summary>
    InTheFuture,

    /// <summary>More than <see cref="ReportPeriod.MostMonths"/> months.</summary>
    TooLong,
}
