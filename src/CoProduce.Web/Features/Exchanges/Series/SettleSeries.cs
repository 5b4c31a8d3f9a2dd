using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges.Disputes;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Tenancy;

namespace CoProduce.Web.Features.Exchanges.Series;

/// <summary>A coordinator confirms all days of a series that wait, or undoes every day of it with a reason that both people read: all of them, or none.</summary>
public sealed class SettleSeries(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    SeriesLetters letters,
    TimeProvider clock
)
{
    /// <summary>Confirms all that wait for an answer; a day that is disputed is settled by itself.</summary>
    public Task<SettleExchange.Outcome> ConfirmAsync(SettleForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => ConfirmAsync(db, form, ct), ct);

    /// <summary>Undoes every day that stands.</summary>
    public Task<SettleExchange.Outcome> UndoAsync(SettleForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => UndoAsync(db, form, ct), ct);

    private async Task<SettleExchange.Outcome> ConfirmAsync(TenantDb db, SettleForm form, CancellationToken ct)
    {
        var all = await db.LockSeriesAsync(new(form.Exchange), ct);
        if (all.Count == 0)
            return SettleExchange.Outcome.NotFound;
        var waiting = all.FindAll(e => e.Status == ExchangeStatus.Unconfirmed);
        if (waiting.Count == 0)
            return SettleExchange.Outcome.NoLongerOpen;
        var now = clock.GetUtcNow();
        db.AuditLines.Add(me.Line(nameof(SettleSeries) + nameof(ConfirmAsync), form.Exchange, now, form.Door, waiting[0].Asked));
        await letters.TellOfSettlementAsync(db, waiting, ct);
        var acting = me.Acting(form.Door, waiting[0].Asked);
        var posting = await db.PostExchangesAsync(waiting, Confirmation.Coordinator, acting, now, ct);
        if (posting.Outcome == PostingOutcome.Posted)
            db.Keep();
        return SettleExchange.OfPosting(posting.Outcome);
    }

    private async Task<SettleExchange.Outcome> UndoAsync(TenantDb db, SettleForm form, CancellationToken ct)
    {
        var (now, reason) = (clock.GetUtcNow(), form.Reason!.Trim());
        var all = await db.LockSeriesAsync(new(form.Exchange), ct);
        if (all.Count == 0)
            return SettleExchange.Outcome.NotFound;
        var standing = all.FindAll(e => e.Status is not (ExchangeStatus.Withdrawn or ExchangeStatus.Reversed));
        if (standing.Count == 0)
            return SettleExchange.Outcome.NoLongerOpen;
        var moved = standing.FindAll(e => e.EntryId is not null);
        db.AuditLines.Add(me.Line(nameof(SettleSeries) + nameof(UndoAsync), form.Exchange, now, form.Door, reason: reason));
        await letters.TellOfUndoAsync(db, standing, reason, ct);
        await db.LockAccountsAsync(moved.SelectMany(e => e.People).Distinct().Select(p => p.Account), ct);
        foreach (var exchange in standing)
        {
            await db.DecideDisputeAsync(exchange.Id, DisputeDecision.Undone, me.Id, now, ct);
            if (exchange.EntryId is null)
                exchange.Withdraw(me.Id, reason, now);
        }
        foreach (var exchange in moved)
        {
            var today = organisation.Profile.DateOf(now);
            var posting = await db.ReverseExchangeAsync(exchange, me.Id, reason, me.Acting(form.Door), today, now, ct);
            if (!posting.IsPosted)
                return SettleExchange.OfReversal(posting.Outcome);
        }
        db.Keep();
        return moved.Count > 0 ? SettleExchange.Outcome.Reversed : SettleExchange.Outcome.Withdrawn;
    }
}
