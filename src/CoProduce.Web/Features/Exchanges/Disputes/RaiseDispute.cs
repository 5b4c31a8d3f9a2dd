using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;

namespace CoProduce.Web.Features.Exchanges.Disputes;

/// <summary>A coordinator writes down that one side says by phone, on paper or face to face that an exchange is not right.</summary>
public sealed class RaiseDispute(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    ExchangeLetters letters,
    TimeProvider clock
)
{
    public Task<DisputeOutcome> HandleAsync(DisputeForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => RaiseAsync(db, form, ct), ct);

    private async Task<DisputeOutcome> RaiseAsync(TenantDb db, DisputeForm form, CancellationToken ct)
    {
        var (side, now) = (new MemberId(Guid.Parse(form.Side!)), clock.GetUtcNow());
        if (await db.LockExchangeAsync(new(form.Exchange), ct) is not { } exchange || !exchange.Concerns(side))
            return DisputeOutcome.NotFound;
        if (exchange.Status is not (ExchangeStatus.Unconfirmed or ExchangeStatus.Confirmed))
            return DisputeOutcome.NoLongerOpen;
        db.OpenDispute(exchange, side, form.Words!.Trim(), me.Id, form.Door, organisation.Profile.Settings.DisputeDays, now);
        db.AuditLines.Add(me.Line(nameof(RaiseDispute), form.Exchange, now, form.Door, side));
        await letters.TellOfDisputeAsync(db, exchange, ct);
        db.Keep();
        return DisputeOutcome.Done;
    }
}
