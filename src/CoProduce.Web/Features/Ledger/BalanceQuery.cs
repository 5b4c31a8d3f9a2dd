using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Ledger;

/// <summary>How a member stands. Amounts are minutes.</summary>
/// <param name="OwnFloor">How far below zero this member may go; null for as far as everybody.</param>
/// <param name="Kept">What is promised and cannot be spent otherwise, the next to end first.</param>
public sealed record Standing(long Balance, int? OwnFloor, IReadOnlyList<HoldRow> Kept)
{
    /// <summary>What can be spent, below zero for somebody who received more than they gave.</summary>
    public long Free => Balance - Kept.Sum(h => h.Minutes);
}

/// <summary>Reads what a member has.</summary>
public sealed class BalanceQuery(UnitOfWork work)
{
    /// <summary>The balance in minutes, below zero for somebody who received more than they gave. Throws when there is no such account.</summary>
    public Task<long> ReadAsync(MemberId member, CancellationToken ct = default) =>
        work.ReadAsync(db => db.Accounts.Where(a => a.Id == member.Account).Select(a => a.Balance).SingleAsync(ct), ct);

    /// <summary>The same with what is kept, and with a limit of the member's own. Throws when there is no such member.</summary>
    public Task<Standing> StandingAsync(MemberId member, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var found = await (
                    from m in db.Members
                    where m.Id == member
                    join a in db.Accounts on m.Id equals a.MemberId
                    select new
                    {
                        m.OwnFloorMinutes,
                        a.Balance,
                        a.Held,
                    }
                ).SingleAsync(ct);
                var kept = db.Holds.Where(h => h.AccountId == member.Account && h.Status == HoldStatus.Open);
                return new Standing(
                    found.Balance,
                    found.OwnFloorMinutes,
                    found.Held == 0 ? [] : await kept.OrderBy(h => h.Until).ThenBy(h => h.PlacedAt).ToListAsync(ct)
                );
            },
            ct
        );
}
