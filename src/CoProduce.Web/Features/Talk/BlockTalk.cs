using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Talk;

/// <summary>A member keeps another from writing to them, or lets them again. The other is not told.</summary>
public sealed class BlockTalk(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    /// <summary>False when there is no such member to keep away; what was so already stays so.</summary>
    public Task<bool> HandleAsync(MemberId other, bool block, CancellationToken ct = default) =>
        work.WriteAsync(
            async db =>
            {
                var (now, mine) = (clock.GetUtcNow(), me.Member);
                if (me.ActsFor is not null || other == mine || !await db.MembersNamedBy(me).AnyAsync(m => m.Id == other, ct))
                    return false;
                var found = await db.TalkBlocks.SingleOrDefaultAsync(b => b.ById == mine && b.OtherId == other, ct);
                if (found is null == !block)
                    return true;
                if (found is null)
                    db.TalkBlocks.Add(
                        new()
                        {
                            ById = mine,
                            OtherId = other,
                            Since = now,
                        }
                    );
                else
                    db.TalkBlocks.Remove(found);
                db.AuditLines.Add(me.Line(block ? nameof(BlockTalk) : nameof(BlockTalk) + "Ended", mine.Value, now));
                db.Keep();
                return true;
            },
            ct
        );
}
