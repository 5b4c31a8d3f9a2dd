using CsvHelper;

namespace CoProduce.Web.Features.Ledger;

/// <summary>Writes a statement as text with commas. Words that a spreadsheet would calculate are made text; minutes stay numbers, also below zero.</summary>
internal static class StatementCsv
{
    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    /// <summary>Sends the file piece by piece, with the mark at its beginning by which spreadsheets know that it is UTF-8.</summary>
    public static async Task WriteAsync(
        Stream file,
        IReadOnlyList<string> headings,
        IAsyncEnumerable<StatementFileRow> rows,
        CancellationToken ct
    )
    {
        await using var pieces = new FileInPieces(file);
        using (var csv = CsvWriter.Create(pieces, Options, leaveOpen: true))
        {
            csv.WriteRecord([.. headings]);
            await foreach (var row in rows.WithCancellation(ct))
            {
                csv.WriteField(StatementPeriod.InAddress(row.Day));
                csv.WriteField(row.Given is { } given ? StatementPeriod.InAddress(given) : "");
                csv.WriteField(row.What);
                csv.WriteField(row.More);
                csv.WriteField(row.Minutes);
                csv.WriteField(row.Balance);
                csv.EndRecord();
                await pieces.SendWhenLargeAsync(ct);
            }
        }
        await pieces.SendAsync(ct);
    }
}
