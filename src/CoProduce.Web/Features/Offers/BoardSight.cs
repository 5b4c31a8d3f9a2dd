using CoProduce.Web.Data;
using CoProduce.Web.Features.Care.Guardians;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Offers;

/// <summary>Who sees what on the board, inside a unit of work.</summary>
public static class BoardSight
{
    /// <summary>
    /// What is open and whose day is not over, of members who take part. Of somebody under 18 it is held back until a guardian has said yes.
    /// </summary>
    public static IQueryable<Offer> OpenOffers(this TenantDb db, DateOnly today) =>
        db.Offers.Where(o =>
            o.Status == OfferStatus.Open
            && (o.NeededBy == null || o.NeededBy >= today)
            && (o.OnDay == null || o.OnDay >= today)
            && db.Members.Any(m => m.Id == o.MemberId && m.Status == MemberStatus.Active)
            && !db.WithoutConsent(db.Members, today).Any(m => m.Id == o.MemberId)
        );

    /// <summary>The same as a member of that hub sees it: of people in custody only those of the same place.</summary>
    public static IQueryable<Offer> OpenOffersFor(this TenantDb db, HubId hub, DateOnly today) =>
        db.OpenOffers(today)
            .Where(o =>
                db.Members.Any(m =>
                    m.Id == o.MemberId && (m.HubId == hub || db.Hubs.Any(h => h.Id == m.HubId && h.Kind != HubKind.Custody))
                )
            );

    /// <summary>Settings of the board; the usual ones where there is no row.</summary>
    public static async Task<BoardSettings> BoardSettingsNowAsync(this TenantDb db, CancellationToken ct) =>
        await db.BoardSettings.AsNoTracking().SingleOrDefaultAsync(ct) ?? new();
}
