using System.Text;
using CoProduce.Web.Ui;
using CsvHelper;

namespace CoProduce.Web.Features.Imports.Reading;

/// <summary>Reads text in columns: UTF-8 with or without its mark, UTF-16 with it, or Windows-1252; commas, semicolons or tabs.</summary>
internal static class TextLines
{
    private const int LongestLine = 1024 * 1024;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>False for what holds bytes that no text has.</summary>
    public static bool IsText(byte[] content) => HasMark(content) || (content.Length > 0 && !content.AsSpan().Contains((byte)0));

    /// <summary>Its lines. Text within quotes may go over several; the number is that of the first.</summary>
    public static IEnumerable<SheetLine> Read(byte[] content)
    {
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            Encoding = IsUtf8(content) || HasMark(content) ? null : CodePagesEncodingProvider.Instance.GetEncoding(1252),
            TrackLineNumbers = true,
            MaxRecordSize = LongestLine,
            IncludeValuesInExceptions = false,
        };
        using var csv = CsvReader.Create(content, options);
        while (csv.Read())
        {
            if (csv.RawRecord.Length > LongestLine)
                throw new TooMuchToReadException();
            var cells = new string[Math.Min(csv.FieldCount, ImportLimits.MostColumns)];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = Cell(csv.GetString(i));
            yield return new((int)csv.LineNumber, cells);
        }
    }

    /// <summary>A cell as it is kept: without what was put before it for a spreadsheet, without spaces around it, not too long.</summary>
    public static string Cell(string text)
    {
        // A zero byte is text nowhere, and the database refuses it.
        var cell = SpreadsheetText.Restored(text.Replace("\0", "", StringComparison.Ordinal).Trim('\uFEFF', ' ', '\u00A0'));
        return cell.Length <= ImportLimits.LongestCell ? cell : cell[..ImportLimits.LongestCell];
    }

    private static bool IsUtf8(byte[] content)
    {
        try
        {
            Strict.GetCharCount(content);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static bool HasMark(ReadOnlySpan<byte> content) => content.StartsWith(BigEndian) || content.StartsWith(LittleEndian);

    private static ReadOnlySpan<byte> BigEndian => [0xFE, 0xFF];

    private static ReadOnlySpan<byte> LittleEndian => [0xFF, 0xFE];
}
