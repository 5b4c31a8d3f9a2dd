using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Moving;

/// <summary>Which move is called off or undone.</summary>
public sealed class UndoHubMoveForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Move { get; set; }
}

/// <summary>A coordinator calls a planned move to another hub off, or undoes the last one that was made. Both stay readable.</summary>
public sealed class UndoHubMove(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Undone,

        /// <summary>There is no such move, or it was undone before.</summary>
        NotFound,

        /// <summary>They have moved on since; the last move is undone first.</summary>
        MovedOn,

        /// <summary>The hub they would come back to takes no members any more.</summary>
        HubClosed,
    }

    public Task<Outcome> HandleAsync(UndoHubMoveForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => UndoAsync(db, form, ct), ct);

    private async Task<Outcome> UndoAsync(TenantDb db, UndoHubMoveForm form, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.HubMoves.AsNoTracking().SingleOrDefaultAsync(m => m.Id == form.Move, ct) is not { } found)
            return Outcome.NotFound;
        await db.LockMemberAsync(found.MemberId, ct);
        var move = await db.HubMoves.SingleAsync(m => m.Id == form.Move, ct);
        if (move.EndedAt is not null)
            return Outcome.NotFound;
        if (move.DoneAt is { } done)
        {
            if (await db.HubMoves.AnyAsync(m => m.MemberId == move.MemberId && m.EndedAt == null && m.DoneAt > done, ct))
                return Outcome.MovedOn;
            if (await db.Hubs.AnyAsync(h => h.Id == move.FromHub && h.ClosedAt != null, ct))
                return Outcome.HubClosed;
            await db.BringBackAsync(move, await db.Members.SingleAsync(m => m.Id == move.MemberId, ct), now, ct);
        }
        move.EndedAt = now;
        db.AuditLines.Add(me.Line(nameof(UndoHubMove), move.Id, now, onBehalfOf: move.MemberId));
        db.Keep();
        return Outcome.Undone;
    }
}
