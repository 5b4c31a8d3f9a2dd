using System.Globalization;

namespace CoProduce.Web.Ui;

/// <summary>A date as it was typed, in three boxes; kept as text so that a slip comes back to be mended and is not lost.</summary>
public sealed class DateBoxes
{
    public string? Day { get; set; }

    public string? Month { get; set; }

    public string? Year { get; set; }

    /// <summary>Whether nothing was typed in any box.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Day) && string.IsNullOrWhiteSpace(Month) && string.IsNullOrWhiteSpace(Year);

    /// <summary>The boxes filled in with a date.</summary>
    public static DateBoxes From(DateOnly date) =>
        new()
        {
            Day = date.Day.ToString(CultureInfo.InvariantCulture),
            Month = date.Month.ToString(CultureInfo.InvariantCulture),
            Year = date.Year.ToString(CultureInfo.InvariantCulture),
        };

    /// <summary>The date; null when the boxes do not make one. A month may be a number or its name, a year may have two digits.</summary>
    public DateOnly? ToDate()
    {
        if (Number(Day) is not { } day || MonthNumber() is not { } month || Number(Year) is not { } year)
            return null;
        if (year < 100 && Year!.Trim().Length == 2)
            year = CultureInfo.InvariantCulture.Calendar.ToFourDigitYear(year);
        return year is < 1900 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            ? null
            : new DateOnly(year, month, day);
    }

    private static int? Number(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    private int? MonthNumber()
    {
        if (Number(Month) is { } number)
            return number;
        var name = Month?.Trim() ?? "";
        if (name.Length < 3)
            return null;
        var names = Languages.All.Where(l => !l.ForTests).Select(l => l.Formats.DateTimeFormat.MonthNames);
        return
            names
                .Select(months => Array.FindIndex(months, m => m.StartsWith(name, StringComparison.OrdinalIgnoreCase)) + 1)
                .FirstOrDefault(found => found > 0)
                is var month
                    and > 0
            ? month
            : null;
    }
}

/// <summary>When something happened: "today", "yesterday", or "other" with a date typed beside it.</summary>
public sealed class DayChoice
{
    public string? Choice { get; set; }

    public DateBoxes Other
    {
        get => field ??= new();
        set;
    }

    /// <summary>The day that was chosen; null when nothing was, or when the typed date is none.</summary>
    public DateOnly? ToDate(DateOnly today) =>
        Choice switch
        {
            "today" => today,
            "yesterday" => today.AddDays(-1),
            "other" => Other.ToDate(),
            _ => null,
        };
}

/// <summary>How long something took: the minutes of a choice, or "other" with hours and minutes typed beside it.</summary>
public sealed class DurationChoice
{
    /// <summary>The choices that are offered, in minutes.</summary>
    public static readonly IReadOnlyList<int> Usual = [30, 60, 90, 120];

    public string? Choice { get; set; }

    public string? Hours { get; set; }

    public string? Minutes { get; set; }

    /// <summary>Typed in one box by somebody who does not want choices, see <see cref="TypedDuration"/>; null where choices are offered.</summary>
    public string? Typed { get; set; }

    /// <summary>The choice that stands for so many minutes.</summary>
    public static DurationChoice From(long minutes) =>
        Usual.Contains((int)minutes)
            ? new() { Choice = minutes.ToString(CultureInfo.InvariantCulture) }
            : new()
            {
                Choice = "other",
                Hours = (minutes / 60).ToString(CultureInfo.InvariantCulture),
                Minutes = (minutes % 60).ToString(CultureInfo.InvariantCulture),
            };

    /// <summary>Whole minutes; null when nothing was chosen or what was typed is no duration. Hours may be typed as "1.5", "1,5" or "1½".</summary>
    public long? ToMinutes()
    {
        if (Choice is null && !string.IsNullOrWhiteSpace(Typed))
            return TypedDuration.Read(Typed);
        if (Choice != "other")
            return int.TryParse(Choice, NumberStyles.None, CultureInfo.InvariantCulture, out var usual) && Usual.Contains(usual)
                ? usual
                : null;
        if (string.IsNullOrWhiteSpace(Hours) && string.IsNullOrWhiteSpace(Minutes))
            return null;
        return Read(Hours) is { } hours && Read(Minutes) is { } minutes && decimal.IsInteger(hours * 60) && decimal.IsInteger(minutes)
            ? (long)(hours * 60 + minutes)
            : null;
    }

    private static decimal? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return 0;
        var plain = text.Trim().Replace("½", ".5", StringComparison.Ordinal).Replace(',', '.');
        return plain.Length <= 6 && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n)
            ? n
            : null;
    }
}
