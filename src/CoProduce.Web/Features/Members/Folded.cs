using System.Globalization;
using System.Text;

namespace CoProduce.Web.Features.Members;

/// <summary>Text without case and accents, so that "jose" finds "José".</summary>
public static class Folded
{
    /// <summary>The folded text: small letters, no marks, single spaces.</summary>
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
                continue;
            if (char.IsWhiteSpace(c))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                    folded.Append(' ');
            }
            else
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }
        return folded.ToString().TrimEnd();
    }

    /// <summary>A LIKE pattern that finds the folded text anywhere; its own wildcards are taken literally.</summary>
    public static string Anywhere(string text) =>
        "%"
        + Of(text)
            .Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("%", @"\%", StringComparison.Ordinal)
            .Replace("_", @"\_", StringComparison.Ordinal)
        + "%";
}
