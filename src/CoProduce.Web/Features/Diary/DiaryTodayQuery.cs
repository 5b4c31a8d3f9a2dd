using CoProduce.Web.Data;
using CoProduce.Web.Features.Calls;
using CoProduce.Web.Features.Matching.Day;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Diary;

/// <summary>Reads what of the diary needs a coordinator now.</summary>
public sealed class DiaryTodayQuery(UnitOfWork work, CurrentOrganisation organisation, TimeProvider clock)
{
    /// <summary>Visits and sessions of so many days, today among them, are shown.</summary>
    public const int DaysAhead = 7;

    /// <summary>How many lines a list shows.</summary>
    private const int Lines = 8;

    /// <param name="share">What of the day is this coordinator's; null for all.</param>
    public Task<DiaryToday> ReadAsync(DayShare? share = null, CancellationToken ct = default) =>
        work.ReadAsync(db => ReadAsync(db, share, ct), ct);

    private async Task<DiaryToday> ReadAsync(TenantDb db, DayShare? share, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = organisation.Profile.DateOf(now);
        var silent = now - Visit.UntilRung;
        var (isAll, hubs) = (share?.Hubs is null, share?.Hubs ?? []);
        var stands = db.Visits.Where(v =>
            (v.Status == VisitStatus.Arranged || v.Status == VisitStatus.Moved) && (isAll || hubs.Contains(v.HubId))
        );
        // Whoever may be in trouble is on everybody's day, whosever time bank it is.
        var ring = db.Visits.Where(v =>
            v.AsksIfHome
            && v.HomeAt == null
            && v.EndsAt <= silent
            && v.Status != VisitStatus.CalledOff
            && v.Status != VisitStatus.DidNotHappen
        );
        var sessions = db.Sessions.Where(s => s.CalledOffAt == null && (isAll || hubs.Contains(s.HubId)));
        var over = Over(db, share).Where(v => v.EndsAt <= now).OrderBy(v => v.StartsAt);
        var unlogged = Unlogged(db, share).Where(s => s.EndsAt <= now && s.RegisterId == null).OrderBy(s => s.StartsAt);
        return new DiaryToday(
            await db.VisitLinesAsync(ring, whole: true, ct),
            await db.VisitLinesAsync(stands.Where(v => v.StartsAt <= now && v.EndsAt > now), whole: true, ct),
            await NotWellAsync(db, share, ct),
            await CallsAsync(db, share, now, ct),
            new(await db.VisitLinesAsync(over.Take(Lines), whole: true, ct), await over.CountAsync(ct)),
            new(await db.SessionLinesAsync(unlogged.Take(Lines), whole: true, ct), await unlogged.CountAsync(ct)),
            await SessionCallsAsync(db, share, now, ct),
            await db.SessionLinesAsync(sessions.Where(s => s.StartsAt <= now && s.EndsAt > now), whole: true, ct),
            await WeekAsync(db, stands, sessions, now, today.AddDays(DaysAhead - 1), ct),
            now
        );
    }

    private static IQueryable<Visit> Over(TenantDb db, DayShare? share)
    {
        var stands = db.Visits.Where(v => v.Status == VisitStatus.Arranged || v.Status == VisitStatus.Moved);
        if (share is null)
            return stands;
        var (hidden, given) = (share.Hidden(DayList.Over, id => new VisitId(id)), share.Given(DayList.Over, id => new VisitId(id)));
        var (isAll, hubs) = (share.Hubs is null, share.Hubs ?? []);
        return stands.Where(v => !hidden.Contains(v.Id) && (isAll || given.Contains(v.Id) || hubs.Contains(v.HubId)));
    }

    private static IQueryable<Session> Unlogged(TenantDb db, DayShare? share)
    {
        var stands = db.Sessions.Where(s => s.CalledOffAt == null);
        if (share is null)
            return stands;
        var (hidden, given) = (
            share.Hidden(DayList.Session, id => new SessionId(id)),
            share.Given(DayList.Session, id => new SessionId(id))
        );
        var (isAll, hubs) = (share.Hubs is null, share.Hubs ?? []);
        return stands.Where(s => !hidden.Contains(s.Id) && (isAll || given.Contains(s.Id) || hubs.Contains(s.HubId)));
    }

    private static async Task<IReadOnlyList<(VisitAnswer, VisitLine)>> NotWellAsync(TenantDb db, DayShare? share, CancellationToken ct)
    {
        var answers = await db.VisitAnswers.Where(a => !a.IsAllWell && a.SeenAt == null).OrderBy(a => a.At).ToListAsync(ct);
        var ids = answers.ConvertAll(a => a.VisitId);
        var lines = (await db.VisitLinesAsync(db.Visits.Where(v => ids.Contains(v.Id)), whole: true, ct)).ToDictionary(l => l.Visit.Id);
        return
        [
            .. answers
                .Select(a => (Answer: a, Line: lines[a.VisitId]))
                .Where(a => share?.Shows(DayList.NotWell, a.Answer.VisitId.Value, a.Line.Visit.HubId) ?? true),
        ];
    }

    private static async Task<IReadOnlyList<CallToMake>> CallsAsync(TenantDb db, DayShare? share, DateTimeOffset now, CancellationToken ct)
    {
        var calls = await (
            from c in db.VisitCallsToMake(now)
            join m in db.Members on c.MemberId equals m.Id
            where m.Status == MemberStatus.Active
            orderby c.StartsAt, c.MadeAt, m.Number
            select new { Call = c, Member = m }
        )
            .AsNoTracking()
            .ToListAsync(ct);
        calls.RemoveAll(c => share?.Shows(DayList.Call, c.Member.Id.Value, c.Member.HubId) == false);
        var ids = calls.ConvertAll(c => c.Call.VisitId);
        var lines = (await db.VisitLinesAsync(db.Visits.Where(v => ids.Contains(v.Id)), whole: true, ct)).ToDictionary(l => l.Visit.Id);
        return calls.ConvertAll(c => new CallToMake(c.Call, c.Member.Name, lines[c.Call.VisitId]));
    }

    private static async Task<IReadOnlyList<SessionCallToMake>> SessionCallsAsync(
        TenantDb db,
        DayShare? share,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var calls = await (
            from c in db.SessionCallsToMake(now)
            join s in db.Sessions on c.SessionId equals s.Id
            join m in db.Members on c.MemberId equals m.Id
            where m.Status == MemberStatus.Active
            orderby s.StartsAt, c.MadeAt, m.Number
            select new
            {
                Call = c,
                Session = s,
                Member = m,
            }
        )
            .AsNoTracking()
            .ToListAsync(ct);
        calls.RemoveAll(c => share?.Shows(DayList.Call, c.Member.Id.Value, c.Member.HubId) == false);
        return calls.ConvertAll(c => new SessionCallToMake(c.Call, c.Member.Name, c.Session));
    }

    private static async Task<Listed<WeekLine>> WeekAsync(
        TenantDb db,
        IQueryable<Visit> visits,
        IQueryable<Session> sessions,
        DateTimeOffset now,
        DateOnly to,
        CancellationToken ct
    )
    {
        var ahead = visits.Where(v => v.StartsAt > now && v.Day <= to);
        var planned = sessions.Where(s => s.StartsAt > now && s.Day <= to);
        var lines = (await db.VisitLinesAsync(ahead.OrderBy(v => v.StartsAt).Take(Lines), whole: true, ct))
            .Select(l => new WeekLine(l.Visit.StartsAt, l.Visit.Day, l.Visit.Start, l, null))
            .Concat(
                (await db.SessionLinesAsync(planned.OrderBy(s => s.StartsAt).Take(Lines), whole: true, ct)).Select(l => new WeekLine(
                    l.Session.StartsAt,
                    l.Session.Day,
                    l.Session.Start,
                    null,
                    l
                ))
            )
            .OrderBy(l => l.StartsAt)
            .Take(Lines);
        return new([.. lines], await ahead.CountAsync(ct) + await planned.CountAsync(ct));
    }
}
