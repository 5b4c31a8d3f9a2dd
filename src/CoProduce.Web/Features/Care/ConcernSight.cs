using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;

namespace CoProduce.Web.Features.Care;

/// <summary>Who may see which concern.</summary>
internal static class ConcernSight
{
    /// <summary>The concerns for this person's eyes: all for the right to safeguarding, else those they see to; never one about themself.</summary>
    public static IQueryable<Concern> ConcernsFor(this TenantDb db, CurrentPerson me)
    {
        var (holder, member, all) = (me.Id, me.MemberId, me.Holds(Role.Safeguarding));
        return db.Concerns.Where(c => (all || c.OwnerId == holder) && (member == null || c.MemberId != member));
    }
}
