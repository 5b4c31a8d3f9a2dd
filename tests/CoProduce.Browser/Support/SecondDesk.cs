using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoProduce.Browser.Support;

/// <summary>A second coordinator where the demo has one.</summary>
internal static class SecondDesk
{
    /// <summary>Lets somebody of the demo coordinate as well while something is done, and no longer: the other tests know them without.</summary>
    public static async Task AsCoordinatorTooAsync(this RunningProgram program, string name, string organisation, Func<Task> meanwhile)
    {
        await SetAsync(roles => [.. roles, Role.Coordinator]);
        try
        {
            await meanwhile();
        }
        finally
        {
            await SetAsync(roles => [.. roles.Where(r => r != Role.Coordinator)]);
        }

        async Task SetAsync(Func<List<Role>, List<Role>> change)
        {
            await using var scope = await program.EnterAsync(organisation);
            await scope
                .ServiceProvider.GetRequiredService<UnitOfWork>()
                .WriteAsync(async db =>
                {
                    var holder = await db.RoleHolders.SingleAsync(r => r.Name == name);
                    holder.Roles = change(holder.Roles);
                    await db.SaveChangesAsync();
                    db.Keep();
                    return true;
                });
        }
    }
}
