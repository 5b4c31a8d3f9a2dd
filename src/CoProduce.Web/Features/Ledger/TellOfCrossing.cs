using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Ledger;

/// <summary>
/// A job tells a member of hours that crossed: each organisation writes to its own members, in its own words and language, for neither knows how
/// the other's can be reached.
/// </summary>
public sealed class TellOfCrossing(MoveLetters letters, OrganisationDirectory organisations)
{
    /// <summary>Writes it in the running unit of work.</summary>
    /// <param name="half">This organisation's half.</param>
    /// <param name="other">The name of the person on the other side; empty when it is nobody's own account.</param>
    public async Task HandleAsync(TenantDb db, EntryId half, string other, CancellationToken ct)
    {
        var there = await (
            from p in db.Postings
            where p.EntryId == half
            join a in db.Accounts on p.AccountId equals a.Id
            where a.AffiliateId != null
            select a.AffiliateId
        ).SingleAsync(ct);
        var name = (await organisations.GetAsync(there!.Value, ct)).Name;
        await letters.TellAsync(db, half, other.Length == 0 ? name : $"{other}, {name}", ct);
    }
}
