using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Offers;

/// <summary>An offer or request in a list: whose it is by first name and hub, without any contact details.</summary>
/// <param name="Category">The kind of help under which it is counted; null when none fits.</param>
public sealed record OfferLine(Offer Offer, string? Category, string FirstName, string Hub);

/// <summary>A page of offers or requests.</summary>
/// <param name="Pages">How many pages there are, at least one.</param>
public sealed record OfferPage(IReadOnlyList<OfferLine> Lines, int Page, int Pages, int Count);

/// <summary>One of them in full.</summary>
/// <param name="Kinds">The names of its kinds of help.</param>
/// <param name="KindIds">The same as ids.</param>
/// <param name="Answers">To the owner those that come to them; to anybody else their own.</param>
public sealed record OfferShown(
    OfferLine Line,
    IReadOnlyList<string> Kinds,
    IReadOnlyList<CategoryId> KindIds,
    IReadOnlyList<PictureLine> Pictures,
    IReadOnlyList<AnswerLine> Answers
)
{
    /// <summary>The offer or request.</summary>
    public Offer Offer => Line.Offer;
}

/// <summary>A picture without its content.</summary>
public sealed record PictureLine(Guid Id, string Description);

/// <summary>An answer and who gave it, by the name that the reader may know.</summary>
public sealed record AnswerLine(OfferAnswer Answer, string Name)
{
    /// <summary>The member's number for staff; null for members.</summary>
    public int? Number { get; init; }
}

/// <summary>
/// The noticeboard as the signed-in member sees it: what is open, of members who take part, and of people in custody only for those of the
/// same place. A member's own are always there.
/// </summary>
public sealed class OffersQuery(UnitOfWork work, CurrentPerson me)
{
    /// <summary>How many stand on one page.</summary>
    public const int PageLength = 20;

    /// <summary>Open offers or requests of others, the newest first.</summary>
    /// <param name="page">From 1; a number past the end shows the last page.</param>
    public Task<OfferPage> OpenAsync(BoardFilter filter, int page, DateOnly today, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var mine = me.Member;
                var open = db.OpenOffersFor(me.HubId!.Value, today).Where(o => o.MemberId != mine);
                var found = await db.FilteredAsync(open, filter, ct);
                var count = await found.CountAsync(ct);
                var pages = Math.Max(1, (count + PageLength - 1) / PageLength);
                var here = Math.Clamp(page, 1, pages);
                var lines = found.OrderByDescending(o => o.MadeAt).ThenBy(o => o.Id).Skip((here - 1) * PageLength).Take(PageLength);
                return new OfferPage(
                    [.. (await db.OfferLines(lines).ToListAsync(ct)).OrderByDescending(l => l.Offer.MadeAt)],
                    here,
                    pages,
                    count
                );
            },
            ct
        );

    /// <summary>The member's own, those that wait first, with those that ended in the last year.</summary>
    public Task<IReadOnlyList<OfferLine>> MineAsync(DateTimeOffset since, CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<OfferLine>>(
            async db =>
            {
                var mine = me.Member;
                var own = db.Offers.Where(o => o.MemberId == mine && (o.ClosedAt == null || o.ClosedAt > since));
                var lines = await db.OfferLines(own).ToListAsync(ct);
                return [.. lines.OrderByDescending(l => l.Offer.ClosedAt is null).ThenByDescending(l => l.Offer.MadeAt)];
            },
            ct
        );

    /// <summary>One of them; null when there is none that this member may see.</summary>
    public Task<OfferShown?> FindAsync(OfferId id, DateOnly today, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var (mine, hub) = (me.Member, me.HubId!.Value);
                var seen = db.Offers.Where(o =>
                    o.Id == id
                    && (
                        o.MemberId == mine
                        || db.OpenOffersFor(hub, today).Any(v => v.Id == id)
                        || db.OfferAnswers.Any(a => a.OfferId == id && a.MemberId == mine && a.Status == AnswerStatus.Yes)
                    )
                );
                if (await db.OfferLines(seen).SingleOrDefaultAsync(ct) is not { } line)
                    return null;
                var answers =
                    line.Offer.MemberId == mine
                        ? db.OfferAnswers.Where(a => a.OfferId == id && (a.GoesTo == AnswersGoTo.People || a.Status == AnswerStatus.Yes))
                        : db.OfferAnswers.Where(a => a.OfferId == id && a.MemberId == mine);
                return await db.ShownAsync(line, answers, ct);
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
}

/// <summary>Reads offers with what belongs to them, inside a unit of work.</summary>
internal static class OfferReading
{
    /// <summary>Those with whose they are, in no order.</summary>
    public static IQueryable<OfferLine> OfferLines(this TenantDb db, IQueryable<Offer> offers) =>
        from o in offers.AsNoTracking()
        join m in db.Members on o.MemberId equals m.Id
        join h in db.Hubs on m.HubId equals h.Id
        join c in db.Categories on o.CategoryId equals c.Id into categories
        from category in categories.DefaultIfEmpty()
        select new OfferLine(o, category == null ? null : category.Name, m.FirstName, h.Name);

    /// <summary>One with its kinds, pictures and those answers.</summary>
    /// <param name="wholeNames">True for coordinators, who read last names too.</param>
    public static async Task<OfferShown> ShownAsync(
        this TenantDb db,
        OfferLine line,
        IQueryable<OfferAnswer> answers,
        CancellationToken ct,
        bool wholeNames = false
    )
    {
        var kinds = await db.KindsOfAsync(line.Offer, ct);
        var names = await db.Categories.Where(c => kinds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name, ct);
        return new(
            line,
            [.. kinds.Select(k => names[k])],
            kinds,
            await db
                .OfferPictures.Where(p => p.OfferId == line.Offer.Id)
                .OrderBy(p => p.Position)
                .Select(p => new PictureLine(p.Id, p.Description))
                .ToListAsync(ct),
            await (
                from a in answers.AsNoTracking()
                join m in db.Members on a.MemberId equals m.Id
                orderby a.MadeAt
                select new AnswerLine(a, wholeNames ? (m.FirstName + " " + m.LastName).Trim() : m.FirstName)
                {
                    Number = wholeNames ? m.Number : null,
                }
            ).ToListAsync(ct)
        );
    }
}
