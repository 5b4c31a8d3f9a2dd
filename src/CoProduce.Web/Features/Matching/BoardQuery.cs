using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching;

/// <summary>The whole noticeboard for coordinators: every open offer or request of members who take part, whose it is, the longest waiting first.</summary>
public sealed class BoardQuery(UnitOfWork work)
{
    /// <summary>How many one page shows.</summary>
    public const int PageSize = 30;

    /// <summary>Those of a page from 1, and how many there are.</summary>
    /// <param name="category">Only this kind of help; null for all.</param>
    /// <param name="hub">Only of members of this hub; null for all.</param>
    public Task<Listed<DeskOffer>> PageAsync(OfferKind kind, CategoryId? category, HubId? hub, int page, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var open =
                    from o in db.Offers
                    where o.Kind == kind && o.Status == OfferStatus.Open && (category == null || o.CategoryId == category)
                    join m in db.Members on o.MemberId equals m.Id
                    where m.Status == MemberStatus.Active && (hub == null || m.HubId == hub)
                    orderby o.MadeAt, o.Id
                    select new DeskOffer(o.Id, o.Title, m.Id, (m.FirstName + " " + m.LastName).Trim(), o.MadeAt, o.NeededBy);
                return new Listed<DeskOffer>(
                    await open.Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct),
                    await open.CountAsync(ct)
                );
            },
            ct
        );
}
