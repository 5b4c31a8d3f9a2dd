using System.Globalization;

namespace CoProduce.Web.Features.Organisations;

/// <summary>An amount of hours as a manager types it.</summary>
public static class HoursTyped
{
    /// <summary>Minutes for "2", "1.5", "1,5" or "1½"; null when it is no number of hours, is below zero or does not come to whole minutes.</summary>
    public static int? ToMinutes(string? text)
    {
        var plain = (text ?? "").Trim().Replace("½", ".5", StringComparison.Ordinal).Replace(',', '.');
        return
            plain.Length is > 0 and <= 7
            && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours)
            && decimal.IsInteger(hours * 60)
            ? (int)(hours * 60)
            : null;
    }

    /// <summary>"1.5" for 90; the sign is not written.</summary>
    public static string Of(int minutes) => (Math.Abs(minutes) / 60m).ToString("0.####", CultureInfo.InvariantCulture);
}
