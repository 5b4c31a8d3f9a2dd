using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Talk;

/// <summary>A member keeps another from writing to them and from asking them, or lets them again. The other is not told.</summary>
public sealed class BlockTalk(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Done,

        /// <summary>To this member there is nobody like that.</summary>
        NotThere,
    }

    /// <summary>What was so already stays so.</summary>
    public Task<Outcome> HandleAsync(MemberId other, bool block, CancellationToken ct = default) =>
        work.WriteAsync(
            async db =>
            {
                var mine = me.Member;
                if (me.ActsFor is not null || other == mine)
                    return Outcome.NotThere;
                await db.LockMembersAsync(mine, other, ct);
                var isKnown =
                    await db.AreTogetherAsync(mine, other, ct)
                    || await db.TalkBetween(mine, other).AnyAsync(ct)
                    || await db.Proposals.AnyAsync(p => p.ByOwner && p.OwnerId == other && p.MemberId == mine, ct);
                if (!isKnown)
                    return Outcome.NotThere;
                await db.BlockTalkAsync(me, other, block, clock.GetUtcNow(), ct);
                db.Keep();
                return Outcome.Done;
            },
            ct
        );
}

/// <summary>Does it inside a unit of work, and says between whom it was done.</summary>
public static class Blocking
{
    /// <summary>Those who keep that member away, and those whom the member keeps away.</summary>
    public static IQueryable<MemberId> KeptApartFrom(this TenantDb db, MemberId member) =>
        db.TalkBlocks.Where(b => b.ById == member || b.OtherId == member).Select(b => b.ById == member ? b.OtherId : b.ById);

    internal static async Task BlockTalkAsync(
        this TenantDb db,
        CurrentPerson me,
        MemberId other,
        bool block,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var mine = me.Member;
        var found = await db.TalkBlocks.SingleOrDefaultAsync(b => b.ById == mine && b.OtherId == other, ct);
        if (found is null != block)
            return;
        if (found is null)
            db.TalkBlocks.Add(
                found = new()
                {
                    ById = mine,
                    OtherId = other,
                    Since = now,
                }
            );
        else
            db.TalkBlocks.Remove(found);
        // The line bears the id of the block: one on the other's record would tell them in the file of their data.
        db.AuditLines.Add(me.Line(block ? nameof(BlockTalk) : $"{nameof(BlockTalk)}.Ended", found.Id, now));
    }
}
