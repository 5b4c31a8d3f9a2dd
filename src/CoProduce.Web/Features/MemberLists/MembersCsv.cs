using System.Globalization;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.MemberLists;

/// <summary>
/// A list of members as a file for a spreadsheet, with the columns that the list shows and without anybody's address or telephone number. Who
/// took it stands in the audit. Cells that a spreadsheet would calculate are made text.
/// </summary>
public sealed class MembersCsv(
    MembersQuery members,
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    TimeProvider clock,
    IStringLocalizer texts
)
{
    /// <summary>Answers with the file.</summary>
    public async Task WriteAsync(HttpContext http)
    {
        var (filter, ct) = (MemberFilter.Read(http.Request.Query), http.RequestAborted);
        await work.WriteAsync(
            db =>
            {
                db.AuditLines.Add(me.Line("TakeMemberList", null, clock.GetUtcNow()));
                db.Keep();
                return Task.FromResult(true);
            },
            ct
        );
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{organisation.Profile.Slug}-members.csv\"";
        await using var csv = SpreadsheetCsv.To(http.Response.Body);
        await csv.LineAsync([texts["Name"], .. filter.Shown.Select(Head)], ct);
        await members.StreamAsync(filter, member => LineAsync(csv, filter.Shown, member, ct), ct);
        await csv.FlushAsync(ct);
    }

    private string Head(MemberColumn column) =>
        column == MemberColumn.Balance ? texts["Balance in minutes"] : ListWords.Column(texts, column);

    // What is counted or dated is written as spreadsheets read it; the balance in minutes, as in every file.
    private async Task LineAsync(SpreadsheetCsv csv, IReadOnlyList<MemberColumn> columns, MemberRow member, CancellationToken ct)
    {
        csv.Text(member.Name);
        foreach (var column in columns)
        {
            if (column == MemberColumn.Number)
                csv.Number(member.Number);
            else if (column == MemberColumn.Balance)
                csv.Number(member.Balance);
            else if (column == MemberColumn.Last)
                csv.Text(Day(member.Last));
            else if (column == MemberColumn.Joined)
                csv.Text(Day(member.Joined));
            else
                csv.Text(ListWords.Cell(texts, member, column));
        }
        await csv.LineAsync([], ct);
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
