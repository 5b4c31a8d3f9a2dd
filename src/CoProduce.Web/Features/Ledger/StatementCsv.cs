using CsvHelper;

namespace CoProduce.Web.Features.Ledger;

/// <summary>Writes a statement as text with commas. Words that a spreadsheet would calculate are made text; minutes stay numbers, also below zero.</summary>
internal static class StatementCsv
{
    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    /// <summary>The file, with the mark at its beginning by which spreadsheets know that it is UTF-8.</summary>
    public static byte[] Write(IReadOnlyList<string> headings, IReadOnlyList<StatementFileRow> rows)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, Options, leaveOpen: true))
        {
            csv.WriteRecord([.. headings]);
            foreach (var row in rows)
            {
                csv.WriteField(StatementPeriod.InAddress(row.Day));
                csv.WriteField(row.Given is { } given ? StatementPeriod.InAddress(given) : "");
                csv.WriteField(row.What);
                csv.WriteField(row.More);
                csv.WriteField(row.Minutes);
                csv.WriteField(row.Balance);
                csv.EndRecord();
            }
        }
        return file.ToArray();
    }
}
