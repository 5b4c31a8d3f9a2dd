using CoProduce.Web.Data;
using CoProduce.Web.Tenancy;

namespace CoProduce.Web.Features.Imports;

/// <summary>A job does the next part of an import, in one transaction with the note of how far it is, so that it goes on where it was after anything.</summary>
public sealed class WorkOnImport(
    ReadLines read,
    CheckLines check,
    BringIn bring,
    TakeOut take,
    CurrentOrganisation organisation,
    TimeProvider clock
)
{
    public enum Outcome
    {
        /// <summary>There is nothing to do before somebody says so.</summary>
        Done,

        /// <summary>There is another part.</summary>
        MoreToDo,
    }

    /// <summary>Does one part inside the caller's unit of work.</summary>
    public async Task<Outcome> HandleAsync(TenantDb db, ImportId id, CancellationToken ct = default)
    {
        if (await db.LockImportAsync(id, ct) is not { IsWorking: true } import)
            return Outcome.Done;
        var now = clock.GetUtcNow();
        switch (import.Status)
        {
            case ImportStatus.Reading:
                await read.HandleAsync(db, import, ct);
                import.Begin(ImportStatus.Checking);
                break;
            case ImportStatus.Checking when await check.HandleAsync(db, import, ct):
                import.End(ImportStatus.Checked, now);
                break;
            case ImportStatus.Importing when await bring.HandleAsync(db, import, now, ct):
                import.End(ImportStatus.Imported, now);
                break;
            case ImportStatus.Undoing when await take.HandleAsync(db, import, organisation.Profile.DateOf(now), now, ct):
                import.End(ImportStatus.Undone, now);
                break;
            default:
                break;
        }
        await db.SaveChangesAsync(ct);
        return import.IsWorking ? Outcome.MoreToDo : Outcome.Done;
    }
}
