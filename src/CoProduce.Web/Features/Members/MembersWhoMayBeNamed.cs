using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Features.Members;

/// <summary>The one rule for whom a member may name in a form: for everybody else, here or not, the answer is that there is nobody.</summary>
public static class MembersWhoMayBeNamed
{
    /// <summary>The members whom that member may name, whether or not they take part now. A place of custody is open to its own people only.</summary>
    public static IQueryable<Member> MembersNamedBy(this TenantDb db, CurrentPerson me) => db.MembersNamedFrom(me.HubId!.Value);

    /// <summary>The same for any member of that hub.</summary>
    public static IQueryable<Member> MembersNamedFrom(this TenantDb db, HubId hub) =>
        db.Members.Where(m => m.HubId == hub || db.Hubs.Any(h => h.Id == m.HubId && h.Kind != HubKind.Custody));
}
