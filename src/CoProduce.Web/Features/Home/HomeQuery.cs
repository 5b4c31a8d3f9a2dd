using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Home;

/// <summary>What a member sees first. Amounts are minutes.</summary>
/// <param name="Waiting">Exchanges that somebody else logged and this member is asked about one by one, the oldest first.</param>
/// <param name="WaitingSeries">The same for days that were logged in one go.</param>
/// <param name="Disputed">Exchanges of this member that somebody says are not right.</param>
/// <param name="Asked">How many exchanges this member logged that wait for others.</param>
/// <param name="Coming">The member's own open requests with a day, the next first.</param>
public sealed record MemberHome(
    string FirstName,
    long Given,
    long Received,
    IReadOnlyList<OpenExchange> Waiting,
    IReadOnlyList<OpenSeries> WaitingSeries,
    IReadOnlyList<OpenExchange> Disputed,
    int Asked,
    IReadOnlyList<ComingRequest> Coming
);

/// <summary>An exchange that is not settled, as one of its two sees it.</summary>
/// <param name="Other">The other's first name; null when it was for the organisation.</param>
public sealed record OpenExchange(Exchange Exchange, bool IGave, string? Other);

/// <summary>Days that were logged in one go and wait for the member's answer.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Days">The first first.</param>
public sealed record OpenSeries(SeriesId Id, OpenExchange First, IReadOnlyList<DateOnly> Days)
{
    /// <summary>Those exchanges, which are of one series, as one.</summary>
    public static OpenSeries Of(IGrouping<SeriesId, OpenExchange> exchanges)
    {
        var days = exchanges.OrderBy(e => e.Exchange.ServiceDate).ToList();
        return new(exchanges.Key, days[0], days.ConvertAll(e => e.Exchange.ServiceDate));
    }
}

/// <summary>Something the member asked for, and by when.</summary>
public sealed record ComingRequest(OfferId Id, string Title, DateOnly NeededBy);

/// <summary>Reads the signed-in member's home.</summary>
public sealed class HomeQuery(UnitOfWork work, CurrentPerson me)
{
    public Task<MemberHome> ReadAsync(DateOnly today, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var mine = me.Member;
                var firstName = await db.Members.Where(m => m.Id == mine).Select(m => m.FirstName).SingleAsync(ct);
                var moved = db.Exchanges.Where(e => e.EntryId != null && e.ReversalId == null);
                var given = await moved.Where(e => e.GiverId == mine).SumAsync(e => (long)e.Minutes, ct);
                var received = await moved.Where(e => e.ReceiverId == mine).SumAsync(e => (long)e.Minutes, ct);
                var open = await (
                    from e in db.Exchanges
                    where
                        (e.GiverId == mine || e.ReceiverId == mine)
                        && (e.Status == ExchangeStatus.Unconfirmed || e.Status == ExchangeStatus.Disputed)
                    join giver in db.Members on e.GiverId equals giver.Id
                    join r in db.Members on e.ReceiverId equals r.Id into receivers
                    from receiver in receivers.DefaultIfEmpty()
                    orderby e.LoggedAt
                    select new OpenExchange(
                        e,
                        e.GiverId == mine,
                        e.GiverId == mine
                            ? receiver == null
                                ? null
                                : receiver.FirstName
                            : giver.FirstName
                    )
                ).ToListAsync(ct);
                var coming = await db
                    .Offers.Where(o =>
                        o.MemberId == mine && o.Kind == OfferKind.Request && o.Status == OfferStatus.Open && o.NeededBy >= today
                    )
                    .OrderBy(o => o.NeededBy)
                    .Take(5)
                    .Select(o => new ComingRequest(o.Id, o.Title, o.NeededBy!.Value))
                    .ToListAsync(ct);
                var waiting = open.FindAll(o => o.Exchange.Status == ExchangeStatus.Unconfirmed && o.Exchange.Asked == mine);
                return new MemberHome(
                    firstName,
                    given,
                    received,
                    [.. waiting.Where(o => o.Exchange.SeriesId is null)],
                    [.. waiting.Where(o => o.Exchange.SeriesId is not null).GroupBy(o => o.Exchange.SeriesId!.Value).Select(OpenSeries.Of)],
                    [.. open.Where(o => o.Exchange.Status == ExchangeStatus.Disputed)],
                    open.Count(o => o.Exchange.Status == ExchangeStatus.Unconfirmed && o.Exchange.LoggedFor == mine),
                    coming
                );
            },
            ct
        );
}
