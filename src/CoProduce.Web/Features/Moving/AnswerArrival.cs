using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Moving;

/// <summary>The new place welcomes somebody, or says no in kind words. With a yes they become a member here, their hours arrive and the old membership ends: all of it or nothing.</summary>
public sealed class AnswerArrival(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    OrganisationDirectory organisations,
    ArrivalLetters letters,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Welcomed,
        Refused,

        /// <summary>There is no such move, or it was taken back or answered.</summary>
        NotWaiting,

        /// <summary>The hub is not one of this organisation's, or takes no new members.</summary>
        UnknownHub,

        /// <summary>They take no part in the old place now.</summary>
        NotTakingPart,

        /// <summary>Exchanges of theirs wait in the old place.</summary>
        ExchangesWait,

        /// <summary>What the two organisations agreed to owe each other is reached.</summary>
        LimitReached,

        /// <summary>The two are not affiliated any more.</summary>
        NotAffiliated,
    }

    public Task<Outcome> HandleAsync(ArrivalForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                if (await db.LockArrivalAsync(form.Move, ct) is not { Status: MoveStatus.Waiting } arrival)
                    return Outcome.NotWaiting;
                var outcome = form.Welcomes ? await WelcomeAsync(db, arrival, form, ct) : await RefuseAsync(db, arrival, form, ct);
                if (outcome is Outcome.Welcomed or Outcome.Refused)
                    db.Keep();
                return outcome;
            },
            ct
        );

    private async Task<Outcome> RefuseAsync(TenantDb db, Arrival arrival, ArrivalForm form, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.RefuseMoveAsync(arrival.Id, form.Answer!.Trim(), now, ct);
        (arrival.Status, arrival.EndedAt, arrival.AnsweredBy, arrival.Name, arrival.Parcel) = (MoveStatus.Refused, now, me.Id, "", "");
        db.AuditLines.Add(me.Line("RefuseArrival", arrival.Id, now));
        return Outcome.Refused;
    }

    private async Task<Outcome> WelcomeAsync(TenantDb db, Arrival arrival, ArrivalForm form, CancellationToken ct)
    {
        var (now, id, hub) = (clock.GetUtcNow(), MemberId.New(), new HubId(form.Hub!.Value));
        var (parcel, acting, here) = (Parcel.Read(arrival.Parcel), me.Acting(Door.Screen, id), organisation.Profile);
        var there = await organisations.GetAsync(arrival.From, ct);
        var keepsContact = !await db.Hubs.AnyAsync(h => h.Id == hub && h.Kind == HubKind.Custody, ct);
        var contact = Unpacking.Contact(id, parcel, keepsContact);
        var taken = await db.TakeInAsync(new(id, parcel.FirstName, parcel.LastName, hub), contact, here, acting, now, ct, welcomes: false);
        if (taken is not { } member)
            return Outcome.UnknownHub;
        await db.UnpackAsync(member, parcel, me.Id, now, ct);
        db.AuditLines.Add(me.Line(nameof(AnswerArrival), arrival.Id, now, onBehalfOf: id));
        await db.SaveChangesAsync(ct);
        var (completed, _) = await db.CompleteMoveAsync(arrival.Id, id, here.DateOf(now), there.DateOf(now), acting, now, ct);
        if (completed != MoveCompleted.Moved)
            return completed switch
            {
                MoveCompleted.NotWaiting => Outcome.NotWaiting,
                MoveCompleted.NotTakingPart => Outcome.NotTakingPart,
                MoveCompleted.ExchangesWait => Outcome.ExchangesWait,
                MoveCompleted.LimitReached => Outcome.LimitReached,
                MoveCompleted.NotAffiliated => Outcome.NotAffiliated,
                MoveCompleted.Moved => throw new InvalidOperationException("They have moved."),
            };
        (arrival.Status, arrival.EndedAt, arrival.AnsweredBy, arrival.MemberId) = (MoveStatus.Arrived, now, me.Id, id);
        arrival.Parcel = (parcel with { Contact = null, Access = null }).Write(); // behind the door now, and in no second place
        await letters.WelcomeAsync(db, member, ct);
        return Outcome.Welcomed;
    }
}
