using CoProduce.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Accounts;

/// <summary>Finds role holders inside a unit of work.</summary>
public static class Coordinators
{
    /// <summary>Those who coordinate now, by name.</summary>
    public static async Task<List<RoleHolder>> CoordinatorsAsync(this TenantDb db, CancellationToken ct)
    {
        var holders = await db.RoleHolders.AsNoTracking().Where(h => h.EndedAt == null).OrderBy(h => h.Name).ToListAsync(ct);
        return holders.FindAll(h => h.Roles.Contains(Role.Coordinator));
    }
}
