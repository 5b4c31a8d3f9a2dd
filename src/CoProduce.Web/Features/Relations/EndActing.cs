using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Relations;

/// <summary>A coordinator, or the member themself, says that somebody acts for them no longer. It counts from the next thing that person tries to do.</summary>
public sealed class EndActing(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Ended,

        /// <summary>There is no such agreement, or it is not this person's to end.</summary>
        NotFound,
    }

    public Task<Outcome> HandleAsync(EndActingForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => EndAsync(db, form, ct), ct);

    private async Task<Outcome> EndAsync(TenantDb db, EndActingForm form, CancellationToken ct)
    {
        var (id, now) = (new ActingId(Guid.Parse(form.Acting!)), clock.GetUtcNow());
        if (await db.ActingFor.SingleOrDefaultAsync(a => a.Id == id, ct) is not { } acting || !IsTheirsToEnd(acting))
            return Outcome.NotFound;
        if (acting.EndedAt is null)
        {
            acting.End(me.Id, form.Reason!.Trim(), now);
            db.AuditLines.Add(me.Line(nameof(EndActing), acting.MemberId.Value, now, reason: acting.EndReason));
        }
        db.Keep();
        return Outcome.Ended;
    }

    private bool IsTheirsToEnd(ActingFor acting) => me.Holds(Role.Coordinator) || me.ActsFor is null && me.MemberId == acting.MemberId;
}
