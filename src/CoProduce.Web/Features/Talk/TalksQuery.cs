using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Talk;

/// <summary>The conversations of the current member.</summary>
public sealed class TalksQuery(UnitOfWork work, CurrentPerson me)
{
    /// <summary>How many people are named to begin with.</summary>
    public const int MostKnown = 200;

    /// <summary>Whether the organisation has messages between members.</summary>
    public Task<bool> IsOnAsync(CancellationToken ct = default) =>
        work.ReadAsync(async db => me.ActsFor is null && (await db.TalkSettingsNowAsync(ct)).IsOn, ct);

    /// <summary>Whether the member keeps that one from writing and asking.</summary>
    public Task<bool> IsKeptAwayAsync(MemberId other, CancellationToken ct = default)
    {
        var mine = me.Member;
        return work.ReadAsync(db => db.TalkBlocks.AnyAsync(b => b.ById == mine && b.OtherId == other, ct), ct);
    }

    /// <summary>All of them, whoever wrote last first, and whom the member knows besides. Nothing of it is for somebody who acts for them.</summary>
    public Task<MyTalks> MineAsync(CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var settings = await db.TalkSettingsNowAsync(ct);
                if (me.ActsFor is not null)
                    return new MyTalks(settings, [], []);
                var mine = me.Member;
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
                var known = db.WhoReadHere(db.KnownTo(mine).Where(m => !others.Contains(m.Id))).OrderBy(m => m.FirstName).Take(MostKnown);
                var found = await (
                    from m in db.Members
                    where others.Contains(m.Id) || known.Any(k => k.Id == m.Id)
                    join h in db.Hubs on m.HubId equals h.Id
                    orderby m.FirstName, m.Number
                    select new
                    {
                        m.Id,
                        m.FirstName,
                        m.LastName,
                        Hub = h.Kind == HubKind.Custody ? "" : h.Name,
                    }
                ).ToListAsync(ct);
                // Two of the same first name are told apart.
                var people = found.ToDictionary(
                    m => m.Id,
                    m => new TalkPerson(m.Id, m.LastName.Length == 0 ? m.FirstName : $"{m.FirstName} {m.LastName[0]}.", m.Hub)
                );
                return new MyTalks(
                    settings,
                    [.. sums.OrderByDescending(s => s.Last).Select(s => new TalkLine(people[s.Other], s.Last, s.Unread))],
                    settings.IsOn ? [.. people.Values.Where(p => !others.Contains(p.Id))] : []
                );
            },
            ct
        );
}

/// <summary>The conversations of a member, and whom they could begin one with.</summary>
public sealed record MyTalks(TalkSettings Settings, IReadOnlyList<TalkLine> Lines, IReadOnlyList<TalkPerson> Known)
{
    /// <summary>How many messages are not read.</summary>
    public int Unread => Lines.Sum(l => l.Unread);
}

/// <summary>Somebody in a list.</summary>
/// <param name="Hub">Empty where it is not told.</param>
public sealed record TalkPerson(MemberId Id, string Name, string Hub);

/// <summary>A conversation in a list.</summary>
public sealed record TalkLine(TalkPerson Other, DateTimeOffset Last, int Unread);
