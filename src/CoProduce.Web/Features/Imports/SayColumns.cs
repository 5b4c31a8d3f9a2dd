using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Imports.Reading;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Imports;

/// <summary>A manager says what the columns are. It is remembered for files with the same headings, and the worker reads and checks the lines.</summary>
public sealed class SayColumns(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Checking,
        NotFound,

        /// <summary>It is being worked on, or is in already.</summary>
        NotOpen,

        /// <summary>A column that it cannot do without is missing.</summary>
        ColumnMissing,

        /// <summary>Two columns are said to be the same.</summary>
        ColumnTwice,
        UnknownHub,
    }

    public Task<Outcome> HandleAsync(ColumnsForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => SayAsync(db, form, ct), ct);

    /// <summary>The headings in one hash, by which the same kind of file is known again.</summary>
    public static string HeadingsOf(Import import)
    {
        var headings = JsonSerializer.Deserialize<string[][]>(import.Head)![0].Select(ImportPreset.Plain);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', headings))))[..32];
    }

    private async Task<Outcome> SayAsync(TenantDb db, ColumnsForm form, CancellationToken ct)
    {
        if (await db.LockImportAsync(new(form.Import), ct) is not { } import)
            return Outcome.NotFound;
        if (!import.IsOpen)
            return Outcome.NotOpen;
        if (!await db.Hubs.AnyAsync(h => h.Id == new HubId(form.Hub ?? default) && h.ClosedAt == null, ct))
            return Outcome.UnknownHub;
        var fields = ImportFields.Of(form.Kind);
        List<ImportField> columns = [.. form.Columns.Select(c => Field(c, fields))];
        if (columns.Where(c => c != ImportField.None).GroupBy(c => c).Any(g => g.Count() > 1))
            return Outcome.ColumnTwice;
        if (!ImportFields.Needed(form.Kind).All(group => group.Any(columns.Contains)))
            return Outcome.ColumnMissing;
        (import.Kind, import.Source, import.Columns, import.Unit, import.Order) = (form.Kind, form.Source, columns, form.Unit, form.Order);
        (import.HasHeader, import.OfferKind, import.HubId) = (form.HasHeader, form.OfferKind, new(form.Hub!.Value));
        await RememberAsync(db, import, ct);
        import.Begin(await db.ImportContents.AnyAsync(c => c.ImportId == import.Id, ct) ? ImportStatus.Reading : ImportStatus.Checking);
        db.Outbox.Add(ImportWork.Of(import, clock.GetUtcNow()));
        db.AuditLines.Add(me.Line(nameof(SayColumns), form.Import, clock.GetUtcNow()));
        db.Keep();
        return Outcome.Checking;
    }

    private static async Task RememberAsync(TenantDb db, Import import, CancellationToken ct)
    {
        await db.LockSettingsAsync(ct); // two files with the same headings at once
        var headings = HeadingsOf(import);
        if (await db.ImportLayouts.SingleOrDefaultAsync(l => l.Headings == headings, ct) is not { } layout)
            db.ImportLayouts.Add(layout = new() { Headings = headings });
        (layout.Kind, layout.Source, layout.Columns, layout.Unit, layout.Order) = (
            import.Kind,
            import.Source,
            [.. import.Columns],
            import.Unit,
            import.Order
        );
    }

    private static ImportField Field(string? posted, IReadOnlyList<ImportField> fields) =>
        short.TryParse(posted, CultureInfo.InvariantCulture, out var number) && fields.Contains((ImportField)number)
            ? (ImportField)number
            : ImportField.None;
}

/// <summary>What a manager says of a table.</summary>
public sealed class ColumnsForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Import { get; set; }

    public ImportKind Kind { get; set; }

    public ImportSource Source { get; set; }

    public bool HasHeader { get; set; }

    /// <summary>A field's number for each column, from the left; empty for a column that is not brought in.</summary>
    public List<string> Columns { get; set; } = [];

    public HourUnit Unit { get; set; } = HourUnit.Hours;

    public DateOrder Order { get; set; } = DateOrder.DayFirst;

    public OfferKind OfferKind { get; set; } = OfferKind.Offer;

    public Guid? Hub { get; set; }

    /// <summary>The same as a list posts it: an empty choice is none.</summary>
    public string? HubChosen
    {
        get => Hub?.ToString();
        set => Hub = Guid.TryParse(value, out var id) ? id : null;
    }
}

/// <summary>The promise that an import is worked on.</summary>
internal static class ImportWork
{
    public static OutboxItem Of(Import import, DateTimeOffset now) =>
        new()
        {
            Kind = OutboxKind.Import,
            DueAt = now,
            SubjectId = import.Id.Value,
        };
}
