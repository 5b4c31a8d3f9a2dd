using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Moving;

/// <summary>A job moves a member to another hub on the day that was planned.</summary>
public sealed class DoHubMove(HubMoveLetters letters, TimeProvider clock)
{
    public enum Outcome
    {
        Moved,

        /// <summary>It was called off, or done before.</summary>
        NotPlanned,

        /// <summary>They have left, or the hub was closed: a coordinator sees it as called off on their page.</summary>
        CannotBe,
    }

    /// <summary>Moves them in the caller's unit of work.</summary>
    public async Task<Outcome> HandleAsync(TenantDb db, Guid id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.HubMoves.SingleOrDefaultAsync(m => m.Id == id, ct) is not { IsPlanned: true } move)
            return Outcome.NotPlanned;
        await db.LockMemberAsync(move.MemberId, ct);
        var member = await db.Members.SingleAsync(m => m.Id == move.MemberId, ct);
        var hub = await db.Hubs.SingleOrDefaultAsync(h => h.Id == move.ToHub && h.ClosedAt == null, ct);
        if (member.Status == MemberStatus.Left || hub is null || member.HubId == move.ToHub)
        {
            move.EndedAt = now;
            return Outcome.CannotBe;
        }
        await db.DoAsync(move, member, now, ct);
        await db.SaveChangesAsync(ct);
        await letters.TellAsync(db, member, hub.Name, ct);
        return Outcome.Moved;
    }
}
