using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Diary;

/// <summary>
/// A coordinator changes a session, or it and those after it that were planned with it. Whoever leads it or would come is told of another day, time or
/// place; when there are more places, whoever waited first has one.
/// </summary>
public sealed class ChangeSession(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    TellOfSession tell,
    SignUp signUps,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Changed,
        NotFound,

        /// <summary>It has begun, or was called off.</summary>
        NoLongerOpen,
        InThePast,

        /// <summary>More than a year ahead.</summary>
        TooFarAhead,

        /// <summary>It is so already.</summary>
        Same,

        /// <summary>One of the leaders does not take part at the moment.</summary>
        NotTakingPart,

        /// <summary>More people have a place than there would be.</summary>
        TooFewPlaces,

        /// <summary>With these leaders a check or a guardian's yes is missing.</summary>
        CheckMissing,

        /// <summary>What to keep to with these leaders was not read.</summary>
        CareUnread,
    }

    public Task<Outcome> HandleAsync(ChangeSessionForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => ChangeAsync(db, form, ct), ct);

    /// <summary>Those who would meet when these lead it, or it and those after it, for the rules of care; null when there is no such session here.</summary>
    public Task<Meeting?> MeetingAsync(ChangeSessionForm form, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
                await db.Sessions.SingleOrDefaultAsync(s => s.Id == new SessionId(form.Session), ct) is { } session
                    ? await MeetingAsync(db, form, session, ct)
                    : null,
            ct
        );

    private async Task<Outcome> ChangeAsync(TenantDb db, ChangeSessionForm form, CancellationToken ct)
    {
        var (now, to, leads) = (clock.GetUtcNow(), form.Details(), form.Details().Leaders);
        if (await db.LockSessionAsync(new(form.Session), ct) is not { } session)
            return Outcome.NotFound;
        if (!session.IsToCome(now))
            return Outcome.NoLongerOpen;
        var change = new Change(
            session.Details,
            to,
            form.Day.ToDate()!.Value.DayNumber - session.Day.DayNumber,
            TypedTime.Read(form.Start)!.Value is var start && start == session.Start ? null : start
        );
        if (change.IsNone)
            return Outcome.Same;
        if (await db.Members.CountAsync(m => leads.Contains(m.Id) && m.Status == MemberStatus.Active, ct) < leads.Count)
            return Outcome.NotTakingPart;
        if (!to.HasLeadersOf(change.Before))
        {
            var care = await db.CareRulesAsync(await MeetingAsync(db, form, session, ct), ct);
            if (care.Forbids)
                return Outcome.CheckMissing;
            if (!form.Care.Covers(care))
                return Outcome.CareUnread;
            db.MarkCare(care, session.Id.Value, now, me.Id);
        }
        HashSet<MemberId> told = [];
        foreach (var id in await IdsAsync(db, session, form.AndAllAfter, ct))
        {
            var one = id == session.Id ? session : (await db.LockSessionAsync(id, ct))!;
            if (await OneAsync(db, one, change, told, form.AndAllAfter, ct) is { } fault)
                return fault;
        }
        db.AuditLines.Add(me.Line(nameof(ChangeSession), session.Id.Value, now));
        db.Keep();
        return Outcome.Changed;
    }

    // What stands against it; null when it is done.
    private async Task<Outcome?> OneAsync(
        TenantDb db,
        Session session,
        Change change,
        HashSet<MemberId> told,
        bool withThoseAfter,
        CancellationToken ct
    )
    {
        var (profile, now) = (organisation.Profile, clock.GetUtcNow());
        var to = change.To.ChangedFrom(change.Before, session.Details);
        var (day, start) = (session.Day.AddDays(change.Days), change.Start ?? session.Start);
        if (WallClock.Moment(day, start, profile.TimeZone) <= now)
            return Outcome.InThePast;
        if (day > profile.DateOf(now).AddYears(1))
            return Outcome.TooFarAhead;
        foreach (var leader in to.Leaders)
            await signUps.LeaveAsync(db, session, leader, ct); // whoever leads it is there already, and needs no place
        var before = await db.PlacesOfAsync(session, ct);
        if (to.Places < before.Coming.Count)
            return Outcome.TooFewPlaces;
        var isMoved = (session.Day, session.Start, session.Place) != (day, start, to.Place);
        session.Alter(to).On(day, start, profile.TimeZone);
        if (isMoved)
        {
            session.Moved();
            db.Plan(session, profile.TimeZone, now);
            await TellOfSession.DropCallsAsync(db, session.Id, ct);
            List<MemberId> people = [.. (await db.PeopleOfAsync(session, ct)).Where(told.Add)]; // each once, with the first of theirs
            await tell.TellAsync(db, session, SessionNews.Moved, people, ct, withThoseAfter);
        }
        var after = await db.PlacesOfAsync(session, ct);
        await tell.TellAsync(db, session, SessionNews.HasPlace, [.. after.Coming.Except(before.Coming)], ct);
        return null;
    }

    private static async Task<IReadOnlyList<SessionId>> IdsAsync(TenantDb db, Session session, bool andAllAfter, CancellationToken ct) =>
        andAllAfter
            ? await db
                .Sessions.Where(s => s.PlannedAs == session.PlannedAs && s.StartsAt >= session.StartsAt && s.CalledOffAt == null)
                .OrderBy(s => s.StartsAt)
                .Select(s => s.Id)
                .ToListAsync(ct)
            : [session.Id];

    private static async Task<Meeting> MeetingAsync(TenantDb db, ChangeSessionForm form, Session session, CancellationToken ct)
    {
        var (ids, leads) = (await IdsAsync(db, session, form.AndAllAfter, ct), form.Details().Leaders);
        var people = await db
            .SessionPlaces.Where(p => ids.Contains(p.SessionId) && !leads.Contains(p.MemberId))
            .Select(p => p.MemberId)
            .Distinct()
            .ToListAsync(ct);
        return new(leads, people, session.CategoryId, form.Day.ToDate()!.Value);
    }

    // Start is null when it begins at the same time of day as before.
    private sealed record Change(SessionDetails Before, SessionDetails To, int Days, TimeOnly? Start)
    {
        public bool IsNone => Before == To && Days == 0 && Start is null;
    }
}
