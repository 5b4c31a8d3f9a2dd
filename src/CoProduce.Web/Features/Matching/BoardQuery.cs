using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Care.Guardians;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Features.Privacy;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching;

/// <summary>
/// The noticeboard for coordinators, and of the people of their hubs for peer brokers: what waits or is being arranged of members who take part, whose it is,
/// the longest waiting first.
/// </summary>
public sealed class BoardQuery(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    /// <summary>How many one page shows.</summary>
    public const int PageSize = 30;

    /// <summary>Those of a page from 1, and how many there are.</summary>
    public Task<Listed<DeskOffer>> PageAsync(BoardFilter filter, int page, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var theirs = db.Members.BrokeredBy(me).Where(m => m.Status == MemberStatus.Active);
                var alive = db.Offers.Where(o =>
                    (o.Status == OfferStatus.Open || o.Status == OfferStatus.Arranged) && theirs.Any(m => m.Id == o.MemberId)
                );
                var found = await db.FilteredAsync(alive, filter, ct, await db.OwnersByWordAsync(me, filter.Words, ct));
                var lines =
                    from o in found
                    join m in db.Members on o.MemberId equals m.Id
                    orderby o.MadeAt, o.Id
                    select new DeskOffer(o.Id, o.Title, m.Id, (m.FirstName + " " + m.LastName).Trim(), o.MadeAt, o.NeededBy, o.Status);
                var shown = await lines.Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
                var owners = shown.ConvertAll(l => l.MemberId);
                var names = await db.NamesForAsync(me, owners, ct);
                var today = organisation.Profile.DateOf(clock.GetUtcNow());
                var held = await db.WithoutConsent(db.Members.Where(m => owners.Contains(m.Id)), today).Select(m => m.Id).ToListAsync(ct);
                return new Listed<DeskOffer>(
                    shown.ConvertAll(l => l with { Name = names[l.MemberId], IsHeld = held.Contains(l.MemberId) }),
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
                var theirs = db.Members.BrokeredBy(me);
                var line = await db.OfferLines(
                        db.Offers.Where(o => o.Id == id && o.Status != OfferStatus.Draft && theirs.Any(m => m.Id == o.MemberId))
                    )
                    .SingleOrDefaultAsync(ct);
                if (line is null)
                    return null;
                var given = db.OfferAnswers.Where(a => a.OfferId == id && theirs.Any(m => m.Id == a.MemberId));
                var shown = await db.ShownAsync(line, given, ct, wholeNames: true);
                var whose = await db.Members.SingleAsync(m => m.Id == line.Offer.MemberId, ct);
                var names = await db.NamesForAsync(me, shown.Answers.Select(a => a.Answer.MemberId).Append(whose.Id), ct);
                shown = shown with { Answers = [.. shown.Answers.Select(a => a with { Name = names[a.Answer.MemberId] })] };
                var arranger = await db.RoleHolders.Where(h => h.Id == line.Offer.ArrangedBy).Select(h => h.Name).SingleOrDefaultAsync(ct);
                return new BoardOffer(shown, names[whose.Id], whose.Number, arranger);
            },
            ct
        );

    /// <summary>The offer to which one of the people was answered for whom the reader brokers; null when there is none.</summary>
    public Task<OfferId?> OfferOfAsync(OfferAnswerId id, CancellationToken ct = default) =>
        work.ReadAsync(
            db =>
            {
                var theirs = db.Members.BrokeredBy(me);
                return db
                    .OfferAnswers.Where(a => a.Id == id && theirs.Any(m => m.Id == a.MemberId))
                    .Select(a => (OfferId?)a.OfferId)
                    .SingleOrDefaultAsync(ct);
            },
            ct
        );

    /// <summary>Who would meet by that answer, for the rules of care.</summary>
    public Task<Meeting> MeetingAsync(OfferShown shown, OfferAnswer answer, DateOnly today, CancellationToken ct = default) =>
        work.ReadAsync(db => db.MeetingOfAsync(shown.Offer, answer.MemberId, today, ct), ct);
}

/// <summary>An offer or request for whoever brokers.</summary>
/// <param name="Name">Whose: in full, or the first name for a peer broker's eyes.</param>
/// <param name="Number">Their member number.</param>
/// <param name="ArrangedBy">The coordinator who arranges it; null when nobody does.</param>
public sealed record BoardOffer(OfferShown Shown, string Name, int Number, string? ArrangedBy);

/// <summary>A line of the noticeboard on the wall.</summary>
/// <param name="FirstName">Null for somebody who did not agree to be named to others.</param>
public sealed record WallLine(Offer Offer, string? FirstName);
