using System.Globalization;
using System.Text.RegularExpressions;

namespace CoProduce.Web.Features.Imports.Reading;

/// <summary>Which part of a date like 03/04/2024 is the day; the numbers are stored.</summary>
public enum DateOrder : short
{
    /// <summary>The day first, as in Britain and most of Europe.</summary>
    DayFirst = 1,

    /// <summary>The month first, as in the United States.</summary>
    MonthFirst = 2,
}

/// <summary>Days as files hold them: 2024-11-24, 24/11/2024, 24.11.24, "24 Nov 2024", "November 24, 2024", with or without a time.</summary>
public static partial class DateReading
{
    private static readonly string[] Months =
    [
        "jan ion ene gen",
        "feb chw febr",
        "mar maw març",
        "apr ebr abr",
        "may mai mayo maig",
        "jun meh juny",
        "jul gor juliol",
        "aug aws ago",
        "sep med set",
        "oct hyd",
        "nov tac",
        "dec rha dic des",
    ];

    /// <summary>The day; null when the text names none.</summary>
    /// <param name="zone">The zone in which a moment that says its own is a day.</param>
    public static DateOnly? Read(string text, DateOrder order, TimeZoneInfo zone)
    {
        var plain = text.Trim();
        if (plain.Length is 0 or > 60)
            return null;
        if (Moment().IsMatch(plain) && DateTimeOffset.TryParse(plain, CultureInfo.InvariantCulture, out var moment))
            return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
        if (YearFirst().Match(plain) is { Success: true } iso)
            return Day(iso, "d", "m", "y");
        if (Numbers().Match(plain) is { Success: true } numbers)
            return order == DateOrder.DayFirst ? Day(numbers, "a", "b", "y") : Day(numbers, "b", "a", "y");
        if (Named().Match(plain) is { Success: true } named)
            return MonthOf(named.Groups["m"].Value) is { } month ? Day(Int(named, "d"), month, Int(named, "y")) : null;
        return Serial().IsMatch(plain) ? DateOnly.FromDateTime(DateTime.FromOADate(int.Parse(plain, CultureInfo.InvariantCulture))) : null;
    }

    /// <summary>What the dates of a file say of their order; null when every one of them could be either.</summary>
    public static DateOrder? OrderOf(IEnumerable<string> texts)
    {
        foreach (var match in texts.Select(t => Numbers().Match(t.Trim())).Where(m => m.Success))
        {
            if (Int(match, "a") > 12)
                return DateOrder.DayFirst;
            if (Int(match, "b") > 12)
                return DateOrder.MonthFirst;
        }
        return null;
    }

    /// <summary>True when the order of the parts decides which day a text means.</summary>
    public static bool NeedsOrder(string text) => Numbers().IsMatch(text.Trim());

    private static DateOnly? Day(Match match, string day, string month, string year) =>
        Day(Int(match, day), Int(match, month), Int(match, year));

    private static DateOnly? Day(int day, int month, int year)
    {
        if (year < 100)
            year += year < 70 ? 2000 : 1900;
        return month is >= 1 and <= 12 && year is >= 1900 and < 2200 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    private static int Int(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static int? MonthOf(string name)
    {
        var small = name.ToLowerInvariant();
        var index = Array.FindIndex(Months, m => m.Split(' ').Any(beginning => small.StartsWith(beginning, StringComparison.Ordinal)));
        return index < 0 ? null : index + 1;
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Moment();

    [GeneratedRegex(@"^(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})([T ].*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<a>\d{1,2})[-/. ](?<b>\d{1,2})[-/. ](?<y>\d{4}|\d{2})([T ,].*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(
        @"^(?:\p{L}+\.?,?\s+)?(?:(?<d>\d{1,2})(?:st|nd|rd|th|\.)?[-\s]+(?:de\s+|d['’]\s*)?(?<m>\p{L}{3,})\.?,?|(?<m>\p{L}{3,})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?)[-\s]+(?:de\s+|del\s+)?(?<y>\d{4}|\d{2})(\s.*)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Named();

    // The days since 1900 that a spreadsheet counts by: from 1927 to 2064, and no year.
    [GeneratedRegex("^(1|2|3|4|5)\\d{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Serial();
}
