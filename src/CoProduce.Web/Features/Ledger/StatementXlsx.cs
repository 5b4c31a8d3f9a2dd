using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace CoProduce.Web.Features.Ledger;

/// <summary>Writes a statement as a workbook while it is being read. Words are stored as text, so nothing in them is ever calculated.</summary>
/// <remarks>The five parts are written out, because a library that writes packages keeps a sheet in memory until it is whole.</remarks>
internal static class StatementXlsx
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>Sends the workbook with its one sheet.</summary>
    public static async Task WriteAsync(
        Stream file,
        string sheet,
        IReadOnlyList<string> headings,
        IAsyncEnumerable<StatementFileRow> rows,
        CancellationToken ct
    )
    {
        await using var pieces = new FileInPieces(file);
        using (var zip = new ZipArchive(pieces, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(
                zip,
                "[Content_Types].xml",
                $"""
                <Types xmlns="{Package}/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="{Spreadsheet}.sheet.main+xml"/>
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Spreadsheet}.worksheet+xml"/></Types>
                """
            );
            Part(zip, "_rels/.rels", Related("officeDocument", "xl/workbook.xml"));
            Part(zip, "xl/_rels/workbook.xml.rels", Related("worksheet", "worksheets/sheet1.xml"));
            Part(
                zip,
                "xl/workbook.xml",
                $"""
                <workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="{Escaped(
                    sheet
                )}" sheetId="1" r:id="r1"/></sheets></workbook>
                """
            );
            using var part = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            using var text = new StreamWriter(part, new UTF8Encoding(false));
            text.Write($"""<worksheet xmlns="{Main}"><sheetData>{Row(headings.Select(Words))}""");
            await foreach (var row in rows.WithCancellation(ct))
            {
                text.Write(Row(Cells(row)));
                await pieces.SendWhenLargeAsync(ct);
            }
            text.Write("</sheetData></worksheet>");
        }
        await pieces.SendAsync(ct);
    }

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(xml));
    }

    private static string Related(string kind, string target) =>
        $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/{kind}" Target="{target}"/></Relationships>""";

    private static string Row(IEnumerable<string> cells) => $"<row>{string.Concat(cells)}</row>";

    private static IEnumerable<string> Cells(StatementFileRow row) =>
        [
            Words(StatementPeriod.InAddress(row.Day)),
            Words(row.Given is { } given ? StatementPeriod.InAddress(given) : ""),
            Words(row.What),
            Words(row.More),
            row.Minutes is { } minutes ? Number(minutes) : Words(""),
            Number(row.Balance),
        ];

    private static string Words(string words) => $"""<c t="inlineStr"><is><t xml:space="preserve">{Escaped(words)}</t></is></c>""";

    private static string Number(long number) => string.Create(CultureInfo.InvariantCulture, $"""<c t="n"><v>{number}</v></c>""");

    // What somebody pasted may hold characters that no XML file can.
    private static string Escaped(string words) =>
        System.Security.SecurityElement.Escape(string.Concat(words.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))))!;
}
