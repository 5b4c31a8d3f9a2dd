using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Moving;

/// <summary>Which move is taken back, or answered with no.</summary>
public sealed class MoveAnswerForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Move { get; set; }
}

/// <summary>The old place takes a move back that the new one has not answered. Nothing of the person stays there.</summary>
public sealed class WithdrawDeparture(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Withdrawn,
        NotFound,

        /// <summary>The new place has answered in the meantime.</summary>
        Answered,
    }

    public Task<Outcome> HandleAsync(MoveAnswerForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                var now = clock.GetUtcNow();
                if (await db.Departures.AsNoTracking().SingleOrDefaultAsync(d => d.Id == form.Move, ct) is not { } departure)
                    return Outcome.NotFound;
                if (!await db.WithdrawMoveAsync(form.Move, now, ct))
                    return Outcome.Answered;
                db.AuditLines.Add(me.Line(nameof(WithdrawDeparture), form.Move, now, onBehalfOf: departure.MemberId));
                db.Keep();
                return Outcome.Withdrawn;
            },
            ct
        );
}
