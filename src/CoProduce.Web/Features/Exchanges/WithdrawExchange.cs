using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>A member takes back an exchange that they logged, as long as nobody has answered and no hours moved.</summary>
public sealed class WithdrawExchange(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Withdrawn,

        /// <summary>It was taken back before.</summary>
        DoneAlready,

        /// <summary>There is none that this member logged.</summary>
        NotFound,

        /// <summary>Somebody answered in the meantime.</summary>
        NoLongerOpen,
    }

    public Task<Outcome> HandleAsync(ExchangeId id, CancellationToken ct = default) => work.WriteAsync(db => WithdrawAsync(db, id, ct), ct);

    private async Task<Outcome> WithdrawAsync(TenantDb db, ExchangeId id, CancellationToken ct)
    {
        if (await db.LockExchangeAsync(id, ct) is not { } exchange || exchange.LoggedFor != me.Member)
            return Outcome.NotFound;
        if (exchange.Status == ExchangeStatus.Withdrawn)
            return Outcome.DoneAlready;
        if (exchange.Status != ExchangeStatus.Unconfirmed)
            return Outcome.NoLongerOpen;
        var now = clock.GetUtcNow();
        exchange.Withdraw(me.Id, "", now);
        db.AuditLines.Add(me.Line(nameof(WithdrawExchange), id.Value, now));
        db.Keep();
        return Outcome.Withdrawn;
    }
}
