using CoProduce.Web.Data;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Privacy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Talk;

/// <summary>Who may write to whom: the one place that decides it.</summary>
internal static class MayTalk
{
    /// <summary>
    /// True when both take part outside custody, a yes brought them together or the other wants to be found or wrote first, neither keeps the other from
    /// writing, and no rule of care speaks. Why not is never told, as it may be somebody else's secret.
    /// </summary>
    public static async Task<bool> MayTalkAsync(this TenantDb db, MemberId from, MemberId to, DateOnly day, CancellationToken ct)
    {
        var here = await db
            .Members.Where(m => (m.Id == from || m.Id == to) && m.Status == MemberStatus.Active && m.Kind == MemberKind.Person)
            .CountAsync(m => db.Hubs.Any(h => h.Id == m.HubId && h.Kind != HubKind.Custody), ct);
        if (here != 2)
            return false;
        if (await db.TalkBlocks.AnyAsync(b => (b.ById == to && b.OtherId == from) || (b.ById == from && b.OtherId == to), ct))
            return false;
        var together =
            await db.OfferAnswers.AnyAsync(
                a => a.Status == AnswerStatus.Yes && ((a.OwnerId == from && a.MemberId == to) || (a.OwnerId == to && a.MemberId == from)),
                ct
            )
            || await db.WhoAgreed(ConsentPurpose.Directory).AnyAsync(id => id == to, ct)
            || await db.TalkMessages.AnyAsync(m => m.FromId == to && m.ToId == from, ct);
        if (!together)
            return false;
        var care = await db.CareRulesAsync(Meeting.Of(from, to, null, day), ct);
        return !care.Forbids && care.Warnings.Count == 0;
    }
}
