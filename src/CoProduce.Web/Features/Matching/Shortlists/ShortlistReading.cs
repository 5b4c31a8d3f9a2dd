using CoProduce.Web.Data;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching;

/// <summary>Makes a shortlist inside a unit of work: a fixed number of queries over those who fit, and none for each of them.</summary>
internal static class ShortlistReading
{
    // Care is asked for so many at once, the best first, until the list is full.
    private const int AtOnce = 3 * Shortlist.Most;
    private const int MostRounds = 5;

    /// <summary>The settings in force.</summary>
    public static async Task<MatchWeights> MatchWeightsNowAsync(this TenantDb db, CancellationToken ct) =>
        await db.MatchWeights.AsNoTracking().SingleOrDefaultAsync(ct) ?? new();

    public static async Task<Shortlist> ShortlistAsync(
        this TenantDb db,
        Offer offer,
        MatchLook look,
        MatchEyes eyes,
        DateOnly today,
        int nudge,
        CancellationToken ct,
        int most = Shortlist.Most
    )
    {
        var weights = await db.MatchWeightsNowAsync(ct);
        var fits = await WhatFits.OfAsync(db, offer, ct);
        var asked = await db.Proposals.Where(p => p.OfferId == offer.Id).Select(p => p.MemberId).Distinct().ToListAsync(ct);
        var candidates = await db.CandidatesAsync(offer, fits, eyes.AreWide ? look : MatchLook.Neither, eyes, today, nudge, ct);
        var day = offer.OnDay ?? offer.NeededBy ?? today;
        var ranked = candidates
            .Where(c => !asked.Contains(c.Id))
            .OrderByDescending(c => Weighing.Score(c, weights, look))
            .ThenBy(c => c.AskedAt)
            .ThenBy(c => c.Id.Value.GetHashCode() ^ offer.Id.Value.GetHashCode()) // not always the same people first
            .ToList();
        List<LeftOut> left =
        [
            .. ranked
                .Where(c => c.Status != MemberStatus.Active || c.Suits.IsAway(day))
                .Select(c => new LeftOut(c, c.Suits.IsAway(day), null)),
        ];
        var able = ranked.Where(c => c.Status == MemberStatus.Active && !c.Suits.IsAway(day)).ToList();
        var needsCheck = offer.Kind == OfferKind.Request && await db.CheckNeeds.AnyAsync(n => fits.Kinds.Contains(n.CategoryId), ct);
        List<Candidate> list = [];
        for (var round = 0; round < MostRounds && list.Count < most && round * AtOnce < able.Count; round++)
        {
            var some = able.GetRange(round * AtOnce, Math.Min(AtOnce, able.Count - round * AtOnce));
            var care = await db.CareRulesAsync([.. some.Select(c => MeetingOf(offer, fits, c.Id, day < today ? today : day))], ct);
            left.AddRange(some.Zip(care).Where(c => IsAgainst(c.Second)).Select(c => new LeftOut(c.First, false, c.Second)));
            list.AddRange(some.Zip(care).Where(c => !IsAgainst(c.Second)).Select(c => c.First with { HasChecks = needsCheck }));
        }
        return new([.. list.Take(most)], [.. left.Take(Shortlist.Most)], able.Count - list.Take(most).Count(), look);
    }

    private static bool IsAgainst(CareAnswer care) => care.Forbids || care.Warnings.Count > 0;

    private static Meeting MeetingOf(Offer offer, WhatFits fits, MemberId other, DateOnly day)
    {
        var (giver, receiver) = offer.Kind == OfferKind.Request ? (other, offer.MemberId) : (offer.MemberId, other);
        return Meeting.Of(giver, receiver, offer.CategoryId, day) with { Also = [.. fits.Kinds.Skip(1)] };
    }

    private static async Task<List<Candidate>> CandidatesAsync(
        this TenantDb db,
        Offer offer,
        WhatFits fits,
        MatchLook look,
        MatchEyes eyes,
        DateOnly today,
        int nudge,
        CancellationToken ct
    )
    {
        var owner = await (
            from m in db.Members
            where m.Id == offer.MemberId
            join h in db.Hubs on m.HubId equals h.Id
            select new { m.HubId, h.Kind }
        ).SingleAsync(ct);
        var isAnywhere = offer.Where.HasFlag(OfferPlace.Remote);
        var inside = owner.Kind == HubKind.Custody;
        var fitting = fits.Lines(db, offer.Kind);
        // Of a place of custody, those of the same place; from outside, for what needs no meeting.
        var members =
            from m in eyes.Members
            where m.Id != offer.MemberId && m.Status != MemberStatus.Left
            join h in db.Hubs on m.HubId equals h.Id
            where m.HubId == owner.HubId || (!inside && (h.Kind != HubKind.Custody || isAnywhere))
            select new { Member = m, Hub = h.Name };
        var lines = await (
            from s in fitting
            join m in members on s.MemberId equals m.Member.Id
            select new
            {
                s.MemberId,
                s.SkillId,
                s.Words,
                s.Folded,
            }
        ).ToListAsync(ct);
        var linesOf = lines.ToLookup(l => l.MemberId);
        // For an offer also who asks for just that now.
        var asks =
            offer.Kind == OfferKind.Offer
                ? await fits.AskedForAsync(db, members.Select(m => m.Member.Id), ct)
                : new Dictionary<MemberId, AskedFor>();
        List<MemberId> ids = [.. linesOf.Select(l => l.Key).Union(asks.Keys)];
        var people = await (
            from m in members
            where ids.Contains(m.Member.Id)
            join a in db.Accounts on m.Member.Id equals a.MemberId into accounts
            from account in accounts.DefaultIfEmpty()
            join s in db.WhatSuits.AsNoTracking() on m.Member.Id equals s.MemberId into suits
            from suit in suits.DefaultIfEmpty()
            select new
            {
                m.Member.Id,
                m.Member.Number,
                m.Member.FirstName,
                m.Member.LastName,
                m.Member.Status,
                m.Member.HubId,
                m.Hub,
                Balance = account == null ? 0 : account.Balance,
                Suits = suit,
            }
        ).ToListAsync(ct);
        var common = await WhatIsShared.OfAsync(db, offer, ids, look != MatchLook.Neither, today, ct);
        List<MemberId> rich = [.. people.Where(p => p.Balance >= nudge && offer.Kind == OfferKind.Offer).Select(p => p.Id)];
        var haveAsked = await db
            .Exchanges.Where(e => e.ReceiverId != null && rich.Contains(e.ReceiverId.Value))
            .Select(e => e.ReceiverId!.Value)
            .Union(db.Offers.Where(o => o.Kind == OfferKind.Request && rich.Contains(o.MemberId)).Select(o => o.MemberId))
            .ToListAsync(ct);
        var wanted = Wanted(offer);
        return
        [
            .. people.Select(p => new Candidate(
                p.Id,
                p.Number,
                p.FirstName,
                $"{p.FirstName} {p.LastName}".Trim(),
                p.Hub,
                p.Status,
                eyes.AreWide ? p.Balance : 0,
                p.Suits ?? new() { MemberId = p.Id }
            )
            {
                Skills = [.. linesOf[p.Id].Select(l => l.SkillId is { } s ? fits.Names[s] : new(l.Words, "")).Distinct().Take(4)],
                Asks = asks.GetValueOrDefault(p.Id)?.Title ?? "",
                IsNamed = linesOf[p.Id].Any(l => fits.IsNamed(l.SkillId, l.Folded)) || asks.GetValueOrDefault(p.Id)?.IsNamed == true,
                FreeThen = (p.Suits?.Times ?? 0) & wanted,
                SameHub = p.HubId == owner.HubId,
                Languages = [.. common.Languages[p.Id]],
                Interests = [.. common.Interests[p.Id].Distinct().Take(3)],
                LastMet = common.Met.TryGetValue(p.Id, out var met) ? met : null,
                AskedAt = common.AskedAt.TryGetValue(p.Id, out var at) ? at : null,
                NeverAsked = eyes.AreWide && rich.Contains(p.Id) && !haveAsked.Contains(p.Id),
                YearsBetween = common.YearsBetween(p.Id),
                WouldReceive = offer.Kind == OfferKind.Offer,
            }),
        ];
    }

    private static int Wanted(Offer offer)
    {
        if (offer.OnDay is not { } day)
            return offer.Times;
        var bits = WeekPattern.Bits(((int)day.DayOfWeek + 6) % 7, null);
        return offer.Times == 0 ? bits : bits & offer.Times;
    }
}
