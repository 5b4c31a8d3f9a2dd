using System.Security.Cryptography;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Imports.Reading;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Imports;

/// <summary>A manager sends a file. Each table in it becomes an import whose columns are guessed; nothing is brought in yet.</summary>
public sealed class StartImport(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    /// <summary>How many lines are looked at for the order of dates.</summary>
    private const int LookedAt = 500;

    public enum Outcome
    {
        Started,
        NoFile,
        TooLarge,

        /// <summary>It unpacks to more than is allowed, or has too many lines or tables.</summary>
        TooMuch,

        /// <summary>It is a workbook of the old kind.</summary>
        OldWorkbook,

        /// <summary>It is no table at all, or damaged.</summary>
        NotRead,

        /// <summary>There is no line in it.</summary>
        Empty,
        UnknownHub,
    }

    public async Task<Outcome> HandleAsync(StartImportForm form, CancellationToken ct = default)
    {
        if (form.File is not { } file)
            return Outcome.NoFile;
        if (file.Length == 0)
            return Outcome.Empty;
        if (file.Length > ImportLimits.MostBytes)
            return Outcome.TooLarge;
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, ct);
        var content = bytes.ToArray();
        var outcome = Read(form, content, Cut(Path.GetFileName(file.FileName)), out var imports);
        return outcome != Outcome.Started
            ? outcome
            : await work.OnceAsync(
                form.RequestKey,
                new { form.RequestKey, Hash = Convert.ToHexString(SHA256.HashData(content)) },
                db => StartAsync(db, form, imports, content, ct),
                ct
            );
    }

    private Outcome Read(StartImportForm form, byte[] content, string name, out List<Import> imports)
    {
        imports = [];
        var now = clock.GetUtcNow(); // the tables of one file belong together
        try
        {
            if (ImportFile.KindOf(content) is var kind and (ImportFileKind.Unknown or ImportFileKind.OldWorkbook))
                return kind == ImportFileKind.OldWorkbook ? Outcome.OldWorkbook : Outcome.NotRead;
            foreach (var table in ImportFile.Tables(content, name))
            {
                var lines = ImportFile.Lines(content, table).Take(LookedAt).Select(l => l.Cells).ToList();
                if (lines.Count > 0)
                    imports.Add(Guess(form, name, table, content, lines, now));
            }
        }
        catch (TooMuchToReadException)
        {
            return Outcome.TooMuch;
        }
        catch (Exception e) when (e is InvalidDataException or CsvHelper.CsvFormatException or System.Xml.XmlException)
        {
            return Outcome.NotRead;
        }
        if (imports.Count == 0)
            return Outcome.Empty;
        imports = [.. imports.OrderBy(i => i.Kind)];
        imports[0].Id = new(form.RequestKey); // where the page goes next
        return Outcome.Started;
    }

    private Import Guess(StartImportForm form, string file, string table, byte[] content, List<string[]> lines, DateTimeOffset now)
    {
        var preset = ImportPresets.Guess(lines[0]) ?? ImportPresets.For(ImportSource.Plain, KindByName(table), lines[0]);
        if (preset is { Source: ImportSource.TimeOverflow, Kind: ImportKind.Offers })
            lines = [.. ReadLines.Tables(content, table, categoryAbove: true).Take(LookedAt).Select(l => l.Cells)];
        var columns = preset.Map(lines[0]);
        var days = columns.IndexOf(ImportField.Day) is >= 0 and var day ? day : columns.IndexOf(ImportField.JoinedOn);
        var dates = lines.Skip(1).Where(l => days >= 0 && days < l.Length).Select(l => l[days]).ToList();
        var order = DateReading.OrderOf(dates);
        return new()
        {
            Id = ImportId.New(),
            FileName = file,
            Table = Cut(table),
            Kind = preset.Kind,
            Source = preset.Source,
            HasHeader = preset.HasHeader,
            Head = ReadLines.Head(lines.Take(Import.SampleLines + 1)),
            Columns = columns,
            Unit = UnitOf(preset, lines[0], columns),
            Order = order ?? DateOrder.DayFirst,
            OrderIsOpen = order is null && dates.Exists(DateReading.NeedsOrder),
            OfferKind = IsOfRequests(table) ? OfferKind.Request : OfferKind.Offer,
            HubId = new(form.Hub ?? default),
            MadeBy = me.Id,
            MadeAt = now,
        };
    }

    private async Task<Outcome> StartAsync(TenantDb db, StartImportForm form, List<Import> imports, byte[] content, CancellationToken ct)
    {
        if (!await db.Hubs.AnyAsync(h => h.Id == new HubId(form.Hub ?? default) && h.ClosedAt == null, ct))
            return Outcome.UnknownHub;
        foreach (var import in imports)
        {
            var headings = SayColumns.HeadingsOf(import);
            if (import.HasHeader && await db.ImportLayouts.SingleOrDefaultAsync(l => l.Headings == headings, ct) is { } layout)
                (import.Kind, import.Source, import.Columns, import.Unit, import.Order) = (
                    layout.Kind,
                    layout.Source,
                    [.. layout.Columns],
                    layout.Unit,
                    layout.Order
                );
            db.Imports.Add(import);
            db.ImportContents.Add(new() { ImportId = import.Id, Bytes = content });
        }
        db.AuditLines.Add(me.Line(nameof(StartImport), imports[0].Id.Value, clock.GetUtcNow()));
        db.Keep();
        return Outcome.Started;
    }

    private static HourUnit UnitOf(ImportPreset preset, string[] headings, List<ImportField> columns)
    {
        var hours = columns.IndexOf(ImportField.Hours) is >= 0 and var i ? i : columns.IndexOf(ImportField.Balance);
        return (hours >= 0 && preset.HasHeader ? ImportPreset.Plain(headings[hours]) : "") switch
        {
            "minutes" or "mins" => HourUnit.Minutes,
            "seconds" => HourUnit.Seconds,
            _ => preset.Unit,
        };
    }

    private static ImportKind KindByName(string table) =>
        table.Contains("offer", StringComparison.OrdinalIgnoreCase) || IsOfRequests(table) ? ImportKind.Offers
        : table.Contains("balance", StringComparison.OrdinalIgnoreCase) ? ImportKind.Balances
        : table.Contains("member", StringComparison.OrdinalIgnoreCase) || table.Contains("user", StringComparison.OrdinalIgnoreCase)
            ? ImportKind.Members
        : ImportKind.History;

    private static readonly string[] RequestWords = ["inquir", "request", "demand", "want", "need"];

    private static bool IsOfRequests(string table) => RequestWords.Any(w => table.Contains(w, StringComparison.OrdinalIgnoreCase));

    private static string Cut(string name) => name.Length <= Import.NameLength ? name : name[^Import.NameLength..];
}

/// <summary>A file that a manager sends.</summary>
public sealed class StartImportForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public IFormFile? File { get; set; }

    /// <summary>The time bank that new members join.</summary>
    public Guid? Hub { get; set; }

    /// <summary>The same as a list posts it: an empty choice is none.</summary>
    public string? HubChosen
    {
        get => Hub?.ToString();
        set => Hub = Guid.TryParse(value, out var id) ? id : null;
    }
}
