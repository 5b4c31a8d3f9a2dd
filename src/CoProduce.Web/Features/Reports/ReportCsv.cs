using System.Globalization;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Reports;

/// <summary>The report's figures as a file for a spreadsheet; what the page does not show, the file does not hold either.</summary>
public static class ReportCsv
{
    public static async Task<Results<FileContentHttpResult, BadRequest<string>, NotFound>> AnswerAsync(
        ReportQuery query,
        CurrentOrganisation current,
        TimeProvider clock,
        IStringLocalizer texts,
        [FromQuery] string? period,
        [FromQuery] string? from,
        [FromQuery] string? until,
        [FromQuery] string? hub,
        CancellationToken ct
    )
    {
        var asked = ReportPeriod.Read(period, from, until, current.Profile.DateOf(clock.GetUtcNow()), out var fault);
        if (fault is not null)
            return TypedResults.BadRequest(texts[ReportWords.Of(fault.Value), ReportPeriod.MostMonths].Value);
        var hubs = await query.HubsAsync(ct);
        var one = hubs.Find(h => h.Id.Value.ToString() == hub);
        if (one is null && !string.IsNullOrEmpty(hub))
            return TypedResults.NotFound();
        var report = await query.ReadAsync(asked, one?.Id, ct);
        var name = $"{current.Profile.Slug}-{ReportPeriod.Code(asked.From)}-{ReportPeriod.Code(asked.Until)}.csv";
        return TypedResults.File(Write(report, one?.Name ?? "", texts), "text/csv; charset=utf-8", name);
    }

    /// <summary>The file.</summary>
    public static byte[] Write(Report report, string hub, IStringLocalizer texts) =>
        SpreadsheetCsv.Write(csv =>
        {
            csv.Line(
                texts["Figure"].Value,
                texts["Time bank"].Value,
                texts["For"].Value,
                texts["Minutes given"].Value,
                texts["Exchanges"].Value,
                texts["Members"].Value
            );
            var all = ReportPeriod.Code(report.Period.From) + "/" + ReportPeriod.Code(report.Period.Until);
            Line(csv, texts, texts["Total"], hub, all, report.Total);
            csv.Line(texts["New members"].Value, hub, all, "", "", Shown(texts, report.NewMembers));
            csv.Line(texts["Of ten active members gave and received"].Value, hub, all, "", "", Shown(texts, report.BothInTen));
            csv.Line(texts["Requests open"].Value, hub, all, "", "", Shown(texts, report.Open?.Count));
            csv.Line(texts["Requests open, days waited (median)"].Value, hub, all, "", "", Days(texts, report.Open));
            csv.Line(texts["Requests met"].Value, hub, all, "", "", Shown(texts, report.Met?.Count));
            csv.Line(texts["Requests met, days waited (median)"].Value, hub, all, "", "", Days(texts, report.Met));
            csv.Line(texts["Arranged visits that happened"].Value, hub, all, "", Shown(texts, report.Covered?.Visits), "");
            csv.Line(texts["Of these, approved before they happened"].Value, hub, all, "", Shown(texts, report.Covered?.Approved), "");
            Lines(csv, texts, texts["Month"], hub, report.Months, line => ReportPeriod.Code(line.Month!.Value));
            foreach (var kind in report.Categories.Lines)
                csv.Line(
                    texts["Kind of help"].Value,
                    hub,
                    kind.Name.Length > 0 ? kind.Name : texts["Nobody said"].Value,
                    Shown(texts, kind.Figures?.Minutes),
                    "",
                    ""
                );
            if (report.Categories.Rest is { } rest) // hours only: see docs/decisions/0009
                csv.Line(texts["Kind of help"].Value, hub, Together(texts), Shown(texts, rest.Minutes), "", "");
            if (report.Hubs is { } hubs)
                Lines(csv, texts, texts["Time bank"], hub, hubs, line => line.Name.Length > 0 ? line.Name : texts["No time bank"]);
        });

    private static void Lines(
        SpreadsheetCsv csv,
        IStringLocalizer texts,
        string figure,
        string hub,
        Breakdown breakdown,
        Func<ReportLine, string> name
    )
    {
        foreach (var line in breakdown.Lines)
            Line(csv, texts, figure, hub, name(line), line.Figures);
        if (breakdown.Rest is { } rest)
            Line(csv, texts, figure, hub, Together(texts), rest);
    }

    private static void Line(SpreadsheetCsv csv, IStringLocalizer texts, string figure, string hub, string name, Figures? figures) =>
        csv.Line(figure, hub, name, Shown(texts, figures?.Minutes), Shown(texts, figures?.Exchanges), Shown(texts, figures?.Members));

    private static string Together(IStringLocalizer texts) => texts["Not shown above, together"];

    private static string Days(IStringLocalizer texts, Waiting? waiting) =>
        waiting is { Count: 0 } ? "" : Shown(texts, waiting?.MedianDays);

    private static string Shown(IStringLocalizer texts, long? figure) =>
        figure?.ToString(CultureInfo.InvariantCulture) ?? texts["not shown"].Value;
}
