using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Diary;

/// <summary>A diary for calendar programs (iCalendar): first names, times and places that are nobody's home, and nothing else.</summary>
public sealed class CalendarFeed(
    UnitOfWork work,
    VisitLinks links,
    CurrentOrganisation organisation,
    IStringLocalizer texts,
    TimeProvider clock
)
{
    private const int DaysBack = 31;
    private const int DaysAhead = 366;

    /// <summary>The calendar; null when the link was taken back, is not ours, or whoever had it may not read it any more.</summary>
    public Task<string?> ReadAsync(string secret, CancellationToken ct = default) =>
        links.ReadFeed(secret) is { } id
            ? work.ReadAsync(
                async db =>
                    await db.DiaryFeeds.SingleOrDefaultAsync(f => f.Id == id && f.RevokedAt == null, ct) is { } feed
                    && await WorksAsync(db, feed, ct)
                        ? Write(await LinesAsync(db, feed, ct), await SessionsAsync(db, feed, ct))
                        : null,
                ct
            )
            : Task.FromResult<string?>(null);

    private static async Task<bool> WorksAsync(TenantDb db, DiaryFeed feed, CancellationToken ct)
    {
        if (feed.HubId is null)
            return await db.Members.AnyAsync(
                m =>
                    m.Id == feed.MemberId
                    && m.Status == MemberStatus.Active
                    && db.Hubs.Any(h => h.Id == m.HubId && h.Kind != HubKind.Custody),
                ct
            );
        var maker = await db.RoleHolders.SingleOrDefaultAsync(h => h.Id == feed.MadeBy && h.EndedAt == null, ct);
        return maker?.Roles.Contains(Role.Coordinator) == true;
    }

    private async Task<IReadOnlyList<(VisitLine Line, bool ShowsPlace)>> LinesAsync(TenantDb db, DiaryFeed feed, CancellationToken ct)
    {
        var today = organisation.Profile.DateOf(clock.GetUtcNow());
        var (from, to) = (today.AddDays(-DaysBack), today.AddDays(DaysAhead));
        var visits = db.Visits.Where(v =>
            v.Day >= from
            && v.Day <= to
            && (feed.HubId == null ? v.GiverId == feed.MemberId || v.ReceiverId == feed.MemberId : v.HubId == feed.HubId)
        );
        var lines = await db.VisitLinesAsync(visits, whole: false, ct);
        var people = lines.SelectMany(l => l.Visit.People).Distinct().ToList();
        var inCustody = await db
            .Members.Where(m => people.Contains(m.Id) && db.Hubs.Any(h => h.Id == m.HubId && h.Kind == HubKind.Custody))
            .Select(m => m.Id)
            .ToListAsync(ct);
        return lines.ConvertAll(l => (l, !l.Visit.IsHomeVisit && !l.Visit.People.Any(inCustody.Contains)));
    }

    private async Task<IReadOnlyList<(SessionLine Line, bool ShowsPlace)>> SessionsAsync(TenantDb db, DiaryFeed feed, CancellationToken ct)
    {
        var today = organisation.Profile.DateOf(clock.GetUtcNow());
        var (from, to) = (today.AddDays(-DaysBack), today.AddDays(DaysAhead));
        var sessions = db.Sessions.Where(s =>
            s.Day >= from
            && s.Day <= to
            && (
                feed.HubId == null
                    ? s.LeaderId == feed.MemberId
                        || s.SecondLeaderId == feed.MemberId
                        || db.SessionPlaces.Any(p => p.SessionId == s.Id && p.MemberId == feed.MemberId)
                        || db.Members.Any(m => m.Id == feed.MemberId && m.HubId == s.HubId)
                    : s.HubId == feed.HubId
            )
        );
        var lines = await db.SessionLinesAsync(sessions, whole: false, ct);
        var custody = await db.Hubs.Where(h => h.Kind == HubKind.Custody).Select(h => h.Id).ToListAsync(ct);
        return lines.ConvertAll(l => (l, !custody.Contains(l.Session.HubId)));
    }

    private string Write(
        IReadOnlyList<(VisitLine Line, bool ShowsPlace)> lines,
        IReadOnlyList<(SessionLine Line, bool ShowsPlace)> sessions
    )
    {
        var calendar = new Calendar { ProductId = "-//CoProduce//Diary//EN" };
        calendar.AddProperty("X-WR-CALNAME", organisation.Profile.Name);
        calendar.AddProperty("X-WR-TIMEZONE", organisation.Profile.TimeZone.Id);
        foreach (var (line, showsPlace) in lines)
        {
            var visit = line.Visit;
            calendar.Events.Add(
                new CalendarEvent
                {
                    Uid = $"{visit.Id.Value}@coproduce",
                    Summary = VisitWords.Pair(texts, line, organisation.Profile),
                    Location = showsPlace && visit.Place.Length > 0 ? visit.Place : null,
                    Start = Utc(visit.StartsAt),
                    End = Utc(visit.EndsAt),
                    DtStamp = Utc(visit.ChangedAt ?? visit.ArrangedAt),
                    Status = visit.Status is VisitStatus.CalledOff or VisitStatus.DidNotHappen
                        ? EventStatus.Cancelled
                        : EventStatus.Confirmed,
                }
            );
        }
        foreach (var (line, showsPlace) in sessions)
        {
            var session = line.Session;
            calendar.Events.Add(
                new CalendarEvent
                {
                    Uid = $"{session.Id.Value}@coproduce",
                    Summary = session.Title,
                    Location = showsPlace && session.Place.Length > 0 ? session.Place : null,
                    Start = Utc(session.StartsAt),
                    End = Utc(session.EndsAt),
                    DtStamp = Utc(session.CalledOffAt ?? session.PlannedAt),
                    Status = session.CalledOffAt is null ? EventStatus.Confirmed : EventStatus.Cancelled,
                }
            );
        }
        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }

    // Moments need no rules for summer time: every calendar program shows them on the clocks of whoever reads it.
    private static CalDateTime Utc(DateTimeOffset moment) => new(moment.UtcDateTime, "UTC");
}
