using CoProduce.Web.Data;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Diary;

/// <summary>Promises what is due around a visit: reminders before it, the question after it, and more visits of a repeat.</summary>
internal static class PlanVisit
{
    private static readonly TimeOnly DayBeforeAt = new(9, 0);
    private static readonly TimeOnly MorningAt = new(7, 0);
    private static readonly TimeOnly RoundAt = new(4, 0);

    /// <summary>Writes the promises for the time at which the visit stands. Those for an earlier time find nothing to do when they come.</summary>
    public static void Plan(this TenantDb db, Visit visit, TimeZoneInfo zone, DateTimeOffset now)
    {
        var (before, morning) = (DayBefore(visit.Day, zone), WallClock.Moment(visit.Day, MorningAt, zone));
        if (before > now)
            Promise(OutboxKind.RemindOfVisit, before);
        if (morning > now && morning < visit.StartsAt)
            Promise(OutboxKind.RemindOfVisit, morning);
        Promise(OutboxKind.AskAfterVisit, visit.EndsAt);

        void Promise(OutboxKind kind, DateTimeOffset due) =>
            db.Outbox.Add(
                new()
                {
                    Kind = kind,
                    DueAt = due,
                    SubjectId = visit.Id.Value,
                }
            );
    }

    /// <summary>Promises the reminder of a session for the time at which it stands.</summary>
    public static void Plan(this TenantDb db, Session session, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (DayBefore(session.Day, zone) is var before && before > now)
            db.Outbox.Add(
                new()
                {
                    Kind = OutboxKind.RemindOfSession,
                    DueAt = before,
                    SubjectId = session.Id.Value,
                }
            );
    }

    /// <summary>When everybody is reminded of what is on that day.</summary>
    public static DateTimeOffset DayBefore(DateOnly day, TimeZoneInfo zone) => WallClock.Moment(day.AddDays(-1), DayBeforeAt, zone);

    /// <summary>
    /// Makes the visits of a repeat that are not there yet, up to twelve weeks from that day, and plans each. A day on which a rule of care stands against it,
    /// such as after a check has run out, is left out, and tried again with every round.
    /// </summary>
    public static async Task<IReadOnlyList<Visit>> MakeVisitsAsync(
        this TenantDb db,
        VisitRepeat repeat,
        OrganisationProfile organisation,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var today = organisation.DateOf(now);
        var there = await db.Visits.Where(v => v.RepeatId == repeat.Id).Select(v => v.MeantFor!.Value).ToListAsync(ct);
        List<Visit> made = [];
        foreach (var day in repeat.DaysTo(today.AddDays(VisitRepeat.DaysAhead)).Where(d => d >= today).Except(there))
        {
            if ((await db.CareRulesAsync(repeat.MeetingOn(day), ct)).Forbids)
                continue;
            var visit = repeat.VisitOn(day, organisation.TimeZone, now);
            db.Visits.Add(visit);
            db.Plan(visit, organisation.TimeZone, now);
            made.Add(visit);
        }
        return made;
    }

    /// <summary>Plans the next night's round, unless one is planned.</summary>
    public static Task PlanDiaryRoundAsync(this TenantDb db, DateTimeOffset now, CancellationToken ct) =>
        db.PlanRoundAsync(OutboxKind.DiaryRound, RoundAt, now, ct);
}
