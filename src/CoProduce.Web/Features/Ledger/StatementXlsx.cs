using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CoProduce.Web.Features.Ledger;

/// <summary>Writes a statement as a workbook. Words are stored as text, so nothing in them is ever calculated.</summary>
internal static class StatementXlsx
{
    /// <summary>The workbook with its one sheet.</summary>
    public static byte[] Write(string sheet, IReadOnlyList<string> headings, IReadOnlyList<StatementFileRow> rows)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var worksheet = workbook.AddNewPart<WorksheetPart>();
            worksheet.Worksheet = new Worksheet(new SheetData([new Row(headings.Select(Words)), .. rows.Select(r => new Row(Cells(r)))]));
            workbook.Workbook = new Workbook(
                new Sheets(
                    new Sheet
                    {
                        Id = workbook.GetIdOfPart(worksheet),
                        SheetId = 1,
                        Name = sheet,
                    }
                )
            );
        }
        return file.ToArray();
    }

    private static IEnumerable<Cell> Cells(StatementFileRow row) =>
        [
            Words(StatementPeriod.InAddress(row.Day)),
            Words(row.Given is { } given ? StatementPeriod.InAddress(given) : ""),
            Words(row.What),
            Words(row.More),
            row.Minutes is { } minutes ? Number(minutes) : Words(""),
            Number(row.Balance),
        ];

    private static Cell Words(string words) =>
        new()
        {
            DataType = CellValues.InlineString,
            InlineString = new(new Text(Writable(words)) { Space = SpaceProcessingModeValues.Preserve }),
        };

    private static Cell Number(long number) => new() { DataType = CellValues.Number, CellValue = new((decimal)number) };

    // What somebody pasted may hold characters that no XML file can.
    private static string Writable(string words) => string.Concat(words.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
}
