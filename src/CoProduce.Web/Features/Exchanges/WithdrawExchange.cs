using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
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

    public Task<Outcome> HandleAsync(ExchangeId id, CancellationToken ct = default) =>
        work.WriteAsync(db => WithdrawAsync(db, id, me.Member, me.Id, now => me.Line(nameof(WithdrawExchange), id.Value, now), ct), ct);

    /// <summary>That member takes it back inside another use case's unit of work, without a sign-in of their own.</summary>
    public Task<Outcome> ByMemberAsync(TenantDb db, ExchangeId id, MemberId member, Door door, CancellationToken ct) =>
        WithdrawAsync(
            db,
            id,
            member,
            null,
            now =>
                new()
                {
                    At = now,
                    OnBehalfOf = member,
                    Door = door,
                    Deed = nameof(WithdrawExchange),
                    SubjectId = id.Value,
                },
            ct
        );

    private async Task<Outcome> WithdrawAsync(
        TenantDb db,
        ExchangeId id,
        MemberId member,
        RoleHolderId? by,
        Func<DateTimeOffset, AuditLine> line,
        CancellationToken ct
    )
    {
        if (await db.LockExchangeAsync(id, ct) is not { } exchange || exchange.LoggedFor != member)
            return Outcome.NotFound;
        if (exchange.Status == ExchangeStatus.Withdrawn)
            return Outcome.DoneAlready;
        if (exchange.Status != ExchangeStatus.Unconfirmed)
            return Outcome.NoLongerOpen;
        var now = clock.GetUtcNow();
        exchange.Withdraw(by, "", now);
        db.AuditLines.Add(line(now));
        db.Keep();
        return Outcome.Withdrawn;
    }
}
