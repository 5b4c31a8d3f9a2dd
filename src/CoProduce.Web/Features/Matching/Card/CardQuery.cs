using CoProduce.Web.Data;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching.Card;

/// <summary>Reads what a coordinator needs in front of them while a member is on the telephone; nothing that is confidential is part of it.</summary>
public sealed class CardQuery(UnitOfWork work, CurrentOrganisation organisation, TimeProvider clock)
{
    /// <summary>Visits of so many days, today among them, are shown.</summary>
    public const int DaysAhead = 7;

    private const int MostWaiting = 10;

    /// <summary>Null when there is no such member here, or they were erased.</summary>
    public Task<CardShown?> ReadAsync(MemberId id, CancellationToken ct = default) =>
        work.ReadAsync<CardShown?>(
            async db =>
            {
                var today = organisation.Profile.DateOf(clock.GetUtcNow());
                var found = await (
                    from m in db.Members
                    where m.Id == id && m.ErasedOn == null
                    join h in db.Hubs on m.HubId equals h.Id
                    select new { Member = m, Hub = h.Name }
                ).SingleOrDefaultAsync(ct);
                if (found is null)
                    return null;
                var theirs = db.Exchanges.Where(e => e.GiverId == id || e.ReceiverId == id);
                var last = theirs
                    .Where(e => e.Status == ExchangeStatus.Confirmed)
                    .OrderByDescending(e => e.ServiceDate)
                    .ThenByDescending(e => e.Id);
                var waiting = theirs.Where(e => e.Status == ExchangeStatus.Unconfirmed || e.Status == ExchangeStatus.Disputed);
                var to = today.AddDays(DaysAhead - 1);
                var visits = db.Visits.Where(v =>
                    (v.GiverId == id || v.ReceiverId == id)
                    && v.Day >= today
                    && v.Day <= to
                    && (v.Status == VisitStatus.Arranged || v.Status == VisitStatus.Moved)
                );
                return new(
                    found.Member,
                    found.Hub,
                    await db.Accounts.Where(a => a.Id == id.Account).Select(a => a.Balance).SingleOrDefaultAsync(ct),
                    await RowsAsync(db, last, 1, ct) is [var newest] ? newest : null,
                    await RowsAsync(db, waiting.OrderBy(e => e.LoggedAt), MostWaiting, ct),
                    await db
                        .Offers.Where(o => o.MemberId == id && (o.Status == OfferStatus.Open || o.Status == OfferStatus.Arranged))
                        .OrderByDescending(o => o.Kind == OfferKind.Request)
                        .ThenBy(o => o.MadeAt)
                        .ToListAsync(ct),
                    await db.VisitLinesAsync(visits, whole: true, ct),
                    today
                );
            },
            ct
        );

    private static async Task<IReadOnlyList<ExchangeRow>> RowsAsync(
        TenantDb db,
        IQueryable<Exchange> exchanges,
        int most,
        CancellationToken ct
    )
    {
        var ids = await exchanges.Take(most).Select(e => e.Id).ToListAsync(ct);
        var rows = await db.ExchangeRowsOf(db.Exchanges.Where(e => ids.Contains(e.Id))).ToListAsync(ct);
        return [.. rows.OrderBy(r => ids.IndexOf(r.Id))];
    }
}

/// <summary>A member's card.</summary>
/// <param name="Balance">In minutes.</param>
/// <param name="Last">The last exchange that was agreed; null for none.</param>
/// <param name="Waiting">Exchanges that nobody has said yes to, or that are not agreed, the oldest first.</param>
/// <param name="Offers">Requests and then offers that wait or are being arranged.</param>
/// <param name="Visits">Of the coming days, in their order.</param>
public sealed record CardShown(
    Member Member,
    string Hub,
    long Balance,
    ExchangeRow? Last,
    IReadOnlyList<ExchangeRow> Waiting,
    IReadOnlyList<Offer> Offers,
    IReadOnlyList<VisitLine> Visits,
    DateOnly Today
);
