using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Messages;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>Turns an agreed exchange into its entry, and an entry into the one that undoes it, the same for every way of agreeing and undoing.</summary>
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
        exchange.Confirm(by, entry.Id, now, AnsweredFor(by, acting));
        await db.SaveChangesAsync(ct); // the posting comes last, so that a busy account is locked briefly
        return await db.PostAsync(entry, acting, exchange.Id.Value, LedgerSubject.Exchange, exchange.Id.Value, now, ct);
    }

    /// <summary>The same for several at once, paid as usual: all of them, or none with the index of the first that is refused.</summary>
    public static async Task<PostManyResult> PostExchangesAsync(
        this TenantDb db,
        IReadOnlyList<Exchange> exchanges,
        Confirmation by,
        Authorship acting,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var entries = new List<EntryToPost>(exchanges.Count);
        foreach (var exchange in exchanges)
        {
            var entry = await EntryAsync(db, exchange, new(), ct);
            exchange.Confirm(by, entry.Id, now, AnsweredFor(by, acting));
            entries.Add(new(entry, acting, exchange.Id.Value, LedgerSubject.Exchange, exchange.Id.Value, now));
        }
        await db.SaveChangesAsync(ct);
        return await db.PostManyAsync(entries, ct);
    }

    /// <summary>Reverses the exchange, whose hours have moved, and moves them back. When the ledger refuses, the caller keeps nothing.</summary>
    public static async Task<PostingResult> ReverseExchangeAsync(
        this TenantDb db,
        Exchange exchange,
        RoleHolderId by,
        string reason,
        Authorship acting,
        DateOnly today,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var entry = exchange.EntryId!.Value;
        var postings = await db
            .Postings.Where(p => p.EntryId == entry)
            .Select(p => new Posting(p.AccountId, new Minutes(p.Amount)))
            .ToListAsync(ct);
        var reversal = Entry.Reversal(entry, postings, reason, today);
        exchange.Reverse(by, reason, reversal.Id, now);
        await db.SaveChangesAsync(ct);
        // An entry is undone once, so its own id is the key of what undoes it.
        return await db.PostAsync(reversal, acting, entry.Value, LedgerSubject.Exchange, exchange.Id.Value, now, ct);
    }

    // Who confirms on screen is one of the two, or acts for them.
    private static RoleHolderId? AnsweredFor(Confirmation by, Authorship acting) =>
        by == Confirmation.Screen && acting is { By: { } holder, OnBehalfOf: not null } ? new RoleHolderId(holder) : null;

    /// <summary>Promises that silence confirms the exchange from that moment on.</summary>
    public static void LetSilenceConfirm(this TenantDb db, Exchange exchange, DateTimeOffset moment)
    {
        exchange.WithSilenceFrom(moment);
        db.Outbox.Add(
            new OutboxItem
            {
                Kind = OutboxKind.ConfirmBySilence,
                DueAt = moment,
                SubjectId = exchange.Id.Value,
            }
        );
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
