using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Diary;

/// <summary>Reads what of the diary needs a coordinator now.</summary>
public sealed class DiaryTodayQuery(UnitOfWork work, TimeProvider clock)
{
    /// <summary>How many lines a list shows.</summary>
    private const int Lines = 8;

    public Task<DiaryToday> ReadAsync(CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var now = clock.GetUtcNow();
                var silent = now - Visit.UntilRung;
                var stands = db.Visits.Where(v => v.Status == VisitStatus.Arranged || v.Status == VisitStatus.Moved);
                var ring = db.Visits.Where(v =>
                    v.AsksIfHome
                    && v.HomeAt == null
                    && v.EndsAt <= silent
                    && v.Status != VisitStatus.CalledOff
                    && v.Status != VisitStatus.DidNotHappen
                );
                return new DiaryToday(
                    await db.VisitLinesAsync(ring, whole: true, ct),
                    await db.VisitLinesAsync(stands.Where(v => v.StartsAt <= now && v.EndsAt > now), whole: true, ct),
                    await NotWellAsync(db, ct),
                    await CallsAsync(db, now, ct),
                    await db.VisitLinesAsync(stands.Where(v => v.EndsAt <= now).OrderBy(v => v.StartsAt).Take(Lines), whole: true, ct),
                    await db.SessionLinesAsync(
                        db.Sessions.Where(s => s.EndsAt <= now && s.CalledOffAt == null && s.RegisterId == null)
                            .OrderBy(s => s.StartsAt)
                            .Take(Lines),
                        whole: true,
                        ct
                    ),
                    await SessionCallsAsync(db, now, ct),
                    now
                );
            },
            ct
        );

    private static async Task<IReadOnlyList<(VisitAnswer, VisitLine)>> NotWellAsync(TenantDb db, CancellationToken ct)
    {
        var answers = await db.VisitAnswers.Where(a => !a.IsAllWell && a.SeenAt == null).OrderBy(a => a.At).ToListAsync(ct);
        var ids = answers.ConvertAll(a => a.VisitId);
        var lines = (await db.VisitLinesAsync(db.Visits.Where(v => ids.Contains(v.Id)), whole: true, ct)).ToDictionary(l => l.Visit.Id);
        return answers.ConvertAll(a => (a, lines[a.VisitId]));
    }

    // A reminder of what has begun is no use any more; that it is called off is told whenever somebody gets to it.
    private static async Task<IReadOnlyList<CallToMake>> CallsAsync(TenantDb db, DateTimeOffset now, CancellationToken ct)
    {
        var calls = await (
            from c in db.VisitCalls
            where c.DoneAt == null && (c.StartsAt > now || c.News == VisitNews.CalledOff)
            join m in db.Members on c.MemberId equals m.Id
            where m.Status == MemberStatus.Active
            orderby c.StartsAt, c.MadeAt, m.Number
            select new
            {
                Call = c,
                m.FirstName,
                m.LastName,
            }
        ).ToListAsync(ct);
        var ids = calls.ConvertAll(c => c.Call.VisitId);
        var lines = (await db.VisitLinesAsync(db.Visits.Where(v => ids.Contains(v.Id)), whole: true, ct)).ToDictionary(l => l.Visit.Id);
        return calls.ConvertAll(c => new CallToMake(c.Call, $"{c.FirstName} {c.LastName}".Trim(), lines[c.Call.VisitId]));
    }

    private static async Task<IReadOnlyList<SessionCallToMake>> SessionCallsAsync(TenantDb db, DateTimeOffset now, CancellationToken ct)
    {
        var calls = await (
            from c in db.SessionCalls
            where c.DoneAt == null
            join s in db.Sessions on c.SessionId equals s.Id
            where s.StartsAt > now || c.News == SessionNews.CalledOff
            join m in db.Members on c.MemberId equals m.Id
            where m.Status == MemberStatus.Active
            orderby s.StartsAt, c.MadeAt, m.Number
            select new
            {
                Call = c,
                Session = s,
                m.FirstName,
                m.LastName,
            }
        ).ToListAsync(ct);
        return calls.ConvertAll(c => new SessionCallToMake(c.Call, $"{c.FirstName} {c.LastName}".Trim(), c.Session));
    }
}

/// <summary>What of the diary needs a person.</summary>
/// <param name="Ring">Visits in homes of which nobody said that they are home again.</param>
/// <param name="UnderWay">Who is where now.</param>
/// <param name="NotWell">What somebody said was not well.</param>
/// <param name="Calls">Those to be rung because mail does not reach them.</param>
/// <param name="Over">Visits that are over and of which nobody said how they went.</param>
/// <param name="Unlogged">Sessions that are over and of which nobody wrote down who came.</param>
/// <param name="SessionCalls">The same as the calls, about sessions.</param>
public sealed record DiaryToday(
    IReadOnlyList<VisitLine> Ring,
    IReadOnlyList<VisitLine> UnderWay,
    IReadOnlyList<(VisitAnswer Answer, VisitLine Line)> NotWell,
    IReadOnlyList<CallToMake> Calls,
    IReadOnlyList<VisitLine> Over,
    IReadOnlyList<SessionLine> Unlogged,
    IReadOnlyList<SessionCallToMake> SessionCalls,
    DateTimeOffset Now
)
{
    /// <summary>True when nothing does.</summary>
    public bool IsQuiet =>
        Ring.Count + UnderWay.Count + NotWell.Count + Calls.Count + Over.Count + Unlogged.Count + SessionCalls.Count == 0;
}

/// <summary>A call to make about a visit.</summary>
public sealed record CallToMake(VisitCall Call, string Name, VisitLine Line);

/// <summary>A call to make about a session.</summary>
public sealed record SessionCallToMake(SessionCall Call, string Name, Session Session);
