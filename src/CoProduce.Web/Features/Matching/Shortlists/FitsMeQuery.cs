using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Skills;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching;

/// <summary>Where the organisation allows it, a member sees which open requests fit what they can give. It says no more of anybody than the board does.</summary>
public sealed class FitsMeQuery(UnitOfWork work, CurrentPerson me)
{
    /// <summary>How many are shown.</summary>
    public const int Most = 5;

    /// <summary>The newest that fit and that the member has not answered; empty where the organisation does not allow it.</summary>
    public Task<IReadOnlyList<OfferLine>> ReadAsync(DateOnly today, CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<OfferLine>>(
            async db =>
            {
                if (!(await db.BoardSettingsNowAsync(ct)).SuggestsFits)
                    return [];
                var mine = me.Member;
                var given = db.MemberSkills.Where(s => s.MemberId == mine && s.Side == SkillSide.Gives);
                var kinds = await given
                    .Where(s => s.CategoryId != null)
                    .Select(s => s.CategoryId)
                    .Union(
                        from s in given
                        join skill in db.Skills on s.SkillId equals skill.Id
                        join g in db.SkillGroups on skill.GroupId equals g.Id
                        where g.CategoryId != null
                        select g.CategoryId
                    )
                    .ToListAsync(ct);
                var fitting = db.OpenOffersFor(me.HubId!.Value, today)
                    .Where(o =>
                        o.Kind == OfferKind.Request
                        && o.MemberId != mine
                        && (kinds.Contains(o.CategoryId) || db.FurtherKinds.Any(k => k.OfferId == o.Id && kinds.Contains(k.CategoryId)))
                        && !db.OfferAnswers.Any(a => a.OfferId == o.Id && a.MemberId == mine)
                    )
                    .OrderByDescending(o => o.MadeAt)
                    .ThenBy(o => o.Id)
                    .Take(Most);
                return [.. (await db.OfferLines(fitting).ToListAsync(ct)).OrderByDescending(l => l.Offer.MadeAt)];
            },
            ct
        );
}
