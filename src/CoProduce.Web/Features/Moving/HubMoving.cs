using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Peers;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Moving;

/// <summary>Where somebody moves inside the organisation.</summary>
/// <param name="On">From which day on.</param>
/// <param name="Reason">Why; empty where nobody was asked.</param>
/// <param name="IsRelease">True for a release from custody or a discharge.</param>
public sealed record NewHub(HubId Hub, DateOnly On, string Reason = "", bool IsRelease = false);

/// <summary>The one way by which a member comes to belong to another hub: it is written down, so that past figures stay where they were counted.</summary>
internal static class HubMoving
{
    /// <summary>Moves them now. A place of custody keeps no way to reach anybody, so what was known is deleted, and open invitations end.</summary>
    /// <returns>The move, to be kept with the unit of work.</returns>
    public static async Task<HubMove> MoveToHubAsync(
        this TenantDb db,
        Member member,
        NewHub to,
        Authorship by,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var move = Plan(member, to, by, now);
        db.HubMoves.Add(move);
        await db.DoAsync(move, member, now, ct);
        return move;
    }

    /// <summary>The same for a later day: nothing changes until then.</summary>
    public static HubMove Plan(Member member, NewHub to, Authorship by, DateTimeOffset now) =>
        new()
        {
            MemberId = member.Id,
            FromHub = member.HubId,
            ToHub = to.Hub,
            On = to.On,
            Reason = to.Reason,
            IsRelease = to.IsRelease,
            By = by.By is { } id ? new(id) : null,
            Door = by.Door,
            MadeAt = now,
        };

    /// <summary>Does a move that was planned.</summary>
    public static async Task DoAsync(this TenantDb db, HubMove move, Member member, DateTimeOffset now, CancellationToken ct)
    {
        (move.FromHub, move.DoneAt) = (member.HubId, now);
        await db.BelongToAsync(member, move.ToHub, move.By, now, ct);
    }

    /// <summary>Takes a move back: they belong again where they came from.</summary>
    public static Task BringBackAsync(this TenantDb db, HubMove move, Member member, DateTimeOffset now, CancellationToken ct) =>
        db.BelongToAsync(member, move.FromHub, null, now, ct);

    // Who broker for their neighbours do so no longer when they are neighbours no more; a manager may ask them anew.
    private static async Task BelongToAsync(
        this TenantDb db,
        Member member,
        HubId hub,
        RoleHolderId? by,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        await db.EndPeerHubsOfAsync(member.Id, by, now, ct);
        member.BelongsTo(hub);
        if (!await db.Hubs.AnyAsync(h => h.Id == hub && h.Kind == HubKind.Custody, ct))
            return;
        if (await db.MemberContacts.SingleOrDefaultAsync(c => c.MemberId == member.Id, ct) is { } contact)
            (contact.Email, contact.Phone, contact.Address, contact.Prefers) = ("", "", "", ContactWay.InPerson);
        foreach (var invitation in await db.Invitations.Where(i => i.MemberId == member.Id && i.EndedAt == null).ToListAsync(ct))
            invitation.EndedAt = now;
    }

    /// <summary>Every move that was made and stands, oldest first, for telling where somebody belonged at a moment.</summary>
    public static async Task<HubsThen> HubsThenAsync(this TenantDb db, CancellationToken ct) =>
        new(
            (
                await db
                    .HubMoves.Where(m => m.DoneAt != null && m.EndedAt == null)
                    .OrderBy(m => m.DoneAt)
                    .Select(m => new
                    {
                        m.MemberId,
                        m.FromHub,
                        m.DoneAt,
                    })
                    .ToListAsync(ct)
            ).ToLookup(m => m.MemberId, m => (m.FromHub, m.DoneAt!.Value))
        );
}

/// <summary>To which hub members belonged at a moment.</summary>
internal sealed class HubsThen(ILookup<MemberId, (HubId From, DateTimeOffset At)> moves)
{
    /// <summary>The hub of a member at that moment.</summary>
    /// <param name="now">The hub they belong to now.</param>
    public HubId Of(MemberId member, HubId now, DateTimeOffset moment)
    {
        foreach (var (from, at) in moves[member])
            if (at > moment)
                return from;
        return now;
    }
}
