using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;

namespace CoProduce.Web.Features.Diary;

/// <summary>A coordinator moves one session to another time or place; those planned with it stay. Whoever leads it or would come is told.</summary>
public sealed class MoveSession(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TellOfSession tell, TimeProvider clock)
{
    public enum Outcome
    {
        Moved,
        NotFound,

        /// <summary>It has begun, or was called off.</summary>
        NoLongerOpen,
        InThePast,

        /// <summary>More than a year ahead.</summary>
        TooFarAhead,

        /// <summary>It is at that time and place already.</summary>
        Same,
    }

    public Task<Outcome> HandleAsync(MoveSessionForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => MoveAsync(db, form, ct), ct);

    private async Task<Outcome> MoveAsync(TenantDb db, MoveSessionForm form, CancellationToken ct)
    {
        var (profile, now) = (organisation.Profile, clock.GetUtcNow());
        var (day, start, place) = (form.Day.ToDate()!.Value, TypedTime.Read(form.Start)!.Value, form.Place?.Trim() ?? "");
        if (await db.LockSessionAsync(new(form.Session), ct) is not { } session)
            return Outcome.NotFound;
        if (!session.IsToCome(now))
            return Outcome.NoLongerOpen;
        if (WallClock.Moment(day, start, profile.TimeZone) <= now)
            return Outcome.InThePast;
        if (day > profile.DateOf(now).AddYears(1))
            return Outcome.TooFarAhead;
        if ((session.Day, session.Start, session.Place) == (day, start, place))
            return Outcome.Same;
        session.Move(day, start, place, profile.TimeZone);
        db.Plan(session, profile.TimeZone, now);
        db.AuditLines.Add(me.Line(nameof(MoveSession), session.Id.Value, now));
        await TellOfSession.DropCallsAsync(db, session.Id, ct);
        await tell.TellAsync(db, session, SessionNews.Moved, await db.PeopleOfAsync(session, ct), ct);
        db.Keep();
        return Outcome.Moved;
    }
}
