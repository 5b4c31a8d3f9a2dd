using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Holds;

/// <summary>A coordinator keeps hours of a member for a booked place or a promised award; after its last day it runs out by itself.</summary>
public sealed class PlaceHold(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Placed,
        UnknownMember,
        NotTakingPart,
        NotInSteps,

        /// <summary>Its last day is over.</summary>
        InThePast,

        /// <summary>They have not as much to promise.</summary>
        BelowFloor,
    }

    public Task<Outcome> HandleAsync(PlaceHoldForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => PlaceAsync(db, form, ct), ct);

    private async Task<Outcome> PlaceAsync(TenantDb db, PlaceHoldForm form, CancellationToken ct)
    {
        var (id, now, profile) = (new MemberId(form.Member!.Value), clock.GetUtcNow(), organisation.Profile);
        var minutes = form.HowMuch.ToMinutes()!.Value;
        if (minutes % profile.Settings.StepMinutes != 0)
            return Outcome.NotInSteps;
        var last = form.Until.ToDate();
        if (last < profile.DateOf(now))
            return Outcome.InThePast;
        if (await db.Members.Where(m => m.Id == id).Select(m => (MemberStatus?)m.Status).SingleOrDefaultAsync(ct) is not { } status)
            return Outcome.UnknownMember;
        if (status != MemberStatus.Active)
            return Outcome.NotTakingPart;
        DateTimeOffset? until = last is { } day ? profile.StartOf(day.AddDays(1)) : null;
        if (until is { } due)
            db.Outbox.Add(
                new OutboxItem
                {
                    Kind = OutboxKind.RunOutHold,
                    DueAt = due,
                    SubjectId = form.RequestKey,
                }
            );
        var purpose = form.Purpose!.Trim();
        db.AuditLines.Add(me.Line(nameof(PlaceHold), form.RequestKey, now, form.Door, id, purpose));
        await db.SaveChangesAsync(ct);
        var held = await db.PlaceHoldAsync(new(form.RequestKey), id.Account, new(minutes), purpose, now, until, me.Id.Value, ct);
        if (held == HoldOutcome.Held)
            db.Keep();
        return held switch
        {
            HoldOutcome.Held => Outcome.Placed,
            HoldOutcome.UnknownAccount => Outcome.UnknownMember,
            HoldOutcome.ClosedAccount => Outcome.NotTakingPart,
            HoldOutcome.BelowFloor => Outcome.BelowFloor,
        };
    }
}
