using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.MemberLists;

/// <summary>Drops a kept list of one's own. That there is none, or it is somebody else's, is no fault: it is not in one's own lists afterwards.</summary>
public sealed class DropList(UnitOfWork work, CurrentPerson me)
{
    public Task HandleAsync(Guid list, CancellationToken ct = default) =>
        work.WriteAsync(
            async db =>
            {
                await db.SavedLists.Where(l => l.Id == list && l.KeptBy == me.Id).ExecuteDeleteAsync(ct);
                db.Keep();
                return true;
            },
            ct
        );
}
