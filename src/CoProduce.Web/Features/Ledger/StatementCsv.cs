using CoProduce.Web.Ui;

namespace CoProduce.Web.Features.Ledger;

/// <summary>Writes a statement as text with commas. Words that a spreadsheet would calculate are made text; minutes stay numbers, also below zero.</summary>
internal static class StatementCsv
{
    /// <summary>Sends the file piece by piece.</summary>
    public static async Task WriteAsync(
        Stream file,
        IReadOnlyList<string> headings,
        IAsyncEnumerable<StatementFileRow> rows,
        CancellationToken ct
    )
    {
        await using var pieces = new FileInPieces(file);
        using (var csv = SpreadsheetCsv.To(pieces))
        {
            csv.Line([.. headings]);
            await foreach (var row in rows.WithCancellation(ct))
            {
                csv.Text(StatementPeriod.InAddress(row.Day));
                csv.Text(row.Given is { } given ? StatementPeriod.InAddress(given) : "");
                csv.Text(row.What);
                csv.Text(row.More);
                csv.Number(row.Minutes);
                csv.Number(row.Balance);
                csv.End();
                await pieces.SendWhenLargeAsync(ct);
            }
        }
        await pieces.SendAsync(ct);
    }
}
