using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Ledger;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>Turns an agreed exchange into its entry, the same for every way of agreeing.</summary>
internal static class ExchangePosting
{
    /// <summary>Confirms the exchange and moves its hours. When the ledger refuses, the caller keeps nothing.</summary>
    public static Task<PostingResult> PostExchangeAsync(
        this TenantDb db,
        Exchange exchange,
        Confirmation by,
        Authorship acting,
        DateTimeOffset now,
        CancellationToken ct
    ) => db.PostExchangeAsync(exchange, by, acting, new(), now, ct);

    /// <summary>The same where a coordinator chose who pays.</summary>
    public static async Task<PostingResult> PostExchangeAsync(
        this TenantDb db,
        Exchange exchange,
        Confirmation by,
        Authorship acting,
        WayOutChoice paid,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var entry = await EntryAsync(db, exchange, paid, ct);
        exchange.Confirm(by, entry.Id, now);
        await db.SaveChangesAsync(ct); // the posting comes last, so that a busy account is locked briefly
        return await db.PostAsync(entry, acting, exchange.Id.Value, LedgerSubject.Exchange, exchange.Id.Value, now, ct);
    }

    private static async Task<Entry> EntryAsync(TenantDb db, Exchange exchange, WayOutChoice paid, CancellationToken ct)
    {
        var (giver, amount, day) = (exchange.GiverId.Account, new Minutes(exchange.Minutes), exchange.ServiceDate);
        if (exchange.ReceiverId is not { } receiver)
            return Entry.ForTheOrganisation(await db.AccountOfAsync(AccountKind.Organisation, ct), giver, amount, day);
        var usual = Entry.OneToOne(receiver.Account, giver, amount, day);
        return paid.Way switch
        {
            WayOut.Receiver => usual,
            WayOut.Pot => Entry.Draw(await db.AccountOfAsync(AccountKind.Pot, ct), giver, amount, day, paid.Why!),
            WayOut.Organisation => Entry.ForTheOrganisation(
                await db.AccountOfAsync(AccountKind.Organisation, ct),
                giver,
                amount,
                day,
                paid.Why
            ),
            WayOut.LetPass => usual.LettingPassFloor(paid.Why!),
        };
    }
}
