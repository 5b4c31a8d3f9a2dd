using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Imports.Reading;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Imports;

/// <summary>A manager mends lines where they stand, or leaves them out; they are checked again at once.</summary>
public sealed class MendLines(UnitOfWork work, CurrentPerson me, CheckLines check, TimeProvider clock)
{
    public enum Outcome
    {
        Saved,
        NotFound,

        /// <summary>It is being worked on, or is in already.</summary>
        NotOpen,
    }

    public Task<Outcome> HandleAsync(MendForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => MendAsync(db, form, ct), ct);

    private async Task<Outcome> MendAsync(TenantDb db, MendForm form, CancellationToken ct)
    {
        if (await db.LockImportAsync(new(form.Import), ct) is not { } import)
            return Outcome.NotFound;
        if (import.Status != ImportStatus.Checked)
            return Outcome.NotOpen;
        var answers = form.Lines.GroupBy(l => l.Number).ToDictionary(l => l.Key, l => l.Last());
        var numbers = answers.Keys.ToArray();
        var lines = await db.ImportLines.Where(l => l.ImportId == import.Id && numbers.Contains(l.Number)).ToListAsync(ct);
        foreach (var line in lines)
        {
            var answer = answers[line.Number];
            line.State = answer.LeaveOut ? LineState.LeftOut : LineState.Waiting;
            Write(import, line, (ImportField)answer.Field, answer.Value);
        }
        await db.SaveChangesAsync(ct);
        foreach (var line in lines)
            db.Entry(line).State = EntityState.Detached; // what is found of them is written in one statement
        await check.CheckAsync(db, import, lines, recount: false, ct);
        db.AuditLines.Add(me.Line(nameof(MendLines), form.Import, clock.GetUtcNow()));
        db.Keep();
        return Outcome.Saved;
    }

    private static void Write(Import import, ImportLine line, ImportField field, string? value)
    {
        var cells = LineCells.Of(line);
        if (value is null || new LineCells(import.Columns, cells).Place(field) is not (>= 0 and var place))
            return;
        if (place >= cells.Length)
            cells = [.. cells, .. Enumerable.Repeat("", place - cells.Length + 1)];
        cells[place] = TextLines.Cell(value.Trim());
        line.Cells = ReadLines.Cells(cells);
    }
}

/// <summary>Lines that are mended or left out.</summary>
public sealed class MendForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Import { get; set; }

    public List<MendedLine> Lines { get; set; } = [];
}

/// <summary>One of them.</summary>
public sealed class MendedLine
{
    public int Number { get; set; }

    /// <summary>Which column is mended, as a number of <see cref="ImportField"/>.</summary>
    public short Field { get; set; }

    /// <summary>What shall stand there; null leaves it as it is.</summary>
    public string? Value { get; set; }

    public bool LeaveOut { get; set; }
}
