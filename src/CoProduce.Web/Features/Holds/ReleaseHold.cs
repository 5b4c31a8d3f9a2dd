using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Tenancy;

namespace CoProduce.Web.Features.Holds;

/// <summary>A coordinator lets hours go that were kept: the member may spend them otherwise.</summary>
public sealed class ReleaseHold(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Released,
        NotFound,

        /// <summary>It has ended otherwise in the meantime.</summary>
        NotOpen,
    }

    public Task<Outcome> HandleAsync(TakeHoldForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => ReleaseAsync(db, form, ct), ct);

    private async Task<Outcome> ReleaseAsync(TenantDb db, TakeHoldForm form, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.FindHoldAsync(new(form.Hold), ct) is not { } found)
            return Outcome.NotFound;
        db.AuditLines.Add(me.Line(nameof(ReleaseHold), form.Hold, now, form.Door, found.Member));
        await db.SaveChangesAsync(ct);
        var ending = await db.ReleaseHoldAsync(new(form.Hold), now, me.Id.Value, ct);
        if (ending == HoldEnding.Ended)
            db.Keep();
        return ending switch
        {
            HoldEnding.Ended or HoldEnding.EndedAlready => Outcome.Released,
            HoldEnding.Unknown => Outcome.NotFound,
            HoldEnding.EndedOtherwise => Outcome.NotOpen,
        };
    }
}
