using CoProduce.Web.Data;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Messages;

/// <summary>A job does one due item of the current organisation, in one transaction with the note that it is done.</summary>
/// <remarks>The item stays locked meanwhile, so another node takes another one; a crash in the middle leaves it due, so it is done at least once.</remarks>
public sealed class DoOutboxItem(
    UnitOfWork work,
    IEnumerable<OutboxJob> jobs,
    IServiceProvider scope,
    TimeProvider clock,
    ILogger<DoOutboxItem> log
)
{
    private Guid? taken;

    public enum Outcome
    {
        NothingDue,
        Done,

        /// <summary>To be tried again later, given up, or left to a person; the item says why.</summary>
        Failed,
    }

    /// <summary>Does the longest due one. One that fails for a reason nobody thought of is noted too, so that it cannot stop those after it.</summary>
    public async Task<Outcome> HandleAsync(CancellationToken ct = default)
    {
        taken = null;
        try
        {
            return await work.WriteAsync(db => TakeAsync(db, ct), ct);
        }
        catch (Exception e) when (taken is not null && !ct.IsCancellationRequested)
        {
            log.LogError(e, "The outbox item {Item} failed", taken);
            return await work.WriteAsync(db => NoteAsync(db, e.GetType().Name, ct), ct);
        }
    }

    private async Task<Outcome> NoteAsync(TenantDb db, string failure, CancellationToken ct)
    {
        if (await db.Outbox.SingleOrDefaultAsync(o => o.Id == taken && o.DoneAt == null, ct) is { } item)
            item.Fail(failure, clock.GetUtcNow());
        db.Keep();
        return Outcome.Failed;
    }

    private async Task<Outcome> TakeAsync(TenantDb db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.TakeDueAsync(now, ct) is not { } item)
            return Outcome.NothingDue;
        taken = item.Id;
        var (step, reason) = await jobs.Single(j => j.Kind == item.Kind).DoAsync(scope, db, item, ct);
        switch (step)
        {
            case OutboxStep.Done:
                item.Succeed(now);
                break;
            case OutboxStep.MoreToDo:
                item.GoOn(now);
                break;
            case OutboxStep.Failed:
                item.Fail(reason, now);
                break;
            case OutboxStep.Left:
                item.Leave(reason, now);
                break;
        }
        await db.NoteSendingAsync(item, now, ct);
        db.Keep();
        return item.Failure.Length == 0 ? Outcome.Done : Outcome.Failed;
    }
}
