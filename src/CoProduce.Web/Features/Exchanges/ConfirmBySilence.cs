using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Ledger;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>A job takes an exchange as right because nobody objected within the organisation's period.</summary>
public sealed class ConfirmBySilence(TimeProvider clock)
{
    private const string Before = "before_silence";

    public enum Outcome
    {
        Confirmed,

        /// <summary>Somebody answered, took it back, or there is none.</summary>
        NotWaiting,

        /// <summary>The hours would take the receiver below the floor: it stays unconfirmed until a coordinator decides.</summary>
        BelowFloor,

        /// <summary>One of the two has left: it stays unconfirmed until a coordinator decides.</summary>
        AccountClosed,

        /// <summary>The books for its day are closed: it stays unconfirmed until a coordinator decides.</summary>
        PeriodClosed,
    }

    /// <summary>Confirms in the caller's unit of work. A refusal leaves that as it was.</summary>
    public async Task<Outcome> HandleAsync(TenantDb db, ExchangeId id, CancellationToken ct = default)
    {
        var transaction = db.Database.CurrentTransaction!;
        var now = clock.GetUtcNow();
        if (await db.LockExchangeAsync(id, ct) is not { Status: ExchangeStatus.Unconfirmed } exchange || exchange.SilenceConfirmsAt > now)
            return Outcome.NotWaiting; // a later promise stands where a dispute was taken back
        await transaction.CreateSavepointAsync(Before, ct);
        var posting = await db.PostExchangeAsync(exchange, Confirmation.Silence, new(null, null, Door.Job), now, ct);
        if (posting.IsPosted)
            return Outcome.Confirmed;
        await transaction.RollbackToSavepointAsync(Before, ct);
        db.Entry(exchange).State = EntityState.Detached; // it says "confirmed", and the database does not
        return posting.Outcome switch
        {
            PostingOutcome.BelowFloor => Outcome.BelowFloor,
            PostingOutcome.ClosedAccount => Outcome.AccountClosed,
            PostingOutcome.PeriodClosed => Outcome.PeriodClosed,
            var other => throw new InvalidOperationException($"The ledger answered {other}."),
        };
    }
}
