using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.AgreedHours;
using CoProduce.Web.Features.Circles;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Features.Relations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Members;

/// <summary>
/// Ends what is arranged with a member who leaves or moves away: offers and answers, visits, households and networks, brokering for others, support, agreed
/// hours.
/// </summary>
public sealed class EndArrangements(CallOffVisit visits, CurrentOrganisation organisation)
{
    /// <summary>Ends it in the caller's unit of work, and tells those whom the member was to meet.</summary>
    /// <param name="by">Who ends it; null for a job.</param>
    public async Task OfAsync(TenantDb db, MemberId member, RoleHolderId? by, DateTimeOffset now, CancellationToken ct)
    {
        var today = organisation.Profile.DateOf(now);
        var offers = db.Offers.Where(o => o.MemberId == member && (o.Status == OfferStatus.Open || o.Status == OfferStatus.Arranged));
        foreach (var offer in await offers.ToListAsync(ct))
            offer.Close(OfferStatus.Withdrawn, now);
        foreach (var answer in await db.OfferAnswers.Where(a => a.MemberId == member && a.Status == AnswerStatus.Waiting).ToListAsync(ct))
            answer.Settle(AnswerStatus.Withdrawn, by, now);
        await visits.OfLeaverAsync(db, member, today, now, ct);
        await db.LeaveCirclesAsync(member, today, ct);
        await db.EndPeerHubsOfAsync(member, by, now, ct);
        await db.EndSupportAsync(member, today, ct);
        await db.EndAgreedHoursAsync(member, today, ct);
    }
}
