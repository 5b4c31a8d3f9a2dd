using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Care;

/// <summary>Who may see which concern, and who may see to one.</summary>
internal static class ConcernSight
{
    /// <summary>The concerns for this person's eyes: all for the right to safeguarding, else those they see to; never one about themself.</summary>
    public static IQueryable<Concern> ConcernsFor(this TenantDb db, CurrentPerson me)
    {
        var (holder, member, all) = (me.Id, me.MemberId, me.Holds(Role.Safeguarding));
        return db.Concerns.Where(c => (all || c.OwnerId == holder) && (member == null || c.MemberId != member));
    }

    /// <summary>Those who coordinate now and may see to a concern, by name.</summary>
    public static async Task<List<RoleHolder>> ConcernOwnersAsync(this TenantDb db, CancellationToken ct)
    {
        var holders = await db.RoleHolders.AsNoTracking().Where(h => h.EndedAt == null).OrderBy(h => h.Name).ToListAsync(ct);
        return holders.FindAll(h => h.Roles.Contains(Role.Coordinator));
    }
}
