using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Diary;

/// <summary>A coordinator, or a peer broker for two people of their hubs, changes one visit: its time, place, length or helper; the others of its repeat stay. Everybody concerned is told anew.</summary>
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

        /// <summary>On that day, or with that helper, a check is missing.</summary>
        CheckMissing,

        /// <summary>What to keep to with that helper was not read.</summary>
        CareUnread,

        /// <summary>One of them is elsewhere then.</summary>
        DoubleBooked,

        /// <summary>The helper does not take part at the moment.</summary>
        NotTakingPart,

        /// <summary>The helper is the one who is helped.</summary>
        SamePerson,

        /// <summary>The helper is in custody, and it is in somebody's home.</summary>
        InCustody,
        TooLong,
        NotInSteps,

        /// <summary>A peer broker leaves it to a coordinator, as there is something to mind.</summary>
        NeedsCoordinator,
    }

    public Task<Outcome> HandleAsync(MoveVisitForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => MoveAsync(db, form, ct), ct);

    private async Task<Outcome> MoveAsync(TenantDb db, MoveVisitForm form, CancellationToken ct)
    {
        var (profile, now, giver) = (organisation.Profile, clock.GetUtcNow(), new MemberId(form.Giver!.Value));
        var (day, start, minutes) = (form.Day.ToDate()!.Value, TypedTime.Read(form.Start)!.Value, form.HowLong.ToMinutes()!.Value);
        if (await db.LockVisitAsync(new(form.Visit), ct) is not { } visit || await db.HubOfBrokeredAsync(me, visit.Id, ct) is not { } hub)
            return Outcome.NotFound;
        if (!visit.IsOpen)
            return Outcome.NoLongerOpen;
        var begins = WallClock.Moment(day, start, profile.TimeZone);
        if (begins <= now)
            return Outcome.InThePast;
        if (day > profile.DateOf(now).AddYears(1))
            return Outcome.TooFarAhead;
        if (minutes != visit.Minutes && minutes > profile.Settings.MaximumMinutes)
            return Outcome.TooLong;
        if (minutes != visit.Minutes && minutes % profile.Settings.StepMinutes != 0)
            return Outcome.NotInSteps;
        if (giver != visit.GiverId && await HelperFaultAsync(db, visit, giver, ct) is { } fault)
            return fault;
        var care = await db.CareRulesAsync(Meeting.Of(giver, visit.ReceiverId, visit.CategoryId, day), ct);
        // A peer broker learns neither what there is to mind nor whether it is a check.
        if (!me.Holds(Role.Coordinator) && (care.Forbids || (giver != visit.GiverId && care.Warnings.Count > 0)))
            return Outcome.NeedsCoordinator;
        if (care.Forbids)
            return Outcome.CheckMissing;
        if (giver != visit.GiverId && !form.Care.Covers(care))
            return Outcome.CareUnread;
        MemberId[] people = [giver, .. visit.People.Where(p => p != visit.GiverId)];
        if (!form.EvenSo && await db.IsTakenAsync(people, begins, begins.AddMinutes(minutes), visit.Id, ct))
            return Outcome.DoubleBooked;
        await TellOfVisit.DropCallsAsync(db, visit.Id, ct);
        var hasNewHelper = giver != visit.GiverId;
        if (hasNewHelper)
        {
            await tell.TellAsync(db, visit, VisitNews.Replaced, [visit.GiverId], ct); // while it is still theirs
            visit.GiverId = giver;
            visit.HubId = await db.Members.Where(m => m.Id == giver).Select(m => m.HubId).SingleAsync(ct);
            db.MarkCare(care, visit.Id.Value, now, me.Id);
        }
        var place = form.Place?.Trim() ?? "";
        // Who did not write the place does not see it as a peer broker, and leaves it as it is.
        (visit.Minutes, visit.Place) = ((int)minutes, place.Length == 0 && !me.Holds(Role.Coordinator) ? visit.Place : place);
        visit.Move(day, start, profile.TimeZone, now);
        db.Plan(visit, profile.TimeZone, now);
        db.AuditLines.Add(me.Line(nameof(MoveVisit), visit.Id.Value, now, form.Door, peerOf: me.AsPeerOf(hub)));
        await TellOfVisit.ForgetChangeAsync(db, visit, hasNewHelper, ct);
        if (hasNewHelper)
            await tell.TellAsync(db, visit, VisitNews.Arranged, [giver], ct);
        await tell.TellAsync(db, visit, VisitNews.Moved, [.. visit.People.Where(p => !hasNewHelper || p != giver)], ct);
        db.Keep();
        return Outcome.Moved;
    }

    private async Task<Outcome?> HelperFaultAsync(TenantDb db, Visit visit, MemberId giver, CancellationToken ct)
    {
        if (giver == visit.ReceiverId)
            return Outcome.SamePerson;
        var kind = await (
            from m in db.Members.BrokeredBy(me)
            where m.Id == giver && m.Status == MemberStatus.Active
            join h in db.Hubs on m.HubId equals h.Id
            select (HubKind?)h.Kind
        ).SingleOrDefaultAsync(ct);
        return kind is null ? Outcome.NotTakingPart
            : kind == HubKind.Custody && visit.IsHomeVisit ? Outcome.InCustody
            : null;
    }
}
