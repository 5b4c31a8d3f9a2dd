using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Features.Relations;

/// <summary>The one rule for whom somebody may act.</summary>
public static class ActingRows
{
    /// <summary>The members for whom that role holder may act on that day. In a place of custody everything goes through its coordinator.</summary>
    /// <param name="member">That member alone; null for all of them.</param>
    public static IQueryable<ActedFor> ActedForBy(this TenantDb db, RoleHolderId holder, MemberId? member, DateOnly day) =>
        from m in db.Members
        where member == null || m.Id == member
        where m.Status == MemberStatus.Active
        where
            db.ActingFor.Any(a =>
                a.MemberId == m.Id && a.HolderId == holder && a.EndedAt == null && a.From <= day && (a.Until == null || a.Until >= day)
            )
        join hub in db.Hubs on m.HubId equals hub.Id
        where hub.Kind != HubKind.Custody
        orderby m.FirstName, m.LastName
        select new ActedFor(m.Id, m.FirstName + (m.LastName == "" ? "" : " " + m.LastName), m.HubId);
}
