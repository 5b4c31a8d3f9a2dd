using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CoProduce.Tests.Imports;

/// <summary>Files as other programs write them, made anew for each test.</summary>
internal static class Workbooks
{
    /// <summary>A workbook with shared words, a day and a time that are numbers underneath, and a gap in its second row.</summary>
    public static byte[] WithLooks()
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<SharedStringTablePart>().SharedStringTable = new(
                new SharedStringItem(new Text("Who")),
                new SharedStringItem(new Text("Margaret"))
            );
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new(
                new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "[h]:mm" }),
                new Fonts(new Font()),
                new Fills(new Fill()),
                new Borders(new Border()),
                new CellFormats(
                    new CellFormat { NumberFormatId = 0 },
                    new CellFormat { NumberFormatId = 14 },
                    new CellFormat { NumberFormatId = 164 }
                )
            );
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new(
                new SheetData(
                    new Row(Shared("A1", 0), Words("B1", "When"), Words("C1", "How long"), Words("D1", "Sum")) { RowIndex = 1 },
                    new Row(Shared("A2", 1), Number("B2", "45620", 1), Number("C2", "1.0625", 2), Formula("D2", "SUM(1,1)", "2"))
                    {
                        RowIndex = 2,
                    },
                    new Row(Words("A4", "=HYPERLINK(\"x\")"), Number("C4", "0.33333333333333331", 0)) { RowIndex = 4 }
                )
            );
            workbook.Workbook = new(
                new Sheets(
                    new Sheet
                    {
                        Id = workbook.GetIdOfPart(sheet),
                        SheetId = 1,
                        Name = "Hours",
                    }
                )
            );
        }
        return file.ToArray();
    }

    /// <summary>A zip of texts.</summary>
    public static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return file.ToArray();
    }

    /// <summary>A small zip or workbook whose one part unpacks to more than is allowed.</summary>
    public static byte[] Bomb(string part, long bytes)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            if (part.StartsWith("xl/", StringComparison.Ordinal))
                zip.CreateEntry("xl/workbook.xml").Open().Dispose();
            using var entry = zip.CreateEntry(part, CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1024 * 1024];
            for (var written = 0L; written < bytes; written += zeros.Length)
                entry.Write(zeros);
        }
        return file.ToArray();
    }

    private static Cell Shared(string place, int word) =>
        new()
        {
            CellReference = place,
            DataType = CellValues.SharedString,
            CellValue = new(word),
        };

    private static Cell Words(string place, string words) =>
        new()
        {
            CellReference = place,
            DataType = CellValues.InlineString,
            InlineString = new(new Text(words)),
        };

    private static Cell Number(string place, string number, uint look) =>
        new()
        {
            CellReference = place,
            StyleIndex = look,
            CellValue = new(number),
        };

    private static Cell Formula(string place, string formula, string value) =>
        new()
        {
            CellReference = place,
            CellFormula = new(formula),
            CellValue = new(value),
        };
}
