using CoProduce.Web.Data;
using CoProduce.Web.Features.Activities;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Diary;

/// <summary>A session with its names.</summary>
/// <param name="Leader">The whole name for coordinators, the first name for members; empty when nobody was named.</param>
/// <param name="LeaderNumber">Null when nobody was named.</param>
public sealed record SessionLine(Session Session, string Hub, string Leader, int? LeaderNumber)
{
    /// <summary>Whoever leads it with them, in the same way.</summary>
    public string Second { get; init; } = "";

    public int? SecondNumber { get; init; }

    /// <summary>How many would like to come.</summary>
    public int SignedUp { get; init; }

    /// <summary>How many of them said so before the member who looks; null when that member did not, or nobody in particular looks.</summary>
    public int? Ahead { get; init; }

    /// <summary>The first names of those who have a place, for a member who leads it; empty for anybody else.</summary>
    public IReadOnlyList<string> Comers { get; init; } = [];

    /// <summary>How many have a place.</summary>
    public int Coming => Math.Min(SignedUp, Session.Places ?? int.MaxValue);

    /// <summary>How many wait for one.</summary>
    public int Waiting => SignedUp - Coming;

    /// <summary>How many places are left, where there are only so many.</summary>
    public int Left => Session.Places is { } places ? Math.Max(0, places - SignedUp) : int.MaxValue;

    /// <summary>True when the member who looks is on its list without a place.</summary>
    public bool IsWaiting => Ahead >= Session.Places;
}

/// <summary>Reads sessions with their names, inside a unit of work.</summary>
internal static class SessionLines
{
    /// <param name="viewer">The member who looks; null for a coordinator.</param>
    public static async Task<List<SessionLine>> SessionLinesAsync(
        this TenantDb db,
        IQueryable<Session> sessions,
        bool whole,
        CancellationToken ct,
        MemberId? viewer = null
    )
    {
        var rows = await (
            from s in sessions
            join h in db.Hubs on s.HubId equals h.Id
            join m in db.Members on s.LeaderId equals m.Id into leaders
            from leader in leaders.DefaultIfEmpty()
            join n in db.Members on s.SecondLeaderId equals n.Id into seconds
            from second in seconds.DefaultIfEmpty()
            orderby s.StartsAt, s.Id
            select new
            {
                Session = s,
                Hub = h.Name,
                Leader = leader,
                Second = second,
                SignedUp = db.SessionPlaces.Count(p => p.SessionId == s.Id),
                Ahead = db
                    .SessionPlaces.Where(p => p.SessionId == s.Id && p.MemberId == viewer)
                    .Select(p => (int?)db.SessionPlaces.Count(q => q.SessionId == s.Id && q.Number < p.Number))
                    .FirstOrDefault(),
            }
        )
            .AsNoTracking()
            .ToListAsync(ct);
        var led = rows.Where(r => viewer is { } one && r.Session.Leaders.Contains(one)).Select(r => r.Session.Id).ToList();
        var comers = led.Count == 0 ? [] : await ComersAsync(db, led, ct);
        return rows.ConvertAll(r => new SessionLine(r.Session, r.Hub, Name(r.Leader), r.Leader?.Number)
        {
            Second = Name(r.Second),
            SecondNumber = r.Second?.Number,
            SignedUp = r.SignedUp,
            Ahead = r.Ahead,
            Comers = [.. comers.Where(c => c.Session == r.Session.Id).Select(c => c.FirstName).Take(r.Session.Places ?? int.MaxValue)],
        });

        string Name(Member? member) =>
            member is null ? ""
            : whole ? member.Name
            : member.FirstName;
    }

    private static async Task<List<(SessionId Session, string FirstName)>> ComersAsync(
        TenantDb db,
        List<SessionId> sessions,
        CancellationToken ct
    )
    {
        var rows = await (
            from p in db.SessionPlaces
            where sessions.Contains(p.SessionId)
            join m in db.Members on p.MemberId equals m.Id
            orderby p.Number
            select new { p.SessionId, m.FirstName }
        ).ToListAsync(ct);
        return rows.ConvertAll(r => (r.SessionId, r.FirstName));
    }

    /// <summary>Those who would meet: who leads it gives, the others take part.</summary>
    public static Care.Meeting MeetingWith(this Session session, IReadOnlyCollection<MemberId> others) =>
        new(session.Leaders, others, session.CategoryId, session.Day);

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
