using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>Regulars: the last help between two people that differs from the rest, to be logged again in one press.</summary>
public sealed class AgainQuery(UnitOfWork work)
{
    /// <summary>So many are offered.</summary>
    public const int Offered = 6;

    // Among so many of the last ones those are looked for that differ.
    private const int Among = 200;

    /// <summary>The last ones that differ in people, length or words, the newest first.</summary>
    /// <param name="member">Whom they concern; null for everybody, and then only what happened more than once.</param>
    public Task<IReadOnlyList<AgainLine>> NewestAsync(MemberId? member, CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<AgainLine>>(
            async db =>
            {
                var stand = Standing(db);
                var mine = member is { } id ? stand.Where(e => e.GiverId == id || e.ReceiverId == id) : stand;
                var last = await LinesOf(db, mine.OrderByDescending(e => e.LoggedAt).ThenByDescending(e => e.Id).Take(Among))
                    .ToListAsync(ct);
                return
                [
                    .. last.OrderByDescending(l => l.LoggedAt)
                        .GroupBy(l => (l.Giver, l.Receiver, l.Minutes, Folded.Of(l.Description)))
                        .Where(g => member is not null || g.Skip(1).Any())
                        .Select(g => g.First())
                        .Take(Offered),
                ];
            },
            ct
        );

    /// <summary>One of them; null when there is none here between people who take part.</summary>
    public Task<AgainLine?> FindAsync(ExchangeId id, CancellationToken ct = default) =>
        work.ReadAsync(db => LinesOf(db, Standing(db).Where(e => e.Id == id)).SingleOrDefaultAsync(ct), ct);

    private static IQueryable<Exchange> Standing(TenantDb db) =>
        db.Exchanges.Where(e => e.Status == ExchangeStatus.Unconfirmed || e.Status == ExchangeStatus.Confirmed);

    private static IQueryable<AgainLine> LinesOf(TenantDb db, IQueryable<Exchange> exchanges) =>
        from e in exchanges
        join giver in db.Members.Where(m => m.Status == MemberStatus.Active) on e.GiverId equals giver.Id
        from receiver in db.Members.Where(m => m.Id == e.ReceiverId && m.Status == MemberStatus.Active).DefaultIfEmpty()
        where e.ReceiverId == null || receiver != null
        select new AgainLine(
            e.Id,
            giver.Number + " " + (giver.FirstName + " " + giver.LastName).Trim(),
            receiver == null ? null : receiver.Number + " " + (receiver.FirstName + " " + receiver.LastName).Trim(),
            e.Minutes,
            e.Description,
            e.CategoryId,
            e.LoggedAt
        );
}

/// <summary>Help that may have happened again.</summary>
/// <param name="Giver">The number and name of who helped, as a box understands it.</param>
/// <param name="Receiver">The same for who was helped; null when it was for the organisation.</param>
/// <param name="Category">Null when nobody said.</param>
public sealed record AgainLine(
    ExchangeId Id,
    string Giver,
    string? Receiver,
    int Minutes,
    string Description,
    CategoryId? Category,
    DateTimeOffset LoggedAt
);
