using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Kiosk;

/// <summary>Another member as a kiosk shows them, whoever looks over one's shoulder.</summary>
/// <param name="Name">The first name and the initial of the last.</param>
public sealed record Regular(MemberId Id, string Name);

/// <summary>What the pages of a kiosk show to whoever is signed in at it.</summary>
public sealed class RegularsQuery(UnitOfWork work, AtKiosk kiosk)
{
    /// <summary>How many people are offered.</summary>
    public const int Most = 6;

    /// <summary>Those with whom the member exchanged last, who take part now.</summary>
    public Task<IReadOnlyList<Regular>> ListAsync(CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<Regular>>(
            async db =>
            {
                var (mine, named) = (kiosk.Here.Member, db.MembersNamedFrom(kiosk.Here.Hub));
                var found = await (
                    from e in db.Exchanges
                    where
                        (e.GiverId == mine || e.ReceiverId == mine)
                        && (e.Status == ExchangeStatus.Unconfirmed || e.Status == ExchangeStatus.Confirmed)
                    let other = e.GiverId == mine ? e.ReceiverId : e.GiverId
                    join m in named on other equals m.Id
                    where m.Status == MemberStatus.Active && m.Id != mine
                    group e by new
                    {
                        m.Id,
                        m.FirstName,
                        m.LastName,
                    } into g
                    orderby g.Max(e => e.LoggedAt) descending
                    select g.Key
                )
                    .Take(Most)
                    .ToListAsync(ct);
                return found.ConvertAll(m => Shown(m.Id, m.FirstName, m.LastName));
            },
            ct
        );

    /// <summary>That member; null when there is none whom whoever is signed in may name, or they do not take part.</summary>
    public Task<Regular?> ByIdAsync(Guid? id, CancellationToken ct = default) =>
        FindAsync(members => members.Where(m => m.Id == new MemberId(id ?? Guid.Empty)), ct);

    /// <summary>The same by the number on the card.</summary>
    public Task<Regular?> ByNumberAsync(int number, CancellationToken ct = default) =>
        FindAsync(members => members.Where(m => m.Number == number), ct);

    /// <summary>The kind of help that there was last between the two; null when nobody said.</summary>
    public Task<CategoryId?> LastKindAsync(MemberId other, CancellationToken ct = default) =>
        work.ReadAsync(
            db =>
            {
                var mine = kiosk.Here.Member;
                return db
                    .Exchanges.Where(e => (e.GiverId == mine && e.ReceiverId == other) || (e.GiverId == other && e.ReceiverId == mine))
                    .Where(e => e.CategoryId != null && db.Categories.Any(c => c.Id == e.CategoryId && c.HiddenAt == null))
                    .OrderByDescending(e => e.LoggedAt)
                    .Select(e => e.CategoryId)
                    .FirstOrDefaultAsync(ct);
            },
            ct
        );

    /// <summary>The member's own balance in minutes.</summary>
    public Task<long> BalanceAsync(CancellationToken ct = default) =>
        work.ReadAsync(db => db.Accounts.Where(a => a.Id == kiosk.Here.Member.Account).Select(a => a.Balance).SingleAsync(ct), ct);

    /// <summary>What the member logged here and can still take back, with the other's name; null when there is none.</summary>
    public Task<(Exchange Exchange, Regular Other)?> LoggedAsync(ExchangeId id, CancellationToken ct = default) =>
        work.ReadAsync<(Exchange, Regular)?>(
            async db =>
            {
                var mine = kiosk.Here.Member;
                var found = await (
                    from e in db.Exchanges
                    where e.Id == id && e.LoggedFor == mine && e.Door == CoProduce.Ledger.Door.Kiosk
                    let other = e.GiverId == mine ? e.ReceiverId : e.GiverId
                    join m in db.Members on other equals m.Id
                    select new
                    {
                        Exchange = e,
                        m.Id,
                        m.FirstName,
                        m.LastName,
                    }
                ).SingleOrDefaultAsync(ct);
                return found is null ? null : (found.Exchange, Shown(found.Id, found.FirstName, found.LastName));
            },
            ct
        );

    private Task<Regular?> FindAsync(Func<IQueryable<Member>, IQueryable<Member>> which, CancellationToken ct) =>
        work.ReadAsync(
            async db =>
            {
                var mine = kiosk.Here.Member;
                var found = await which(db.MembersNamedFrom(kiosk.Here.Hub))
                    .Where(m => m.Status == MemberStatus.Active && m.Id != mine)
                    .Select(m => new
                    {
                        m.Id,
                        m.FirstName,
                        m.LastName,
                    })
                    .SingleOrDefaultAsync(ct);
                return found is null ? null : Shown(found.Id, found.FirstName, found.LastName);
            },
            ct
        );

    private static Regular Shown(MemberId id, string first, string last) =>
        new(id, last.Length == 0 ? first : $"{first} {System.Globalization.StringInfo.GetNextTextElement(last)}.");
}
