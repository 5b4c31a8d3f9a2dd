using CsvHelper;

namespace CoProduce.Web.Features.Ledger;

/// <summary>Writes a statement as text with commas. Words that a spreadsheet would calculate are made text; minutes stay numbers, also below zero.</summary>
internal static class StatementCsv
{
    private const int Piece = 16 * 1024;
    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    /// <summary>Sends the file piece by piece, with the mark at its beginning by which spreadsheets know that it is UTF-8.</summary>
    public static async Task WriteAsync(
        Stream file,
        IReadOnlyList<string> headings,
        IAsyncEnumerable<StatementFileRow> rows,
        CancellationToken ct
    )
    {
        using var piece = new MemoryStream();
        using (var csv = CsvWriter.Create(piece, Options, leaveOpen: true))
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
                if (piece.Length >= Piece)
                    await SendAsync();
            }
        }
        await SendAsync();

        async Task SendAsync()
        {
            await file.WriteAsync(piece.GetBuffer().AsMemory(0, (int)piece.Length), ct);
            piece.SetLength(0);
        }
    }
}
