using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;

namespace CoProduce.Web.Features.Exchanges.Disputes;

/// <summary>A coordinator takes a dispute, also from another coordinator, and both people are told who looks into it.</summary>
public sealed class LookIntoDispute(UnitOfWork work, CurrentPerson me, ExchangeLetters letters, TimeProvider clock)
{
    public Task<DisputeOutcome> HandleAsync(DisputeForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => TakeAsync(db, form, ct), ct);

    private async Task<DisputeOutcome> TakeAsync(TenantDb db, DisputeForm form, CancellationToken ct)
    {
        if (await db.LockExchangeAsync(new(form.Exchange), ct) is not { } exchange)
            return DisputeOutcome.NotFound;
        if (await db.OpenDisputeOfAsync(exchange.Id, ct) is not { } dispute || dispute.LookedIntoBy?.Value != form.From)
            return DisputeOutcome.NoLongerOpen;
        var now = clock.GetUtcNow();
        dispute.LookInto(me.Id, now);
        db.AuditLines.Add(me.Line(nameof(LookIntoDispute), form.Exchange, now));
        await letters.TellOfLookingAsync(db, exchange, me.Name, ct);
        db.Keep();
        return DisputeOutcome.Done;
    }
}
