using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Ui;

/// <summary>Minutes as people say them.</summary>
public static class Durations
{
    private const long Hour = 60;
    private const long HalfHour = 30;

    /// <summary>"an hour and a half", "2 hours", "45 minutes"; the sign is not said.</summary>
    /// <param name="minutes">Whole minutes, of either sign.</param>
    public static string Duration(this IStringLocalizer texts, long minutes)
    {
        var (hours, rest) = Math.DivRem(Math.Abs(minutes), Hour);
        return (hours, rest) switch
        {
            (0, HalfHour) => texts["half an hour"],
            (0, _) => texts.Count(rest, "{0} minute", "{0} minutes"),
            (1, 0) => texts["an hour"],
            (1, HalfHour) => texts["an hour and a half"],
            (_, 0) => texts["{0} hours", texts.Number(hours)],
            (_, HalfHour) => texts["{0} and a half hours", texts.Number(hours)],
            (1, 1) => texts["an hour and a minute"],
            (1, _) => texts["an hour and {0} minutes", rest],
            (_, 1) => texts["{0} hours and a minute", texts.Number(hours)],
            _ => texts["{0} hours and {1} minutes", texts.Number(hours), rest],
        };
    }

    /// <summary>"1 h 30 min", for tables; a minus sign stands before a negative amount.</summary>
    /// <param name="minutes">Whole minutes, of either sign.</param>
    public static string DurationShort(this IStringLocalizer texts, long minutes)
    {
        var (hours, rest) = Math.DivRem(Math.Abs(minutes), Hour);
        var text = (hours, rest) switch
        {
            (0, _) => texts["{0} min", rest],
            (_, 0) => texts["{0} h", texts.Number(hours)],
            _ => texts["{0} h {1} min", texts.Number(hours), rest],
        };
        return minutes < 0 ? "\u2212" + text.Value : text;
    }

    /// <summary>"+1 h 30 min" or "−45 min", for a line that adds to or takes from a balance; nothing before zero.</summary>
    /// <param name="minutes">Whole minutes, of either sign.</param>
    public static string DurationSigned(this IStringLocalizer texts, long minutes) =>
        (minutes > 0 ? "+" : "") + texts.DurationShort(minutes);
}
