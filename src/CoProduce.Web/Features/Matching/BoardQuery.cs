using CoProduce.Web.Data;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Privacy;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching;

/// <summary>The whole noticeboard for coordinators: what waits or is being arranged of members who take part, whose it is, the longest waiting first.</summary>
public sealed class BoardQuery(UnitOfWork work)
{
    /// <summary>How many one page shows.</summary>
    public const int PageSize = 30;

    /// <summary>Those of a page from 1, and how many there are.</summary>
    public Task<Listed<DeskOffer>> PageAsync(BoardFilter filter, int page, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var alive = db.Offers.Where(o =>
                    (o.Status == OfferStatus.Open || o.Status == OfferStatus.Arranged)
                    && db.Members.Any(m => m.Id == o.MemberId && m.Status == MemberStatus.Active)
                );
                var found = await db.FilteredAsync(alive, filter, ct, db.NamedBy);
                var lines =
                    from o in found
                    join m in db.Members on o.MemberId equals m.Id
                    orderby o.MadeAt, o.Id
                    select new DeskOffer(o.Id, o.Title, m.Id, (m.FirstName + " " + m.LastName).Trim(), o.MadeAt, o.NeededBy, o.Status);
                return new Listed<DeskOffer>(
                    await lines.Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct),
                    await found.CountAsync(ct)
                );
            },
            ct
        );

    /// <summary>What is open for the noticeboard on the wall of a hub: the newest first, with the first names of those who may be named there.</summary>
    /// <param name="filter">The kind, and a hub or all.</param>
    public Task<IReadOnlyList<WallLine>> ForWallAsync(BoardFilter filter, DateOnly today, CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<WallLine>>(
            async db =>
            {
                var open = await db.FilteredAsync(db.OpenOffers(today), filter, ct);
                return await (
                    from o in open
                    join m in db.Members on o.MemberId equals m.Id
                    join h in db.Hubs on m.HubId equals h.Id
                    where h.Kind == HubKind.Place
                    orderby o.MadeAt descending
                    select new WallLine(o, db.WhoAgreed(ConsentPurpose.Directory).Contains(m.Id) ? m.FirstName : null)
                )
                    .AsNoTracking()
                    .Take(PageSize * 2)
                    .ToListAsync(ct);
            },
            ct
        );

    /// <summary>One with everything that belongs to it; null when there is none here, or it is only begun.</summary>
    public Task<BoardOffer?> FindAsync(OfferId id, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var line = await db.OfferLines(db.Offers.Where(o => o.Id == id && o.Status != OfferStatus.Draft)).SingleOrDefaultAsync(ct);
                if (line is null)
                    return null;
                var shown = await db.ShownAsync(line, db.OfferAnswers.Where(a => a.OfferId == id), ct, wholeNames: true);
                var whose = await db.Members.SingleAsync(m => m.Id == line.Offer.MemberId, ct);
                var arranger = await db.RoleHolders.Where(h => h.Id == line.Offer.ArrangedBy).Select(h => h.Name).SingleOrDefaultAsync(ct);
                return new BoardOffer(shown, whose.Name, whose.Number, arranger);
            },
            ct
        );

    /// <summary>The offer to which an answer was given; null when there is none here.</summary>
    public Task<OfferId?> OfferOfAsync(OfferAnswerId id, CancellationToken ct = default) =>
        work.ReadAsync(db => db.OfferAnswers.Where(a => a.Id == id).Select(a => (OfferId?)a.OfferId).SingleOrDefaultAsync(ct), ct);

    /// <summary>Who would meet by that answer, for the rules of care.</summary>
    public Task<Meeting> MeetingAsync(OfferShown shown, OfferAnswer answer, DateOnly today, CancellationToken ct = default) =>
        work.ReadAsync(db => db.MeetingOfAsync(shown.Offer, answer.MemberId, today, ct), ct);
}

/// <summary>An offer or request for a coordinator.</summary>
/// <param name="Name">Whose, in full.</param>
/// <param name="Number">Their member number.</param>
/// <param name="ArrangedBy">The coordinator who arranges it; null when nobody does.</param>
public sealed record BoardOffer(OfferShown Shown, string Name, int Number, string? ArrangedBy);

/// <summary>A line of the noticeboard on the wall.</summary>
/// <param name="FirstName">Null for somebody who did not agree to be named to others.</param>
public sealed record WallLine(Offer Offer, string? FirstName);
