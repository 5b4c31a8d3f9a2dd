namespace CoProduce.Web.Ui;

/// <summary>Text on its way to and from a spreadsheet, which would calculate what begins with = + - @, a tab or a return.</summary>
public static class SpreadsheetText
{
    private const string Dangerous = "=+-@\t\r";

    /// <summary>The text as every file of ours holds it: one apostrophe more before what would be calculated.</summary>
    public static string Safe(string text) => WouldBeCalculated(text) ? "'" + text : text;

    /// <summary>The text that <see cref="Safe"/> was given; any other text as it is.</summary>
    public static string Restored(string text) => text.StartsWith('\'') && WouldBeCalculated(text) ? text[1..] : text;

    // Apostrophes before it count too: otherwise nobody could tell ours from one that was there already.
    private static bool WouldBeCalculated(string text)
    {
        var bare = text.AsSpan().TrimStart('\'');
        return bare.Length > 0 && Dangerous.Contains(bare[0], StringComparison.Ordinal);
    }
}
