using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Drafts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Diary;

/// <summary>A coordinator, or a peer broker for two people of their hubs, arranges a visit, or one that comes again; both people are told.</summary>
public sealed class ArrangeVisit(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TellOfVisit tell, TimeProvider clock)
{
    public enum Outcome
    {
        Arranged,
        UnknownMember,

        /// <summary>One of the two is paused or has left.</summary>
        NotTakingPart,

        /// <summary>It would have begun already.</summary>
        InThePast,

        /// <summary>More than a year ahead, or a repeat that ends before it begins.</summary>
        TooFarAhead,

        /// <summary>Longer than one exchange may be.</summary>
        TooLong,

        /// <summary>Not a multiple of the organisation's step.</summary>
        NotInSteps,
        UnknownCategory,
        UnknownOffer,

        /// <summary>One of them lives in a place of custody, where nobody is visited at home.</summary>
        InCustody,

        /// <summary>The kind of help needs a check that whoever gives it has not.</summary>
        CheckMissing,

        /// <summary>There is something to keep to that was not read yet.</summary>
        CareUnread,

        /// <summary>One of them is elsewhere at that time, and nobody said that it is to be even so.</summary>
        DoubleBooked,

        /// <summary>A peer broker leaves it to a coordinator: there is something to mind, or it is for the organisation.</summary>
        NeedsCoordinator,
    }

    public Task<Outcome> HandleAsync(ArrangeVisitForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => ArrangeAsync(db, form, ct), ct);

    private async Task<Outcome> ArrangeAsync(TenantDb db, ArrangeVisitForm form, CancellationToken ct)
    {
        var (profile, now) = (organisation.Profile, clock.GetUtcNow());
        var giver = new MemberId(form.Giver!.Value);
        MemberId? receiver = form.ForTheOrganisation ? null : new MemberId(form.Receiver!.Value);
        var wide = me.Holds(Role.Coordinator);
        var people = await db.Members.AsNoTracking().BrokeredBy(me).Where(m => m.Id == giver || m.Id == receiver).ToListAsync(ct);
        if (people.Count != (receiver is null ? 1 : 2))
            return Outcome.UnknownMember;
        if (people.Exists(m => m.Status != MemberStatus.Active))
            return Outcome.NotTakingPart;
        var (day, start, minutes) = (form.Day.ToDate()!.Value, TypedTime.Read(form.Start)!.Value, form.HowLong.ToMinutes()!.Value);
        var visit = Of(form, people.Single(m => m.Id == giver).HubId, receiver, (int)Math.Min(minutes, int.MaxValue), now);
        if (await FaultAsync(db, form, people, minutes, ct) is { } fault)
            return fault;
        visit.On(day, start, profile.TimeZone);
        if (TimeFault(visit, form, profile.DateOf(now), now) is { } untimely)
            return untimely;
        var care = await db.CareRulesAsync(form.Meeting(), ct);
        // A peer broker learns neither what there is to mind nor whether it is a check.
        if (!wide && (care.Forbids || care.Warnings.Count > 0 || receiver is null))
            return Outcome.NeedsCoordinator;
        if (care.Forbids)
            return Outcome.CheckMissing;
        if (!form.Care.Covers(care))
            return Outcome.CareUnread;
        if (!form.EvenSo && await db.IsTakenAsync(visit.People, visit.StartsAt, visit.EndsAt, null, ct))
            return Outcome.DoubleBooked;
        if (form.IsCovered && wide)
            visit.Cover(me.Id, now);
        if (visit.OfferId is { } of && await db.LockOfferAsync(of, ct) is { } offer)
            offer.Arrange(me.Id, now);
        db.Visits.Add(visit);
        db.Plan(visit, profile.TimeZone, now);
        db.MarkCare(care, form.RequestKey, now, me.Id);
        db.AuditLines.Add(me.Line(nameof(ArrangeVisit), form.RequestKey, now, form.Door, peerOf: me.AsPeerOf(visit.HubId)));
        if (form.Every is { } every)
            await RepeatAsync(db, visit, every, form, now, ct);
        await db.DropDraftAsync(form.RequestKey, ct);
        await tell.TellAsync(db, visit, VisitNews.Arranged, visit.People, ct);
        db.Keep();
        return Outcome.Arranged;
    }

    private Visit Of(ArrangeVisitForm form, HubId hub, MemberId? receiver, int minutes, DateTimeOffset now) =>
        new()
        {
            Id = new(form.RequestKey),
            GiverId = new(form.Giver!.Value),
            ReceiverId = receiver,
            HubId = hub,
            Minutes = minutes,
            Place = form.Place?.Trim() ?? "",
            IsHomeVisit = form.IsHomeVisit,
            AsksIfHome = form.AsksIfHome,
            CategoryId = form.CategoryId,
            Description = form.Description!.Trim(),
            OfferId = form.Offer is { } offer ? new(offer) : null,
            RepeatId = form.Every is null ? null : new(form.RequestKey),
            MeantFor = form.Every is null ? null : form.Day.ToDate(),
            ArrangedBy = me.Id,
            ArrangedAt = now,
            Door = form.Door,
        };

    private async Task<Outcome?> FaultAsync(TenantDb db, ArrangeVisitForm form, List<Member> people, long minutes, CancellationToken ct)
    {
        var (rules, kind, hubs) = (organisation.Profile.Settings, form.CategoryId, people.ConvertAll(m => m.HubId));
        var theirs = db.Members.BrokeredBy(me);
        if (minutes > rules.MaximumMinutes)
            return Outcome.TooLong;
        if (minutes % rules.StepMinutes != 0)
            return Outcome.NotInSteps;
        if (kind is not null && !await db.Categories.AnyAsync(c => c.Id == kind, ct))
            return Outcome.UnknownCategory;
        if (
            form.Offer is { } offer
            && !await db.Offers.AnyAsync(o => o.Id == new OfferId(offer) && theirs.Any(m => m.Id == o.MemberId), ct)
        )
            return Outcome.UnknownOffer;
        return form.IsHomeVisit && await db.Hubs.AnyAsync(h => hubs.Contains(h.Id) && h.Kind == HubKind.Custody, ct)
            ? Outcome.InCustody
            : null;
    }

    private static Outcome? TimeFault(Visit visit, ArrangeVisitForm form, DateOnly today, DateTimeOffset now) =>
        visit.StartsAt <= now ? Outcome.InThePast
        : visit.Day > today.AddYears(1) || (form.Every is not null && form.Until.ToDate() < visit.Day) ? Outcome.TooFarAhead
        : null;

    private async Task RepeatAsync(
        TenantDb db,
        Visit first,
        RepeatEvery every,
        ArrangeVisitForm form,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var repeat = new VisitRepeat
        {
            Id = first.RepeatId!.Value,
            Every = every,
            From = first.Day,
            Until = form.Until.ToDate(),
            Start = first.Start,
            Minutes = first.Minutes,
            GiverId = first.GiverId,
            ReceiverId = first.ReceiverId,
            HubId = first.HubId,
            Place = first.Place,
            IsHomeVisit = first.IsHomeVisit,
            AsksIfHome = first.AsksIfHome,
            CategoryId = first.CategoryId,
            Description = first.Description,
            Door = first.Door,
        };
        db.VisitRepeats.Add(repeat);
        await db.SaveChangesAsync(ct); // the first one is there, and is not made again
        var more = await db.MakeVisitsAsync(repeat, organisation.Profile, now, ct);
        foreach (var visit in form.IsCovered && me.Holds(Role.Coordinator) ? more : [])
            visit.Cover(me.Id, now);
        await db.PlanDiaryRoundAsync(now, ct);
    }
}

/// <summary>Whether somebody is elsewhere.</summary>
internal static class DoubleBooking
{
    /// <summary>True when one of them meets somebody in a visit that stands and overlaps with that time.</summary>
    /// <param name="but">The visit that is moved; null for a new one.</param>
    public static Task<bool> IsTakenAsync(
        this TenantDb db,
        IReadOnlyList<MemberId> people,
        DateTimeOffset from,
        DateTimeOffset to,
        VisitId? but,
        CancellationToken ct
    ) =>
        db.Visits.AnyAsync(
            v =>
                (v.Status == VisitStatus.Arranged || v.Status == VisitStatus.Moved)
                && v.StartsAt < to
                && v.EndsAt > from
                && v.Id != but
                && (people.Contains(v.GiverId) || people.Contains(v.ReceiverId!.Value)),
            ct
        );
}
