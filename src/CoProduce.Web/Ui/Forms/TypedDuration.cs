using System.Globalization;
using System.Text.RegularExpressions;

namespace CoProduce.Web.Ui;

/// <summary>A length of time as people type it in one box: "1.5", "1:30", "2 h 15", "90 min", "1½".</summary>
public static partial class TypedDuration
{
    // Nobody helps for fifteen hours on end, and nobody logs fourteen minutes: a bare number says by its size what it counts.
    private const int FirstBareMinutes = 15;

    /// <summary>Whole minutes; null when the text is no length of time. A bare number below 15 is hours, from 15 on minutes.</summary>
    public static long? Read(string? text)
    {
        var plain = (text ?? "").Trim().ToLowerInvariant().Replace("½", ".5", StringComparison.Ordinal).Replace(',', '.');
        if (plain.Length is 0 or > 20)
            return null;
        if (decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var bare))
            return bare < FirstBareMinutes ? Whole(bare * 60) : Whole(bare);
        if (Clock().Match(plain) is { Success: true } clock)
            return Number(clock.Groups[1]) * 60 + Number(clock.Groups[2]);
        return Units().Match(plain) is { Success: true } units && (units.Groups["h"].Success || units.Groups["m"].Success)
            ? Whole(Amount(units.Groups["h"]) * 60 + Amount(units.Groups["m"]))
            : null;
    }

    private static long Number(Group digits) => long.Parse(digits.Value, CultureInfo.InvariantCulture);

    private static decimal Amount(Group amount) => amount.Success ? decimal.Parse(amount.Value, CultureInfo.InvariantCulture) : 0;

    private static long? Whole(decimal minutes) => decimal.IsInteger(minutes) ? (long)minutes : null;

    [GeneratedRegex(@"^(\d{1,3})[:h]([0-5]\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(
        @"^(?:(?<h>\d{0,3}\.?\d{1,2})\s*(?:h|hr|hrs|hour|hours|awr|oriau))?\s*(?:(?<m>\d{1,4})\s*(?:m|min|mins|minute|minutes|munud|munudau)?)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Units();
}
