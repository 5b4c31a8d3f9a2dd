using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Offers;

/// <summary>An offer or request as members see it: whose it is by first name and hub, without any contact details.</summary>
/// <param name="Details">More about it; empty for nothing.</param>
/// <param name="Category">The kind of help; null when none fits.</param>
/// <param name="NeededBy">The day by which help is needed; null when any day will do.</param>
public sealed record OfferLine(
    OfferId Id,
    OfferKind Kind,
    OfferStatus Status,
    string Title,
    string Details,
    CategoryId? CategoryId,
    string? Category,
    DateOnly? NeededBy,
    DateTimeOffset MadeAt,
    DateTimeOffset? ClosedAt,
    MemberId MemberId,
    string FirstName,
    string Hub
);

/// <summary>A page of offers or requests.</summary>
/// <param name="Pages">How many pages there are, at least one.</param>
public sealed record OfferPage(IReadOnlyList<OfferLine> Lines, int Page, int Pages);

/// <summary>
/// The noticeboard as the signed-in member sees it: what is open, of members who take part, and of people in custody only for those of the
/// same place. A member's own are always there.
/// </summary>
public sealed class OffersQuery(UnitOfWork work, CurrentPerson me)
{
    /// <summary>How many stand on one page.</summary>
    public const int PageLength = 20;

    /// <summary>Open offers or requests of others, the newest first.</summary>
    /// <param name="category">Only this kind of help; null for all.</param>
    /// <param name="hub">Only of this hub; null for all.</param>
    /// <param name="page">From 1; a number past the end shows the last page.</param>
    public Task<OfferPage> OpenAsync(
        OfferKind kind,
        CategoryId? category,
        HubId? hub,
        int page,
        DateOnly today,
        CancellationToken ct = default
    ) =>
        work.ReadAsync(
            async db =>
            {
                var mine = me.Member;
                var open = Visible(db, today, o => o.Kind == kind && o.MemberId != mine);
                if (category is not null)
                    open = open.Where(r => r.Offer.CategoryId == category);
                if (hub is { } place)
                    open = open.Where(r => r.HubId == place);
                var pages = Math.Max(1, (await open.CountAsync(ct) + PageLength - 1) / PageLength);
                var here = Math.Clamp(page, 1, pages);
                var rows = await open.OrderByDescending(r => r.Offer.MadeAt).Skip((here - 1) * PageLength).Take(PageLength).ToListAsync(ct);
                return new OfferPage([.. rows.Select(Shown)], here, pages);
            },
            ct
        );

    /// <summary>The member's own, open ones first, with those that ended in the last year.</summary>
    public Task<IReadOnlyList<OfferLine>> MineAsync(DateTimeOffset since, CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<OfferLine>>(
            async db =>
            {
                var mine = me.Member;
                var rows = await All(db)
                    .Where(r => r.Offer.MemberId == mine && (r.Offer.ClosedAt == null || r.Offer.ClosedAt > since))
                    .OrderBy(r => r.Offer.Status)
                    .ThenByDescending(r => r.Offer.MadeAt)
                    .ToListAsync(ct);
                return [.. rows.Select(Shown)];
            },
            ct
        );

    /// <summary>One of them; null when there is none that this member may see.</summary>
    public Task<OfferLine?> FindAsync(OfferId id, DateOnly today, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var mine = me.Member;
                var row =
                    await All(db).SingleOrDefaultAsync(r => r.Offer.Id == id && r.Offer.MemberId == mine, ct)
                    ?? await Visible(db, today, o => o.Id == id).SingleOrDefaultAsync(ct);
                return row is null ? null : Shown(row);
            },
            ct
        );

    /// <summary>The hubs to choose from.</summary>
    public Task<List<Ui.Choice>> HubsAsync(CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
                (await db.Hubs.Where(h => h.Kind == HubKind.Place && h.ClosedAt == null).OrderBy(h => h.Name).ToListAsync(ct))
                    .Select(h => new Ui.Choice(h.Id.Value.ToString(), h.Name))
                    .ToList(),
            ct
        );

    private IQueryable<Row> Visible(TenantDb db, DateOnly today, System.Linq.Expressions.Expression<Func<Offer, bool>> which)
    {
        var hub = me.HubId!.Value;
        return All(db, db.Offers.Where(which))
            .Where(r => r.Offer.Status == OfferStatus.Open && (r.Offer.NeededBy == null || r.Offer.NeededBy >= today))
            .Where(r => r.MemberStatus == MemberStatus.Active && (r.HubKind != HubKind.Custody || r.HubId == hub));
    }

    private static IQueryable<Row> All(TenantDb db) => All(db, db.Offers);

    private static IQueryable<Row> All(TenantDb db, IQueryable<Offer> offers) =>
        from o in offers
        join m in db.Members on o.MemberId equals m.Id
        join h in db.Hubs on m.HubId equals h.Id
        join c in db.Categories on o.CategoryId equals c.Id into categories
        from category in categories.DefaultIfEmpty()
        select new Row
        {
            Offer = o,
            FirstName = m.FirstName,
            MemberStatus = m.Status,
            HubId = h.Id,
            HubKind = h.Kind,
            Hub = h.Name,
            Category = category == null ? null : category.Name,
        };

    private static OfferLine Shown(Row row) =>
        new(
            row.Offer.Id,
            row.Offer.Kind,
            row.Offer.Status,
            row.Offer.Title,
            row.Offer.Details,
            row.Offer.CategoryId,
            row.Category,
            row.Offer.NeededBy,
            row.Offer.MadeAt,
            row.Offer.ClosedAt,
            row.Offer.MemberId,
            row.FirstName,
            row.Hub
        );

    private sealed class Row
    {
        public required Offer Offer { get; init; }
        public required string FirstName { get; init; }
        public MemberStatus MemberStatus { get; init; }
        public HubId HubId { get; init; }
        public HubKind HubKind { get; init; }
        public required string Hub { get; init; }
        public string? Category { get; init; }
    }
}
