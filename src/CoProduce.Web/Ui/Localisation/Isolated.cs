using System.Globalization;

namespace CoProduce.Web.Ui;

/// <summary>A name inside a sentence of another direction, so that neither puts the other out of order: what bdi is where there is markup.</summary>
public static class Isolated
{
    private const char Begins = '\u2068';
    private const char Ends = '\u2069';

    /// <summary>The name as it is, or between marks that nobody sees when it or the page is written from right to left.</summary>
    public static string Name(string name) =>
        CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft || name.Any(IsRightToLeft) ? $"{Begins}{name}{Ends}" : name;

    // Hebrew, Arabic and what stands between and behind them.
    private static bool IsRightToLeft(char c) => c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFEFC');
}
