using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;

namespace CoProduce.Web.Features.Diary;

/// <summary>A coordinator moves one visit to another time; the others of its repeat stay. Both people are told anew.</summary>
public sealed class MoveVisit(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TellOfVisit tell, TimeProvider clock)
{
    public enum Outcome
    {
        Moved,
        NotFound,

        /// <summary>It happened, or was called off.</summary>
        NoLongerOpen,

        /// <summary>That moment is over.</summary>
        InThePast,

        /// <summary>More than a year ahead.</summary>
        TooFarAhead,

        /// <summary>On that day a check is missing.</summary>
        CheckMissing,

        /// <summary>One of them is elsewhere then.</summary>
        DoubleBooked,
    }

    public Task<Outcome> HandleAsync(MoveVisitForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => MoveAsync(db, form, ct), ct);

    private async Task<Outcome> MoveAsync(TenantDb db, MoveVisitForm form, CancellationToken ct)
    {
        var (profile, now) = (organisation.Profile, clock.GetUtcNow());
        var (day, start) = (form.Day.ToDate()!.Value, TypedTime.Read(form.Start)!.Value);
        if (await db.LockVisitAsync(new(form.Visit), ct) is not { } visit)
            return Outcome.NotFound;
        if (!visit.IsOpen)
            return Outcome.NoLongerOpen;
        var begins = WallClock.Moment(day, start, profile.TimeZone);
        if (begins <= now)
            return Outcome.InThePast;
        if (day > profile.DateOf(now).AddYears(1))
            return Outcome.TooFarAhead;
        var care = await db.CareRulesAsync(Meeting.Of(visit.GiverId, visit.ReceiverId, visit.CategoryId, day), ct);
        if (care.Forbids)
            return Outcome.CheckMissing;
        if (!form.EvenSo && await db.IsTakenAsync(visit.People, begins, begins.AddMinutes(visit.Minutes), visit.Id, ct))
            return Outcome.DoubleBooked;
        visit.Move(day, start, profile.TimeZone, now);
        db.Plan(visit, profile.TimeZone, now);
        db.AuditLines.Add(me.Line(nameof(MoveVisit), visit.Id.Value, now, form.Door));
        await TellOfVisit.DropCallsAsync(db, visit.Id, ct);
        await tell.TellAsync(db, visit, VisitNews.Moved, visit.People, ct);
        db.Keep();
        return Outcome.Moved;
    }
}
