using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Ledger;

namespace CoProduce.Web.Features.Holds;

/// <summary>A job lets hours go whose last day is over; one that ended before stays as it ended.</summary>
public sealed class RunOutHold(TimeProvider clock)
{
    /// <summary>Does it inside the caller's unit of work.</summary>
    public Task<HoldEnding> HandleAsync(TenantDb db, HoldId hold, CancellationToken ct = default) =>
        db.ReleaseHoldAsync(hold, clock.GetUtcNow(), by: null, ct);
}
