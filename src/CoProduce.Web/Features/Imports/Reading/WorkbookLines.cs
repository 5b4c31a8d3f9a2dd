using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CoProduce.Web.Features.Imports.Reading;

/// <summary>Reads a workbook's sheets line by line. Of a formula only the value that was last calculated is read; nothing is calculated here.</summary>
internal static class WorkbookLines
{
    /// <summary>The names of the sheets, in their order.</summary>
    /// <exception cref="InvalidDataException">It is no workbook after all.</exception>
    public static IReadOnlyList<string> Sheets(byte[] content)
    {
        using var document = Open(content);
        return [.. (document.WorkbookPart?.Workbook?.Sheets?.Elements<Sheet>() ?? []).Select(s => s.Name?.Value ?? "")];
    }

    /// <summary>The lines of a sheet.</summary>
    public static IEnumerable<SheetLine> Read(byte[] content, string sheet)
    {
        using var document = Open(content);
        var workbook = document.WorkbookPart!;
        var found = workbook.Workbook!.Sheets!.Elements<Sheet>().First(s => (s.Name?.Value ?? "") == sheet);
        var words = SharedWords(workbook);
        var looks = new CellLooks(workbook);
        using var reader = OpenXmlReader.Create((WorksheetPart)workbook.GetPartById(found.Id!.Value!));
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement && reader.LoadCurrentElement() is Row row)
                yield return new((int)(row.RowIndex?.Value ?? 0), Cells(row, words, looks));
        }
    }

    private static string[] Cells(Row row, List<string> words, CellLooks looks)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var column = ColumnOf(cell.CellReference?.Value) ?? cells.Count;
            if (column >= ImportLimits.MostColumns)
                break;
            while (cells.Count < column)
                cells.Add("");
            cells.Add(TextLines.Cell(Text(cell, words, looks)));
        }
        return [.. cells];
    }

    private static string Text(Cell cell, List<string> words, CellLooks looks)
    {
        var value = cell.CellValue?.Text ?? "";
        if (cell.DataType?.Value is not { } type || type == CellValues.Number)
            return looks.Text(value, cell.StyleIndex?.Value);
        if (type == CellValues.SharedString)
            return int.TryParse(value, CultureInfo.InvariantCulture, out var place) && place >= 0 && place < words.Count
                ? words[place]
                : "";
        return type == CellValues.InlineString ? cell.InlineString?.InnerText ?? "" : value;
    }

    private static List<string> SharedWords(WorkbookPart workbook)
    {
        var words = new List<string>();
        if (workbook.SharedStringTablePart is not { } part)
            return words;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
                words.Add(reader.LoadCurrentElement()!.InnerText);
        }
        return words;
    }

    // The letters of B7, counted from 0; null for a cell that says no place.
    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var letter in reference ?? "")
        {
            if (!char.IsAsciiLetterUpper(letter) || column > ImportLimits.MostColumns * 26)
                break;
            column = column * 26 + letter - 'A' + 1;
        }
        return column == 0 ? null : column - 1;
    }

    private static SpreadsheetDocument Open(byte[] content)
    {
        try
        {
            return SpreadsheetDocument.Open(new MemoryStream(content, writable: false), isEditable: false);
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or XmlException)
        {
            throw new InvalidDataException("The workbook is damaged.", e);
        }
    }
}
