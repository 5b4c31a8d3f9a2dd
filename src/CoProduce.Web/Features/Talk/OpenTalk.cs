using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Talk;

/// <summary>One conversation of the current member, newest last; what was written to them is read by opening it.</summary>
public sealed class OpenTalk(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    /// <summary>How many of the newest messages are shown.</summary>
    public const int Most = 200;

    /// <summary>Null when the two have written nothing and may not begin.</summary>
    public Task<Talk?> HandleAsync(MemberId other, CancellationToken ct = default) =>
        work.WriteAsync<Talk?>(
            async db =>
            {
                var (now, mine) = (clock.GetUtcNow(), me.Member);
                var named = await (
                    from m in db.Members
                    where m.Id == other && m.Id != mine
                    join h in db.Hubs on m.HubId equals h.Id
                    select new { m.FirstName, Hub = h.Name }
                ).SingleOrDefaultAsync(ct);
                if (named is null || me.ActsFor is not null)
                    return null;
                var messages = await db
                    .TalkMessages.AsNoTracking()
                    .Where(m => (m.FromId == mine && m.ToId == other) || (m.FromId == other && m.ToId == mine))
                    .OrderByDescending(m => m.SentAt)
                    .ThenByDescending(m => m.Id)
                    .Take(Most)
                    .ToListAsync(ct);
                var may = await db.MayTalkAsync(mine, other, organisation.Profile.DateOf(now), ct);
                if (messages.Count == 0 && !may)
                    return null;
                var blocks = await db.TalkBlocks.AnyAsync(b => b.ById == mine && b.OtherId == other, ct);
                await db
                    .TalkMessages.Where(m => m.FromId == other && m.ToId == mine && m.ReadAt == null)
                    .ExecuteUpdateAsync(s => s.SetProperty(m => m.ReadAt, now), ct);
                messages.Reverse();
                db.Keep();
                return new Talk(named.FirstName, named.Hub, messages, may, blocks);
            },
            ct
        );
}

/// <summary>A conversation as one of the two sees it.</summary>
/// <param name="Name">The other's first name.</param>
/// <param name="MayWrite">False when they may not write to the other now.</param>
/// <param name="IsBlocked">True when they do not let the other write.</param>
public sealed record Talk(string Name, string Hub, IReadOnlyList<TalkMessage> Messages, bool MayWrite, bool IsBlocked);
