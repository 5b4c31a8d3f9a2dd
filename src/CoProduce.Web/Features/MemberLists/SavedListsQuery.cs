using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.MemberLists;

/// <summary>The kept lists that the current person sees: their own and those that others share, by name.</summary>
public sealed class SavedListsQuery(UnitOfWork work, CurrentPerson me)
{
    public Task<IReadOnlyList<SavedListLine>> ReadAsync(CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<SavedListLine>>(
            async db =>
                await (
                    from l in db.SavedLists
                    where l.KeptBy == me.Id || l.IsShared
                    join r in db.RoleHolders on l.KeptBy equals r.Id
                    orderby l.Name, r.Name
                    select new SavedListLine(l.Id, l.Name, l.Filter, l.IsShared, l.KeptBy == me.Id, r.Name)
                ).ToListAsync(ct),
            ct
        );
}

/// <summary>A kept list.</summary>
/// <param name="Filter">As it stands in an address, without the question mark.</param>
/// <param name="IsMine">True when the current person keeps it, and may drop it.</param>
public sealed record SavedListLine(Guid Id, string Name, string Filter, bool IsShared, bool IsMine, string KeptBy);
