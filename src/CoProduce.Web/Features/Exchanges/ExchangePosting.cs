using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Ledger;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>Turns an agreed exchange into its entry, the same for every way of agreeing.</summary>
internal static class ExchangePosting
{
    /// <summary>Confirms the exchange and moves its hours. When the ledger refuses, the caller keeps nothing.</summary>
    public static async Task<PostingResult> PostExchangeAsync(
        this TenantDb db,
        Exchange exchange,
        Confirmation by,
        Authorship acting,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var amount = new Minutes(exchange.Minutes);
        var entry = exchange.ReceiverId is { } receiver
            ? Entry.OneToOne(receiver.Account, exchange.GiverId.Account, amount, exchange.ServiceDate)
            : Entry.ForTheOrganisation(
                await db.AccountOfAsync(AccountKind.Organisation, ct),
                exchange.GiverId.Account,
                amount,
                exchange.ServiceDate
            );
        exchange.Confirm(by, entry.Id, now);
        await db.SaveChangesAsync(ct); // the posting comes last, so that a busy account is locked briefly
        return await db.PostAsync(entry, acting, exchange.Id.Value, LedgerSubject.Exchange, exchange.Id.Value, now, ct);
    }
}
