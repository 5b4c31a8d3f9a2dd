using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Diary;

/// <summary>A session as a coordinator sees it.</summary>
/// <param name="After">How many of those planned with it are still to come after it.</param>
/// <param name="People">Those who would come, in their order.</param>
/// <param name="Calls">Who was told what, or is to be rung.</param>
public sealed record SessionShown(
    SessionLine Line,
    int After,
    IReadOnlyList<SessionPerson> People,
    IReadOnlyList<(SessionCall Call, string Name)> Calls
);

/// <summary>Somebody who would come to a session.</summary>
/// <param name="Waits">True while there is no place for them.</param>
public sealed record SessionPerson(MemberId Id, int Number, string Name, bool Waits);

/// <summary>Reads planned sessions.</summary>
public sealed class SessionsQuery(UnitOfWork work)
{
    /// <summary>The sessions of those days in their order, of one hub, or of one member who leads or would come, where one is named.</summary>
    public Task<IReadOnlyList<SessionLine>> ReadAsync(
        DateOnly from,
        DateOnly to,
        HubId? hub = null,
        MemberId? member = null,
        CancellationToken ct = default
    ) =>
        work.ReadAsync<IReadOnlyList<SessionLine>>(
            async db =>
                await db.SessionLinesAsync(
                    db.Sessions.Where(s =>
                        s.Day >= from
                        && s.Day <= to
                        && (hub == null || s.HubId == hub)
                        && (
                            member == null
                            || s.LeaderId == member
                            || s.SecondLeaderId == member
                            || db.SessionPlaces.Any(p => p.SessionId == s.Id && p.MemberId == member)
                        )
                    ),
                    whole: true,
                    ct
                ),
            ct
        );

    /// <summary>What a member reads of those days: those that they lead or would come to, and the others of their hub unless only their own are asked for.</summary>
    public Task<IReadOnlyList<SessionLine>> OfMemberAsync(
        MemberId member,
        DateOnly from,
        DateOnly to,
        bool onlyOwn = false,
        CancellationToken ct = default
    ) =>
        work.ReadAsync<IReadOnlyList<SessionLine>>(
            async db =>
                await db.SessionLinesAsync(
                    db.Sessions.Where(s =>
                        s.Day >= from
                        && s.Day <= to
                        && (
                            s.LeaderId == member
                            || s.SecondLeaderId == member
                            || (!onlyOwn && db.Members.Any(m => m.Id == member && m.HubId == s.HubId))
                            || db.SessionPlaces.Any(p => p.SessionId == s.Id && p.MemberId == member)
                        )
                    ),
                    whole: false,
                    ct,
                    viewer: member
                ),
            ct
        );

    /// <summary>One as that member sees it, to whom a letter about it was written; null when there is none, or they do not take part.</summary>
    public Task<SessionLine?> FindAsync(SessionId id, MemberId member, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
                await db.SessionLinesAsync(
                    db.Sessions.Where(s => s.Id == id && db.Members.Any(m => m.Id == member && m.Status == MemberStatus.Active)),
                    whole: false,
                    ct,
                    viewer: member
                )
                    is [var line]
                    ? line
                    : null,
            ct
        );

    /// <summary>One, for a coordinator; null when there is none here.</summary>
    public Task<SessionShown?> FindAsync(SessionId id, CancellationToken ct = default) =>
        work.ReadAsync<SessionShown?>(
            async db =>
            {
                if (await db.SessionLinesAsync(db.Sessions.Where(s => s.Id == id), whole: true, ct) is not [var line])
                    return null;
                var session = line.Session;
                var after = await db.Sessions.CountAsync(
                    s => s.PlannedAs == session.PlannedAs && s.StartsAt > session.StartsAt && s.CalledOffAt == null,
                    ct
                );
                var people = await (
                    from p in db.SessionPlaces
                    where p.SessionId == id
                    join m in db.Members on p.MemberId equals m.Id
                    orderby p.Number
                    select m
                )
                    .AsNoTracking()
                    .ToListAsync(ct);
                var calls = await (
                    from c in db.SessionCalls
                    where c.SessionId == id
                    join m in db.Members on c.MemberId equals m.Id
                    orderby c.MadeAt, m.Number
                    select new { Call = c, Member = m }
                )
                    .AsNoTracking()
                    .ToListAsync(ct);
                return new(
                    line,
                    after,
                    [.. people.Select((m, i) => new SessionPerson(m.Id, m.Number, m.Name, i >= (session.Places ?? int.MaxValue)))],
                    calls.ConvertAll(c => (c.Call, c.Member.Name))
                );
            },
            ct
        );

    /// <summary>Those who would meet when that member came too, for the rules of care; null when there is no such session here.</summary>
    public Task<Meeting?> MeetingAsync(SessionId id, MemberId member, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
                await db.Sessions.SingleOrDefaultAsync(s => s.Id == id, ct) is { } session
                    ? session.MeetingWith([.. (await db.PlacesOfAsync(session, ct)).All, member])
                    : null,
            ct
        );
}
