using System.Text.RegularExpressions;

namespace CoProduce.Web.Features.Messages;

/// <summary>A telephone number as it is dialled at home, so that +44 7700 900123 and 07700 900123 are the same. The database says the same (<c>dialled</c>).</summary>
public static partial class DialledNumber
{
    /// <summary>Fewer digits than these are no number of a person.</summary>
    private const int Shortest = 5;

    /// <summary>The digits; empty when that is no number.</summary>
    public static string Of(string? written)
    {
        var digits = string.Concat((written ?? "").Where(char.IsAsciiDigit));
        if (digits.Length < Shortest)
            return "";
        var national = British().Replace(digits, "0$1");
        return national.StartsWith("00", StringComparison.Ordinal) ? national[2..] : national;
    }

    [GeneratedRegex("^(?:00)?440?([1-9][0-9]{8,9})$", RegexOptions.CultureInvariant)]
    private static partial Regex British();
}
