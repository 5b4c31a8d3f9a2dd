using System.Globalization;
using System.Text.RegularExpressions;

namespace CoProduce.Web.Features.Imports.Reading;

/// <summary>What a bare number of hours in a file counts; the numbers are stored.</summary>
public enum HourUnit : short
{
    /// <summary>Hours, with a point or a comma.</summary>
    Hours = 1,

    /// <summary>Minutes.</summary>
    Minutes = 2,

    /// <summary>Seconds, as TimeOverflow keeps them.</summary>
    Seconds = 3,
}

/// <summary>
/// Lengths of time as files hold them: "1:30", "1.5", "1,5", "2h", "90 mins", "1 h 20", "1½", "(2.00)" for less than nothing, seconds. The
/// answer is the nearest whole minute, half a minute going away from zero: 0.33 of an hour was 20 minutes before somebody rounded it, not 19.8.
/// </summary>
public static partial class HoursReading
{
    /// <summary>The most that any length or balance may come to, in minutes: a slip of the keyboard and not a time.</summary>
    public const long Most = 10_000_000;

    /// <summary>Whole minutes, below zero for a debt; null when it is no length of time.</summary>
    /// <param name="unit">What a number counts that says nothing of itself.</param>
    public static long? Read(string text, HourUnit unit)
    {
        var plain = Plain(text, out var isNegative);
        if (plain.Length is 0 or > 40 || Minutes(plain, unit) is not { } minutes || minutes > Most)
            return null;
        var whole = (long)Math.Round(minutes, MidpointRounding.AwayFromZero);
        return isNegative ? -whole : whole;
    }

    private static decimal? Minutes(string plain, HourUnit unit)
    {
        if (Clock().Match(plain) is { Success: true } clock)
            return Number(clock, "h") * 60 + Number(clock, "m") + Number(clock, "s") / 60;
        if (Words().Match(plain) is { Success: true } words && (words.Groups["h"].Success || words.Groups["m"].Success))
            return Amount(words.Groups["h"].Value) * 60 + Amount(words.Groups["m"].Value);
        return Amount(plain) is not { } number
            ? null
            : unit switch
            {
                HourUnit.Hours => number > Most ? null : number * 60,
                HourUnit.Minutes => number,
                HourUnit.Seconds => number / 60,
            };
    }

    private static string Plain(string text, out bool isNegative)
    {
        var plain = text.Trim().ToLowerInvariant().Replace("\u00A0", " ", StringComparison.Ordinal).Replace('\u2212', '-');
        isNegative = plain.StartsWith('-') || plain.EndsWith('-') || (plain.StartsWith('(') && plain.EndsWith(')'));
        plain = plain.Trim('-', '(', ')', '+', ' ');
        return plain
            .Replace("½", ".5", StringComparison.Ordinal)
            .Replace("¼", ".25", StringComparison.Ordinal)
            .Replace("¾", ".75", StringComparison.Ordinal)
            .Replace(" .", ".", StringComparison.Ordinal);
    }

    private static decimal Number(Match match, string group) =>
        match.Groups[group] is { Success: true } digits ? decimal.Parse(digits.Value, CultureInfo.InvariantCulture) : 0;

    // The last of two different marks is the decimal one: 1,234.50 and 1.234,50 are the same. One mark alone is always decimal,
    // unless it stands more than once.
    private static decimal? Amount(string text)
    {
        if (text.Length == 0)
            return 0;
        var digits = text.Replace(" ", "", StringComparison.Ordinal);
        var (point, comma) = (digits.LastIndexOf('.'), digits.LastIndexOf(','));
        if (point >= 0 && comma >= 0)
            digits = digits.Replace(point > comma ? "," : ".", "", StringComparison.Ordinal);
        else if (digits.Count(c => c is '.' or ',') > 1)
            digits = digits.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        return decimal.TryParse(digits.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    [GeneratedRegex(@"^(?<h>\d{1,6}):(?<m>[0-5]?\d)(:(?<s>[0-5]\d))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(
        @"^(?:(?<h>\d{0,6}[.,]?\d{1,4})\s*(?:h|hr|hrs|hour|hours|awr|oriau|hora|horas|hores)\.?)?\s*(?:and|a|i|y)?\s*(?:(?<m>\d{1,7}(?:[.,]\d{1,4})?)\s*(?:m|min|mins|minute|minutes|munud|munudau|minuto|minutos|minut|minuts)?\.?)?$(?<=[a-z]\.?\s*\d*)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Words();
}
