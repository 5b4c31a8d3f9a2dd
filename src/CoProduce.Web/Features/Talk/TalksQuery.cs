using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Talk;

/// <summary>The conversations of the current member.</summary>
public sealed class TalksQuery(UnitOfWork work, CurrentPerson me)
{
    /// <summary>Whoever wrote last stands first.</summary>
    public Task<IReadOnlyList<TalkLine>> MineAsync(CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<TalkLine>>(
            async db =>
            {
                var mine = me.Member;
                if (me.ActsFor is not null)
                    return [];
                var sums = await db
                    .TalkMessages.Where(m => m.FromId == mine || m.ToId == mine)
                    .GroupBy(m => m.FromId == mine ? m.ToId : m.FromId)
                    .Select(g => new
                    {
                        Other = g.Key,
                        Last = g.Max(m => m.SentAt),
                        Unread = g.Count(m => m.ToId == mine && m.ReadAt == null),
                    })
                    .ToListAsync(ct);
                var others = sums.ConvertAll(s => s.Other);
                var named = await (
                    from m in db.Members
                    where others.Contains(m.Id)
                    join h in db.Hubs on m.HubId equals h.Id
                    select new
                    {
                        m.Id,
                        m.FirstName,
                        Hub = h.Name,
                    }
                ).ToDictionaryAsync(m => m.Id, ct);
                return
                [
                    .. sums.OrderByDescending(s => s.Last)
                        .Select(s => new TalkLine(s.Other, named[s.Other].FirstName, named[s.Other].Hub, s.Last, s.Unread)),
                ];
            },
            ct
        );
}

/// <summary>A conversation in a list.</summary>
/// <param name="Name">The other's first name.</param>
public sealed record TalkLine(MemberId Other, string Name, string Hub, DateTimeOffset Last, int Unread);
