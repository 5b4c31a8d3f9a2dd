using System.Runtime.CompilerServices;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Ledger;

/// <summary>One row of a statement's file. Minutes are null where nothing moved.</summary>
public sealed record StatementFileRow(DateOnly Day, DateOnly? Given, string What, string More, long? Minutes, long Balance);

/// <summary>The days that a file is asked for, as they stand in its address.</summary>
public sealed record StatementFileAsked([FromQuery] string? From, [FromQuery] string? To);

/// <summary>A member's statement as a file for a spreadsheet: opening, the same sentences as on the page, closing.</summary>
public sealed class StatementFile(StatementQuery statements, CurrentOrganisation current, TimeProvider clock, IStringLocalizer texts)
{
    private string[] Headings =>
        [texts["Day"], texts["Day of the help"], texts["What"], texts["More about it"], texts["Minutes"], texts["Balance in minutes"]];

    /// <summary>Plain text that any spreadsheet reads.</summary>
    public Task<Results<PushStreamHttpResult, NotFound>> CsvAsync(MemberId member, StatementFileAsked asked, CancellationToken ct) =>
        AnswerAsync(member, asked, "csv", "text/csv; charset=utf-8", (file, rows) => StatementCsv.WriteAsync(file, Headings, rows, ct), ct);

    /// <summary>A workbook with one sheet, in which minutes are numbers.</summary>
    public Task<Results<PushStreamHttpResult, NotFound>> XlsxAsync(MemberId member, StatementFileAsked asked, CancellationToken ct) =>
        AnswerAsync(
            member,
            asked,
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            (file, rows) => StatementXlsx.WriteAsync(file, texts["Statement"], Headings, rows, ct),
            ct
        );

    /// <summary>The same of another record of that member's, by its number; not found when it is none of theirs.</summary>
    public async Task<Results<PushStreamHttpResult, NotFound>> CsvAsync(
        MemberId member,
        int number,
        StatementFileAsked asked,
        CancellationToken ct
    ) => await RecordAsync(member, number, ct) is { } record ? await CsvAsync(record, asked, ct) : TypedResults.NotFound();

    /// <summary>The same as a workbook.</summary>
    public async Task<Results<PushStreamHttpResult, NotFound>> XlsxAsync(
        MemberId member,
        int number,
        StatementFileAsked asked,
        CancellationToken ct
    ) => await RecordAsync(member, number, ct) is { } record ? await XlsxAsync(record, asked, ct) : TypedResults.NotFound();

    private async Task<MemberId?> RecordAsync(MemberId member, int number, CancellationToken ct) =>
        (await statements.OtherRecordsAsync(member, ct)).Where(o => o.Number == number).Select(o => (MemberId?)o.Record).SingleOrDefault();

    private async Task<Results<PushStreamHttpResult, NotFound>> AnswerAsync(
        MemberId member,
        StatementFileAsked asked,
        string ending,
        string type,
        Func<Stream, IAsyncEnumerable<StatementFileRow>, Task> write,
        CancellationToken ct
    )
    {
        var today = current.Profile.DateOf(clock.GetUtcNow());
        var period = StatementPeriod.Of(asked.From, asked.To, today);
        if (await statements.HeadAsync(member, period.From, period.To, ct) is not { } head)
            return TypedResults.NotFound();
        var days = $"{StatementPeriod.InAddress(period.From)}-{StatementPeriod.InAddress(period.To)}";
        return TypedResults.Stream(
            file => write(file, RowsAsync(head, today, ct)),
            type,
            $"{current.Profile.Slug}-statement-{days}.{ending}"
        );
    }

    private async IAsyncEnumerable<StatementFileRow> RowsAsync(
        Statement head,
        DateOnly today,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var telling = new StatementTelling(head.Member, current.Profile, today, texts);
        yield return new(head.From, null, texts["Balance at the beginning"], "", null, head.Opening);
        await foreach (var l in statements.EachAsync(head, ct))
            yield return new(l.PostedOn, l.ServiceDate, telling.What(l), telling.How(l), l.Amount, l.Balance);
        yield return new(head.To, null, texts["Balance at the end"], "", null, head.Closing);
    }
}
