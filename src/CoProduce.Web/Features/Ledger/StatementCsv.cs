using CoProduce.Web.Ui;

namespace CoProduce.Web.Features.Ledger;

/// <summary>Writes a statement as text with commas. Words that a spreadsheet would calculate are made text; minutes stay numbers, also below zero.</summary>
internal static class StatementCsv
{
    /// <summary>The file.</summary>
    public static byte[] Write(IReadOnlyList<string> headings, IReadOnlyList<StatementFileRow> rows) =>
        SpreadsheetCsv.Write(csv =>
        {
            csv.Line([.. headings]);
            foreach (var row in rows)
            {
                csv.Text(StatementPeriod.InAddress(row.Day));
                csv.Text(row.Given is { } given ? StatementPeriod.InAddress(given) : "");
                csv.Text(row.What);
                csv.Text(row.More);
                csv.Number(row.Minutes);
                csv.Number(row.Balance);
                csv.End();
            }
        });
}
