using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Ledger;

/// <summary>Reads what a member has.</summary>
public sealed class BalanceQuery(UnitOfWork work)
{
    /// <summary>The balance in minutes, below zero for somebody who received more than they gave. Throws when there is no such account.</summary>
    public Task<long> ReadAsync(MemberId member, CancellationToken ct = default) =>
        work.ReadAsync(db => db.Accounts.Where(a => a.Id == member.Account).Select(a => a.Balance).SingleAsync(ct), ct);
}
