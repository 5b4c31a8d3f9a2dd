using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.MemberLists;

/// <summary>Keeps a way of looking at the members under a name. A list of one's own with that name is replaced.</summary>
public sealed class KeepList(UnitOfWork work, CurrentPerson me)
{
    public enum Outcome
    {
        Kept,

        /// <summary>There are <see cref="SavedList.Most"/> already.</summary>
        TooMany,
    }

    public Task<Outcome> HandleAsync(KeepListForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => KeepAsync(db, form, ct), ct);

    private async Task<Outcome> KeepAsync(TenantDb db, KeepListForm form, CancellationToken ct)
    {
        var name = form.Name!.Trim();
        var mine = await db.SavedLists.Where(l => l.KeptBy == me.Id).ToListAsync(ct);
        var same = mine.Where(l => string.Equals(l.Name, name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (mine.Count - same.Count >= SavedList.Most)
            return Outcome.TooMany;
        db.SavedLists.RemoveRange(same);
        await db.SaveChangesAsync(ct);
        // Read and written again, so that nothing but a filter is kept.
        var filter = MemberFilter.Read(new QueryCollection(QueryHelpers.ParseQuery(form.Filter))).At("").TrimStart('?');
        db.SavedLists.Add(
            new()
            {
                Id = form.RequestKey,
                KeptBy = me.Id,
                Name = name,
                Filter = filter,
                IsShared = form.Share,
            }
        );
        db.Keep();
        return Outcome.Kept;
    }
}
