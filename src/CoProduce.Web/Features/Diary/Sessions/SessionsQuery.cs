using CoProduce.Web.Data;
using CoProduce.Web.Features.Activities;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Diary;

/// <summary>A session with its names.</summary>
/// <param name="Leader">The whole name for coordinators, the first name for members; empty when nobody was named.</param>
/// <param name="LeaderNumber">Null when nobody was named.</param>
public sealed record SessionLine(Session Session, string Hub, string Leader, int? LeaderNumber);

/// <summary>Reads planned sessions.</summary>
public sealed class SessionsQuery(UnitOfWork work)
{
    /// <summary>The sessions of those days in their order, of one hub, or led by one member, where one is named.</summary>
    public Task<IReadOnlyList<SessionLine>> ReadAsync(
        DateOnly from,
        DateOnly to,
        HubId? hub = null,
        MemberId? leader = null,
        CancellationToken ct = default
    ) =>
        work.ReadAsync<IReadOnlyList<SessionLine>>(
            async db =>
                await db.SessionLinesAsync(
                    db.Sessions.Where(s =>
                        s.Day >= from && s.Day <= to && (hub == null || s.HubId == hub) && (leader == null || s.LeaderId == leader)
                    ),
                    whole: true,
                    ct
                ),
            ct
        );

    /// <summary>What a member reads of those days: the sessions of their hub, and those that they lead.</summary>
    public Task<IReadOnlyList<SessionLine>> OfMemberAsync(MemberId member, DateOnly from, DateOnly to, CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<SessionLine>>(
            async db =>
                await db.SessionLinesAsync(
                    db.Sessions.Where(s =>
                        s.Day >= from && s.Day <= to && (s.LeaderId == member || db.Members.Any(m => m.Id == member && m.HubId == s.HubId))
                    ),
                    whole: false,
                    ct
                ),
            ct
        );

    /// <summary>One, for a coordinator, and how many of those planned with it are still to come after it; null when there is none here.</summary>
    public Task<(SessionLine Line, int After)?> FindAsync(SessionId id, CancellationToken ct = default) =>
        work.ReadAsync<(SessionLine, int)?>(
            async db =>
                await db.SessionLinesAsync(db.Sessions.Where(s => s.Id == id), whole: true, ct) is [var line]
                    ? (
                        line,
                        await db.Sessions.CountAsync(
                            s => s.PlannedAs == line.Session.PlannedAs && s.StartsAt > line.Session.StartsAt && s.CalledOffAt == null,
                            ct
                        )
                    )
                    : null,
            ct
        );
}

/// <summary>Reads sessions with their names, inside a unit of work.</summary>
internal static class SessionLines
{
    public static async Task<List<SessionLine>> SessionLinesAsync(
        this TenantDb db,
        IQueryable<Session> sessions,
        bool whole,
        CancellationToken ct
    )
    {
        var rows = await (
            from s in sessions
            join h in db.Hubs on s.HubId equals h.Id
            join m in db.Members on s.LeaderId equals m.Id into leaders
            from leader in leaders.DefaultIfEmpty()
            orderby s.StartsAt, s.Id
            select new
            {
                Session = s,
                Hub = h.Name,
                Leader = leader,
            }
        )
            .AsNoTracking()
            .ToListAsync(ct);
        return rows.ConvertAll(r => new SessionLine(
            r.Session,
            r.Hub,
            r.Leader is null ? ""
                : whole ? r.Leader.Name
                : r.Leader.FirstName,
            r.Leader?.Number
        ));
    }

    /// <summary>Notes that who came to a session is logged, in the unit of work that logs it; nothing for one that is gone, off, or logged already.</summary>
    public static async Task LogSessionAsync(this TenantDb db, SessionId id, RegisterId register, CancellationToken ct)
    {
        if (await db.Sessions.SingleOrDefaultAsync(s => s.Id == id && s.CalledOffAt == null && s.RegisterId == null, ct) is { } session)
            session.Log(register);
    }

    /// <summary>The session of a register that is undone waits for one again, in the unit of work that undoes it; nothing when it was of none.</summary>
    public static async Task FreeSessionAsync(this TenantDb db, RegisterId register, CancellationToken ct)
    {
        if (await db.Sessions.SingleOrDefaultAsync(s => s.RegisterId == register, ct) is { } session)
            session.Log(null);
    }
}
