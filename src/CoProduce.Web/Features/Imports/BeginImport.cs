using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Imports;

/// <summary>A manager lets what was checked be brought in, drops it before that, lets a stopped one go on, or undoes one that is in.</summary>
public sealed class BeginImport(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Begun,
        NotFound,

        /// <summary>It is not at the step for that.</summary>
        NotNow,

        /// <summary>Some lines are wrong, and nobody said to leave them out.</summary>
        LinesAreWrong,

        /// <summary>A later import builds on it and has to be undone first.</summary>
        LaterOneStands,
    }

    /// <summary>Brings it in.</summary>
    public Task<Outcome> BringInAsync(BeginForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => BringInAsync(db, form, ct), ct);

    /// <summary>Undoes the whole of it, with a reason that everybody concerned reads.</summary>
    public Task<Outcome> UndoAsync(BeginForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => UndoAsync(db, form, ct), ct);

    /// <summary>Forgets one that was never brought in, its lines included.</summary>
    public Task<Outcome> DropAsync(BeginForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => DropAsync(db, form, ct), ct);

    /// <summary>Lets the worker try again where it stopped.</summary>
    public Task<Outcome> GoOnAsync(BeginForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => GoOnAsync(db, form, ct), ct);

    private async Task<Outcome> BringInAsync(TenantDb db, BeginForm form, CancellationToken ct)
    {
        if (await db.LockImportAsync(new(form.Import), ct) is not { } import)
            return Outcome.NotFound;
        if (import.Status != ImportStatus.Checked)
            return Outcome.NotNow;
        var wrong = db.ImportLines.Where(l => l.ImportId == import.Id && l.State == LineState.Wrong);
        if (!form.LeaveOutWrong && await wrong.AnyAsync(ct))
            return Outcome.LinesAreWrong;
        await wrong.ExecuteUpdateAsync(l => l.SetProperty(x => x.State, LineState.LeftOut), ct);
        import.Begin(ImportStatus.Importing);
        return Keep(db, import, nameof(BringInAsync));
    }

    private async Task<Outcome> UndoAsync(TenantDb db, BeginForm form, CancellationToken ct)
    {
        if (await db.LockImportAsync(new(form.Import), ct) is not { } import)
            return Outcome.NotFound;
        if (import.Status != ImportStatus.Imported)
            return Outcome.NotNow;
        var later = db.Imports.Where(i =>
            i.EndedAt > import.EndedAt && (i.Status == ImportStatus.Imported || i.Status == ImportStatus.Undoing)
        );
        if (await later.AnyAsync(i => db.ImportedRecords.Any(r => r.ImportId == i.Id && r.UndoneAt == null), ct))
            return Outcome.LaterOneStands;
        import.Begin(ImportStatus.Undoing);
        import.UndoReason = form.Reason!.Trim();
        return Keep(db, import, nameof(UndoAsync));
    }

    private async Task<Outcome> DropAsync(TenantDb db, BeginForm form, CancellationToken ct)
    {
        if (await db.LockImportAsync(new(form.Import), ct) is not { } import)
            return Outcome.NotFound;
        if (!import.IsOpen)
            return Outcome.NotNow;
        await db.ImportContents.Where(c => c.ImportId == import.Id).ExecuteDeleteAsync(ct);
        await db.ImportLines.Where(l => l.ImportId == import.Id).ExecuteDeleteAsync(ct);
        await db.ImportNames.Where(n => n.ImportId == import.Id).ExecuteDeleteAsync(ct);
        db.Imports.Remove(import);
        db.AuditLines.Add(me.Line(nameof(BeginImport) + nameof(DropAsync), form.Import, clock.GetUtcNow()));
        db.Keep();
        return Outcome.Begun;
    }

    private async Task<Outcome> GoOnAsync(TenantDb db, BeginForm form, CancellationToken ct)
    {
        if (await db.LockImportAsync(new(form.Import), ct) is not { } import)
            return Outcome.NotFound;
        if (!import.IsWorking || await db.Outbox.AnyAsync(o => o.SubjectId == form.Import && o.DoneAt == null, ct))
            return Outcome.NotNow;
        return Keep(db, import, nameof(GoOnAsync));
    }

    private Outcome Keep(TenantDb db, Import import, string deed)
    {
        db.Outbox.Add(ImportWork.Of(import, clock.GetUtcNow()));
        db.AuditLines.Add(me.Line(nameof(BeginImport) + deed, import.Id.Value, clock.GetUtcNow()));
        db.Keep();
        return Outcome.Begun;
    }
}

/// <summary>What shall be done with an import.</summary>
public sealed class BeginForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Import { get; set; }

    /// <summary>True when lines that are wrong are left out.</summary>
    public bool LeaveOutWrong { get; set; }

    /// <summary>Why it is undone; asked for only then.</summary>
    public string? Reason { get; set; }
}

/// <summary>The shape of <see cref="BeginForm"/> when it undoes an import.</summary>
public sealed class UndoImportRules : AbstractValidator<BeginForm>
{
    public UndoImportRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Reason)
            .Must(r => !string.IsNullOrWhiteSpace(r))
            .WithMessage(_ => texts["Say why, in a few words. Everybody concerned reads it."])
            .MaximumLength(Import.ReasonLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Import.ReasonLength]);
    }
}
