using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Ledger;

/// <summary>A coordinator closes a team's, a partner's or a hub's account that is at zero; its history stays.</summary>
public sealed class CloseTeamOrPot(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Closed,
        Unknown,

        /// <summary>There are minutes on it, or promised from it.</summary>
        NotAtZero,
    }

    /// <summary>Closes it; closing it again changes nothing.</summary>
    public Task<Outcome> HandleAsync(AccountId account, CancellationToken ct = default) =>
        work.WriteAsync(db => CloseAsync(db, account, ct), ct);

    private async Task<Outcome> CloseAsync(TenantDb db, AccountId id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var mayClose = db
            .Accounts.Where(a => a.Id == id)
            .Where(a => a.Kind == AccountKind.Team || a.Kind == AccountKind.Partner || a.HubId != null);
        if (await mayClose.AsNoTracking().SingleOrDefaultAsync(ct) is not { } account)
            return Outcome.Unknown;
        if (account.ClosedAt is not null)
            return Outcome.Closed;
        db.AuditLines.Add(me.Line(nameof(CloseTeamOrPot), id.Value, now));
        await db.SaveChangesAsync(ct);
        var closing = await db.CloseAccountAsync(id, now, ct);
        if (closing == ClosingOutcome.Closed)
            db.Keep();
        return closing switch
        {
            ClosingOutcome.Closed => Outcome.Closed,
            ClosingOutcome.NotAtZero => Outcome.NotAtZero,
            ClosingOutcome.UnknownAccount => Outcome.Unknown,
        };
    }
}
