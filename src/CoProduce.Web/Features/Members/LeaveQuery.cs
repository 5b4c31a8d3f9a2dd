using CoProduce.Ledger;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Members;

/// <summary>What has to be known before somebody leaves. Amounts are minutes.</summary>
/// <param name="Waiting">Exchanges that have to be settled first.</param>
/// <param name="Holds">Promises of hours that are let go.</param>
/// <param name="Pots">The pots that can get or take over, with what is on them.</param>
public sealed record Leaver(
    Member Member,
    long Balance,
    IReadOnlyList<ExchangeRow> Waiting,
    IReadOnlyList<HoldRow> Holds,
    IReadOnlyList<PotToChoose> Pots
);

/// <summary>A pot.</summary>
/// <param name="Hub">Whose it is; null for the organisation's own.</param>
public sealed record PotToChoose(AccountId Id, string? Hub, long Balance);

/// <summary>Reads it.</summary>
public sealed class LeaveQuery(UnitOfWork work)
{
    /// <summary>Exchanges that stand so have to be settled before somebody leaves.</summary>
    internal static readonly ExchangeStatus[] Waiting = [ExchangeStatus.Unconfirmed, ExchangeStatus.Disputed];

    /// <summary>Null when there is no such member here, or they have left and nothing is left to decide.</summary>
    public Task<Leaver?> ReadAsync(MemberId id, CancellationToken ct = default) =>
        work.ReadAsync<Leaver?>(
            async db =>
            {
                if (await db.Members.SingleOrDefaultAsync(m => m.Id == id, ct) is not { } member)
                    return null;
                var balance = await db.Accounts.Where(a => a.Id == id.Account).Select(a => a.Balance).SingleAsync(ct);
                if (member.Status == MemberStatus.Left && balance == 0)
                    return null;
                var waiting = db.Exchanges.Where(e => Waiting.Contains(e.Status) && (e.GiverId == id || e.ReceiverId == id));
                return new(
                    member,
                    balance,
                    await db.ExchangeRowsOf(waiting.OrderBy(e => e.LoggedAt)).ToListAsync(ct),
                    await db
                        .Holds.Where(h => h.AccountId == id.Account && h.Status == HoldStatus.Open)
                        .OrderBy(h => h.PlacedAt)
                        .ToListAsync(ct),
                    await (
                        from a in db.Accounts
                        where a.Kind == AccountKind.Pot && a.ClosedAt == null
                        join h in db.Hubs on a.HubId equals h.Id into hubs
                        from hub in hubs.DefaultIfEmpty()
                        orderby hub != null, hub.Name
                        select new PotToChoose(a.Id, hub == null ? null : hub.Name, a.Balance)
                    ).ToListAsync(ct)
                );
            },
            ct
        );
}
