using System.Globalization;
using System.Text.RegularExpressions;

namespace CoProduce.Web.Features.Diary;

/// <summary>A time of day as it is typed.</summary>
public static partial class TypedTime
{
    /// <summary>The longest way to write one, "11:30 p.m.", with room to mistype.</summary>
    public const int Length = 12;

    /// <summary>The time; null when it cannot be read. Two o'clock without more is two in the night: nobody guesses.</summary>
    public static TimeOnly? Read(string? typed)
    {
        if (typed is null || Written().Match(typed) is not { Success: true } found)
            return null;
        var (hour, minute) = (Number(found.Groups["hour"]), Number(found.Groups["minute"]));
        var half = found.Groups["half"].Value;
        if (half.Length > 0 && hour is < 1 or > 12)
            return null;
        if (half.Length > 0)
            hour = (hour % 12) + (half is "p" or "P" ? 12 : 0); // twelve at noon is twelve, at midnight nought
        return hour < 24 && minute < 60 ? new(hour, minute) : null;
    }

    private static int Number(Group digits) => digits.Success ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^\s*(?<hour>[0-9]{1,2})(?:[:.]?(?<minute>[0-9]{2}))?(?:\s*(?<half>[ap])\.?m?\.?)?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex Written();
}
