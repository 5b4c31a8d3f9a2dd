using CoProduce.Web.Data;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching;

/// <summary>What those who fit have in common with whose offer or request it is, and when they were last asked.</summary>
internal sealed class WhatIsShared
{
    private const string English = "en"; // nearly everybody speaks some; it is no reason unless it is asked for

    private readonly Dictionary<MemberId, DateOnly?> born = [];
    private readonly MemberId owner;

    private WhatIsShared(MemberId owner) => this.owner = owner;

    /// <summary>The languages that are asked for, or else the owner's, by who speaks them.</summary>
    public ILookup<MemberId, MemberLanguage> Languages { get; private set; } = default!;

    /// <summary>What both enjoy.</summary>
    public ILookup<MemberId, TwoNames> Interests { get; private set; } = default!;

    /// <summary>The last day on which the two helped each other.</summary>
    public Dictionary<MemberId, DateOnly> Met { get; private set; } = [];

    /// <summary>When somebody was last asked for anything.</summary>
    public Dictionary<MemberId, DateTimeOffset> AskedAt { get; private set; } = [];

    /// <summary>Years between that member and the owner; null when one of the days of birth is not known, or was not read.</summary>
    public int? YearsBetween(MemberId member) =>
        born.GetValueOrDefault(owner) is { } mine && born.GetValueOrDefault(member) is { } theirs
            ? Math.Abs(mine.Year - theirs.Year)
            : null;

    /// <param name="ages">True when ages matter to this look; otherwise they are not read.</param>
    public static async Task<WhatIsShared> OfAsync(
        TenantDb db,
        Offer offer,
        List<MemberId> ids,
        bool ages,
        DateOnly today,
        CancellationToken ct
    )
    {
        var owner = offer.MemberId;
        var wanted =
            offer.Languages.Count > 0
                ? offer.Languages
                : await db.MemberLanguages.Where(l => l.MemberId == owner && l.Code != English).Select(l => l.Code).ToListAsync(ct);
        var enjoys = await db.MemberSkills.AsNoTracking().Where(s => s.MemberId == owner && s.Side == SkillSide.Enjoys).ToListAsync(ct);
        var (listed, own) = (enjoys.ConvertAll(s => s.SkillId), enjoys.Where(s => s.SkillId is null).Select(s => s.Folded).ToList());
        var interests = await (
            from s in db.MemberSkills
            where s.Side == SkillSide.Enjoys && ids.Contains(s.MemberId)
            where (s.SkillId != null && listed.Contains(s.SkillId)) || (s.SkillId == null && own.Contains(s.Folded))
            join skill in db.Skills on s.SkillId equals skill.Id into skills
            from skill in skills.DefaultIfEmpty()
            select new
            {
                s.MemberId,
                s.Words,
                English = skill == null ? null : skill.English,
                Welsh = skill == null ? null : skill.Welsh,
            }
        ).ToListAsync(ct);
        var met = await db
            .Exchanges.Where(e => e.GiverId == owner && e.ReceiverId != null)
            .Select(e => new
            {
                Other = e.ReceiverId!.Value,
                e.ServiceDate,
                e.Status,
            })
            .Concat(
                db.Exchanges.Where(e => e.ReceiverId == owner)
                    .Select(e => new
                    {
                        Other = e.GiverId,
                        e.ServiceDate,
                        e.Status,
                    })
            )
            .Where(e => e.Status == ExchangeStatus.Confirmed || e.Status == ExchangeStatus.Unconfirmed)
            .GroupBy(e => e.Other)
            .Select(g => new { Other = g.Key, Last = g.Max(e => e.ServiceDate) })
            .ToListAsync(ct);
        var since = new DateTimeOffset(today.AddDays(-Proposal.LatelyDays).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var asked = await db
            .Proposals.Where(p => p.MadeAt >= since)
            .GroupBy(p => p.MemberId)
            .Select(g => new { Member = g.Key, Last = g.Max(p => p.MadeAt) })
            .ToListAsync(ct);
        var common = new WhatIsShared(owner)
        {
            Languages = (
                await db.MemberLanguages.AsNoTracking().Where(l => wanted.Contains(l.Code) && ids.Contains(l.MemberId)).ToListAsync(ct)
            ).ToLookup(l => l.MemberId),
            Interests = interests.ToLookup(i => i.MemberId, i => i.English is null ? new TwoNames(i.Words, "") : new(i.English, i.Welsh!)),
            Met = met.ToDictionary(m => m.Other, m => m.Last),
            AskedAt = asked.ToDictionary(a => a.Member, a => a.Last),
        };
        if (ages)
            foreach (
                var one in await db
                    .MemberContacts.Where(c => c.MemberId == owner || ids.Contains(c.MemberId))
                    .Select(c => new { c.MemberId, c.BornOn })
                    .ToListAsync(ct)
            )
                common.born[one.MemberId] = one.BornOn;
        return common;
    }
}
