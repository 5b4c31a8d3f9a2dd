using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Diary;

/// <summary>What the worker does around visits when its moment comes, in the worker's unit of work; what came too early or too late finds nothing to do.</summary>
public sealed class DiaryRounds(TellOfVisit tell, TellOfSession tellOfSession, CurrentOrganisation organisation, TimeProvider clock)
{
    /// <summary>Reminds those who meet: everybody the day before, and on the morning who wants that. A reminder that comes late is sent all the same, until it begins.</summary>
    public async Task RemindAsync(TenantDb db, VisitId id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.LockVisitAsync(id, ct) is not { IsOpen: true } visit || visit.StartsAt <= now)
            return;
        var before = PlanVisit.DayBefore(visit.Day, organisation.Profile.TimeZone);
        if (now < before)
            return; // it was moved to a later day, which has its own reminder
        if (organisation.Profile.DateOf(now) < visit.Day)
        {
            await tell.TellAsync(db, visit, VisitNews.DayBefore, visit.People, ct);
            return;
        }
        var people = visit.People;
        var chose = await db.DiaryChoices.Where(c => people.Contains(c.MemberId) && c.OnTheMorning).Select(c => c.MemberId).ToListAsync(ct);
        await tell.TellAsync(db, visit, VisitNews.Morning, chose, ct);
        if ((visit.ChangedAt ?? visit.ArrangedAt) < before) // the day before was promised; the program may have stood still
            await tell.TellAsync(db, visit, VisitNews.DayBefore, [.. people.Except(chose)], ct);
    }

    /// <summary>Reminds those who lead a session and those who have a place in it, the day before; one that comes late is sent all the same, until it begins.</summary>
    public async Task RemindOfSessionAsync(TenantDb db, SessionId id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.LockSessionAsync(id, ct) is not { } session || !session.IsToCome(now))
            return;
        if (now < PlanVisit.DayBefore(session.Day, organisation.Profile.TimeZone))
            return; // it was moved to a later day, which has its own reminder
        var coming = (await db.PlacesOfAsync(session, ct)).Coming;
        await tellOfSession.TellAsync(db, session, SessionNews.DayBefore, [.. session.Leaders, .. coming], ct);
    }

    /// <summary>Asks those who met how it went and have not said.</summary>
    public async Task AskAsync(TenantDb db, VisitId id, CancellationToken ct)
    {
        if (await db.LockVisitAsync(id, ct) is not { IsOpen: true } visit || visit.EndsAt > clock.GetUtcNow())
            return;
        await tell.TellAsync(db, visit, VisitNews.Afterwards, visit.People, ct);
    }

    /// <summary>Makes the visits of repeats further ahead while those who meet take part, and plans the next night.</summary>
    public async Task GoOnAsync(TenantDb db, CancellationToken ct)
    {
        var (profile, now) = (organisation.Profile, clock.GetUtcNow());
        await db.LockSettingsAsync(ct); // two nodes at once make each visit once
        await db.PlanDiaryRoundAsync(now, ct);
        var today = profile.DateOf(now);
        var repeats = await db
            .VisitRepeats.Where(r => r.Until == null || r.Until >= today)
            .Where(r => !db.Members.Any(m => (m.Id == r.GiverId || m.Id == r.ReceiverId) && m.Status != MemberStatus.Active))
            .ToListAsync(ct);
        foreach (var repeat in repeats)
            await db.MakeVisitsAsync(repeat, profile, now, ct);
    }
}
