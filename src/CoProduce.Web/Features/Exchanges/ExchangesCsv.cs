using System.Globalization;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>The list of exchanges as a file for a spreadsheet, written while it is read. Cells that a spreadsheet would calculate are made text.</summary>
public sealed class ExchangesCsv(ExchangesQuery exchanges, CurrentOrganisation organisation, IStringLocalizer texts)
{
    /// <summary>Answers with the file.</summary>
    public async Task WriteAsync(HttpContext http)
    {
        var ct = http.RequestAborted;
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{organisation.Profile.Slug}-exchanges.csv\"";
        await using var csv = SpreadsheetCsv.To(http.Response.Body);
        await csv.LineAsync([.. Headings.Select(h => texts[h].Value)], ct);
        await exchanges.StreamAsync(ExchangeFilter.Read(http.Request.Query), row => WriteAsync(csv, row, ct), ct);
        await csv.FlushAsync(ct);
    }

    private static string[] Headings =>
        [
            "Day",
            "Who helped",
            "Who was helped",
            "Minutes",
            "What",
            "Kind of help",
            "Time bank",
            "It stands as",
            "How it was confirmed",
            "How it came",
            "Logged by",
            "Approved before it happened",
        ];

    private async Task WriteAsync(SpreadsheetCsv csv, ExchangeRow row, CancellationToken ct) =>
        await csv.LineAsync(
            [
                row.ServiceDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                row.Giver,
                row.Receiver ?? organisation.Profile.Name,
                row.Minutes.ToString(CultureInfo.InvariantCulture),
                row.Description,
                row.Category ?? "",
                row.Hub,
                ExchangeWords.Status(texts, row),
                ExchangeWords.Agreed(texts, row.ConfirmedBy),
                ExchangeWords.ByDoor(texts, row.Door),
                row.LoggedWords(texts) ?? "",
                row.CoveredWords(organisation.Profile) ?? "",
            ],
            ct
        );
}
