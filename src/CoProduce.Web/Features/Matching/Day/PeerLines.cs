using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Peers;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching.Day;

/// <summary>Lines of a peer broker's day inside a unit of work.</summary>
internal static class PeerLines
{
    /// <summary>Its title, where it is and of which hub; null when there is none that concerns people of theirs, and for lists that are for coordinators.</summary>
    public static async Task<(string Title, string Path, HubId? PeerOf)?> PeerLineAsync(
        this TenantDb db,
        CurrentPerson me,
        DayList list,
        Guid subject,
        CancellationToken ct
    )
    {
        var theirs = db.Members.BrokeredBy(me);
        switch (list)
        {
            case DayList.Request or DayList.Silent:
                var offer = await (
                    from o in db.Offers
                    where o.Id == new OfferId(subject) && o.Status != OfferStatus.Draft
                    join m in theirs on o.MemberId equals m.Id
                    select new { o.Title, m.HubId }
                ).SingleOrDefaultAsync(ct);
                return offer is null
                    ? null
                    : (offer.Title, list == DayList.Silent ? $"board/{subject}/shortlist" : $"board/{subject}", offer.HubId);
            case DayList.Answer:
                var answer = await (
                    from a in db.OfferAnswers
                    where a.Id == new OfferAnswerId(subject) && theirs.Any(m => m.Id == a.MemberId)
                    join m in theirs on a.OwnerId equals m.Id
                    join o in db.Offers on a.OfferId equals o.Id
                    select new { o.Title, m.HubId }
                ).SingleOrDefaultAsync(ct);
                return answer is null ? null : (answer.Title, $"board/answers/{subject}", answer.HubId);
            case DayList.Over:
                var visit = new VisitId(subject);
                return await db.HubOfBrokeredAsync(me, visit, ct) is { } hub
                    ? (await db.Visits.Where(v => v.Id == visit).Select(v => v.Description).SingleAsync(ct), $"diary/visits/{subject}", hub)
                    : null;
            case DayList.New or DayList.Quiet:
                var member = await theirs
                    .Where(m => m.Id == new MemberId(subject))
                    .Select(m => new { m.Id, m.HubId })
                    .SingleOrDefaultAsync(ct);
                return member is null
                    ? null
                    : ((await db.NamesForAsync(me, [member.Id], ct))[member.Id], $"members/{subject}", member.HubId);
            default:
                return null;
        }
    }
}
