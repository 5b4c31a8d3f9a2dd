using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Peers;

/// <summary>Who brokers for which hub as a peer: read, given and ended inside a unit of work, each with a line in the audit.</summary>
public static class PeerHubs
{
    /// <summary>The deed of becoming peer broker of a hub, or of another last day.</summary>
    public const string Given = "GivePeerHub";

    /// <summary>The deed of ceasing to be.</summary>
    public const string Ended = "EndPeerHub";

    /// <summary>Those that count on that day, whoever's they are: the hub is open and the last day has not passed.</summary>
    public static IQueryable<PeerHub> PeerHubsOn(this TenantDb db, DateOnly today) =>
        db.PeerHubs.Where(p => (p.Until == null || p.Until >= today) && db.Hubs.Any(h => h.Id == p.HubId && h.ClosedAt == null));

    /// <summary>Ends all that a member has, as they leave, move or are suspended: the role goes with the last of them.</summary>
    /// <param name="by">Who does it; null for a job.</param>
    public static async Task EndPeerHubsOfAsync(
        this TenantDb db,
        MemberId member,
        RoleHolderId? by,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (await db.RoleHolders.SingleOrDefaultAsync(h => h.MemberId == member, ct) is not { } holder)
            return;
        await db.EndAsync(await db.PeerHubs.Where(p => p.HolderId == holder.Id).ToListAsync(ct), by, now, ct);
    }

    /// <summary>Ends all of a hub that closes.</summary>
    public static async Task EndPeerHubsAtAsync(this TenantDb db, HubId hub, RoleHolderId? by, DateTimeOffset now, CancellationToken ct) =>
        await db.EndAsync(await db.PeerHubs.Where(p => p.HubId == hub).ToListAsync(ct), by, now, ct);

    /// <summary>Makes these, and no others, the hubs of somebody, all until the same day. The role itself is the caller's.</summary>
    /// <returns>Those that are new, and those that ended.</returns>
    public static async Task<(IReadOnlyList<HubId> Given, IReadOnlyList<HubId> Ended)> SetPeerHubsAsync(
        this TenantDb db,
        RoleHolderId holder,
        IReadOnlyList<HubId> hubs,
        DateOnly? until,
        RoleHolderId by,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var had = await db.PeerHubs.Where(p => p.HolderId == holder).ToListAsync(ct);
        var over = had.FindAll(p => !hubs.Contains(p.HubId));
        db.PeerHubs.RemoveRange(over);
        var given = hubs.Where(h => had.TrueForAll(p => p.HubId != h)).ToList();
        db.PeerHubs.AddRange(
            given.Select(hub => new PeerHub
            {
                HolderId = holder,
                HubId = hub,
                Until = until,
                Since = now,
            })
        );
        var changed = had.FindAll(p => hubs.Contains(p.HubId) && p.Until != until);
        foreach (var hub in changed)
            hub.Until = until;
        db.AuditLines.AddRange(over.Select(p => Line(Ended, p.HolderId, p.HubId, by, now)));
        db.AuditLines.AddRange(given.Concat(changed.Select(p => p.HubId)).Select(hub => Line(Given, holder, hub, by, now)));
        return (given, over.ConvertAll(p => p.HubId));
    }

    private static async Task EndAsync(this TenantDb db, List<PeerHub> over, RoleHolderId? by, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var one in over)
        {
            db.PeerHubs.Remove(one);
            db.AuditLines.Add(Line(Ended, one.HolderId, one.HubId, by, now));
            var left = await db.PeerHubs.Where(p => p.HolderId == one.HolderId).Select(p => p.HubId).ToListAsync(ct);
            if (left.TrueForAll(hub => over.Exists(o => o.HolderId == one.HolderId && o.HubId == hub)))
            {
                var holder = await db.RoleHolders.SingleAsync(h => h.Id == one.HolderId, ct);
                holder.Roles = holder.Roles.FindAll(r => r != Role.PeerBroker);
            }
        }
    }

    private static AuditLine Line(string deed, RoleHolderId holder, HubId hub, RoleHolderId? by, DateTimeOffset now) =>
        new()
        {
            At = now,
            By = by,
            Door = by is null ? Door.Job : Door.Screen,
            Deed = deed,
            SubjectId = holder.Value,
            PeerHubId = hub,
        };
}
