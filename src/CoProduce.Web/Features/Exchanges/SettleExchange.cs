using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges.Disputes;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Tenancy;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>A coordinator settles an exchange: confirms it for somebody, leaves a disputed one as it was, or undoes it with a reason that both people see.</summary>
public sealed class SettleExchange(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    ExchangeLetters letters,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Confirmed,
        Upheld,
        Withdrawn,
        Reversed,
        NotFound,

        /// <summary>Somebody settled it in the meantime.</summary>
        NoLongerOpen,
        BelowFloor,

        /// <summary>The community pot was to pay and has not as much.</summary>
        PotIsShort,

        /// <summary>Somebody else was to pay and nobody said why.</summary>
        ReasonIsMissing,
        AccountClosed,

        /// <summary>The books for its day are closed.</summary>
        PeriodClosed,
    }

    /// <summary>Confirms one that waits or is disputed, on behalf of the side that was asked; a disputed one whose hours had moved stays as it was.</summary>
    public Task<Outcome> ConfirmAsync(SettleForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => ConfirmAsync(db, form, ct), ct);

    /// <summary>Undoes one: reversed in the ledger when its hours had moved, withdrawn when they had not.</summary>
    public Task<Outcome> UndoAsync(SettleForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => UndoAsync(db, form, ct), ct);

    private async Task<Outcome> ConfirmAsync(TenantDb db, SettleForm form, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.LockExchangeAsync(new(form.Exchange), ct) is not { } exchange)
            return Outcome.NotFound;
        if (exchange.Status is not (ExchangeStatus.Unconfirmed or ExchangeStatus.Disputed))
            return Outcome.NoLongerOpen;
        if (form.Paid.Way != WayOut.Receiver && string.IsNullOrWhiteSpace(form.Paid.Why))
            return Outcome.ReasonIsMissing;
        var (deed, why) = (nameof(SettleExchange) + nameof(ConfirmAsync), form.Paid.Why?.Trim() ?? "");
        db.AuditLines.Add(me.Line(deed, form.Exchange, now, form.Door, exchange.Asked, why));
        if (await db.OpenDisputeOfAsync(exchange.Id, ct) is { } dispute)
        {
            dispute.Decide(DisputeDecision.Kept, me.Id, now);
            if (form.Reason?.Trim() is { Length: > 0 } words)
                db.Note(dispute, words, null, me.Id, form.Door, now);
            await letters.TellOfKeepingAsync(db, exchange, me.Name, form.Reason?.Trim() ?? "", ct);
        }
        else
            await letters.TellOfSettlementAsync(db, exchange, ct);
        if (exchange.EntryId is not null)
        {
            exchange.Uphold();
            db.Keep();
            return Outcome.Upheld;
        }
        var acting = me.Acting(form.Door, exchange.Asked);
        var posting = await db.PostExchangeAsync(exchange, Confirmation.Coordinator, acting, form.Paid, now, ct);
        if (posting.IsPosted)
            db.Keep();
        return posting.Outcome == PostingOutcome.BelowFloor && posting.Account != exchange.ReceiverId?.Account
            ? Outcome.PotIsShort
            : OfPosting(posting.Outcome);
    }

    private async Task<Outcome> UndoAsync(TenantDb db, SettleForm form, CancellationToken ct)
    {
        var (now, reason) = (clock.GetUtcNow(), form.Reason!.Trim());
        if (await db.LockExchangeAsync(new(form.Exchange), ct) is not { } exchange)
            return Outcome.NotFound;
        if (exchange.Status is ExchangeStatus.Withdrawn or ExchangeStatus.Reversed)
            return Outcome.NoLongerOpen;
        db.AuditLines.Add(me.Line(nameof(SettleExchange) + nameof(UndoAsync), form.Exchange, now, form.Door));
        await db.DecideDisputeAsync(exchange.Id, DisputeDecision.Undone, me.Id, now, ct);
        if (exchange.EntryId is null)
        {
            exchange.Withdraw(me.Id, reason, now);
            await letters.TellOfUndoAsync(db, exchange, reason, ct);
            db.Keep();
            return Outcome.Withdrawn;
        }
        await letters.TellOfUndoAsync(db, exchange, reason, ct);
        var today = organisation.Profile.DateOf(now);
        var posting = await db.ReverseExchangeAsync(exchange, me.Id, reason, me.Acting(form.Door), today, now, ct);
        if (posting.IsPosted)
            db.Keep();
        return OfReversal(posting.Outcome);
    }

    /// <summary>What confirming came to by what the ledger said to the posting.</summary>
    internal static Outcome OfPosting(PostingOutcome outcome) =>
        outcome switch
        {
            PostingOutcome.Posted or PostingOutcome.DoneAlready => Outcome.Confirmed,
            PostingOutcome.BelowFloor => Outcome.BelowFloor,
            PostingOutcome.ClosedAccount => Outcome.AccountClosed,
            PostingOutcome.PeriodClosed => Outcome.PeriodClosed,
            _ => throw new InvalidOperationException($"The ledger answered {outcome}."),
        };

    /// <summary>What undoing came to by what the ledger said to the reversal.</summary>
    internal static Outcome OfReversal(PostingOutcome outcome) =>
        outcome switch
        {
            PostingOutcome.Posted or PostingOutcome.DoneAlready => Outcome.Reversed,
            PostingOutcome.AlreadyReversed => Outcome.NoLongerOpen,
            PostingOutcome.ClosedAccount => Outcome.AccountClosed,
            _ => throw new InvalidOperationException($"The ledger answered {outcome}."),
        };
}
