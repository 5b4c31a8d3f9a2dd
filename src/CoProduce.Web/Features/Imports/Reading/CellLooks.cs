using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CoProduce.Web.Features.Imports.Reading;

/// <summary>A workbook keeps days and times as bare numbers; only how a cell looks tells that 45620 is a day and 0.0625 an hour and a half.</summary>
internal sealed class CellLooks
{
    private const int FirstOwnFormat = 164;
    private readonly List<Look> looks = [];

    private enum Look
    {
        Number,
        Day,
        Time,
    }

    public CellLooks(WorkbookPart workbook)
    {
        if (workbook.WorkbookStylesPart?.Stylesheet is not { } styles)
            return;
        var own = (styles.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(f => f.NumberFormatId is not null)
            .GroupBy(f => f.NumberFormatId!.Value)
            .ToDictionary(f => f.Key, f => f.First().FormatCode?.Value ?? "");
        foreach (var format in styles.CellFormats?.Elements<CellFormat>() ?? [])
        {
            var id = format.NumberFormatId?.Value ?? 0;
            looks.Add(id < FirstOwnFormat ? Usual(id) : Own(own.GetValueOrDefault(id, "")));
        }
    }

    /// <summary>The value as somebody would read it: a day as 2024-11-24, a time as 1:30, a number as it is.</summary>
    public string Text(string value, uint? style)
    {
        var look = style is { } i && i < looks.Count ? looks[(int)i] : Look.Number;
        if (look == Look.Number || !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return Plain(value);
        if (look == Look.Day && number is > 0 and < 2_958_466)
            return DateTime.FromOADate(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var minutes = (long)Math.Round(number * 24 * 60);
        return look == Look.Time && Math.Abs(minutes) < 10_000_000
            ? $"{(minutes < 0 ? "-" : "")}{Math.Abs(minutes) / 60}:{Math.Abs(minutes) % 60:00}"
            : value;
    }

    // 3.3000000000000003E-1 is how a machine writes 0.33.
    private static string Plain(string value) =>
        value.Length > 8 && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? Math.Round(number, 8).ToString("0.########", CultureInfo.InvariantCulture)
            : value;

    private static Look Usual(uint id) =>
        id switch
        {
            >= 14 and <= 17 or 22 or (>= 27 and <= 36) or (>= 50 and <= 58) => Look.Day,
            (>= 18 and <= 21) or (>= 45 and <= 47) => Look.Time,
            _ => Look.Number,
        };

    private static Look Own(string code)
    {
        var bare = code.ToLowerInvariant();
        for (var open = bare.IndexOf('"', StringComparison.Ordinal); open >= 0; open = bare.IndexOf('"', StringComparison.Ordinal))
        {
            var close = bare.IndexOf('"', open + 1);
            bare = bare.Remove(open, (close < 0 ? bare.Length : close + 1) - open);
        }
        return bare.Contains('y', StringComparison.Ordinal) || bare.Contains("dd", StringComparison.Ordinal) ? Look.Day
            : bare.Contains('h', StringComparison.Ordinal) && bare.Contains('m', StringComparison.Ordinal) ? Look.Time
            : Look.Number;
    }
}
