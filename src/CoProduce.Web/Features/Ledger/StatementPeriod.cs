using System.Globalization;

namespace CoProduce.Web.Features.Ledger;

/// <summary>The days that a statement covers, both included.</summary>
public readonly record struct StatementPeriod(DateOnly From, DateOnly To)
{
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    /// <summary>The first and the last day as they stand in an address (2026-11-24); what is missing or no date is the last six months up to today.</summary>
    public static StatementPeriod Of(string? from, string? to, DateOnly today)
    {
        var last = Parse(to) is { } t && t <= today ? t : today;
        var first = Parse(from) ?? new DateOnly(last.Year, last.Month, 1).AddMonths(-5);
        if (first < Earliest)
            first = Earliest;
        if (last < Earliest)
            last = Earliest;
        return first <= last ? new(first, last) : new(last, first > today ? today : first);
    }

    /// <summary>A day as it stands in an address.</summary>
    public static string InAddress(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Parse(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
