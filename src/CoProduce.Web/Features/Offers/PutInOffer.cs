using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Offers;

/// <summary>A member puts an offer or a request on the noticeboard, or begins one to say more first, or changes their own.</summary>
public sealed class PutInOffer(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        PutIn,

        /// <summary>It is kept and not on the board yet.</summary>
        Begun,
        Changed,

        /// <summary>There is none of this member's that is open.</summary>
        NotFound,

        /// <summary>The day on which it is to be is over.</summary>
        DayIsOver,

        /// <summary>The day by which it is needed is over.</summary>
        NeededByIsOver,
        UnknownCategory,
    }

    /// <summary>Puts in a new one, whose id is the form's request key.</summary>
    public Task<Outcome> HandleAsync(OfferKind kind, OfferForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => PutInAsync(db, kind, form, ct), ct);

    /// <summary>Changes one of the member's own that is begun, open or being arranged.</summary>
    public Task<Outcome> ChangeAsync(OfferId id, OfferForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => ChangeAsync(db, id, form, ct), ct);

    private async Task<Outcome> PutInAsync(TenantDb db, OfferKind kind, OfferForm form, CancellationToken ct)
    {
        if (await db.FlawAsync(kind, form, organisation.Profile.DateOf(clock.GetUtcNow()), ct) is { } flaw)
            return Refused(flaw);
        var now = clock.GetUtcNow();
        var offer = new Offer
        {
            Id = new(form.RequestKey),
            Kind = kind,
            MemberId = me.Member,
            Title = "",
            MadeAt = now,
            MadeBy = me.Id,
        };
        await db.WriteAsync(offer, form, ct);
        if (form.Then == "more")
            offer.Begin();
        db.Offers.Add(offer);
        await db.PlanBoardRoundsAsync(now, ct);
        db.AuditLines.Add(me.Line(nameof(PutInOffer), form.RequestKey, now));
        db.Keep();
        return offer.Status == OfferStatus.Draft ? Outcome.Begun : Outcome.PutIn;
    }

    private async Task<Outcome> ChangeAsync(TenantDb db, OfferId id, OfferForm form, CancellationToken ct)
    {
        var mine = me.Member;
        if (await db.LockOfferAsync(id, ct) is not { } offer || offer.MemberId != mine)
            return Outcome.NotFound;
        if (!offer.IsAlive && offer.Status != OfferStatus.Draft)
            return Outcome.NotFound;
        if (await db.FlawAsync(offer.Kind, form, organisation.Profile.DateOf(clock.GetUtcNow()), ct) is { } flaw)
            return Refused(flaw);
        await db.WriteAsync(offer, form, ct);
        db.AuditLines.Add(me.Line(nameof(PutInOffer) + nameof(ChangeAsync), id.Value, clock.GetUtcNow()));
        db.Keep();
        return Outcome.Changed;
    }

    private static Outcome Refused(OfferFlaw flaw) =>
        flaw switch
        {
            OfferFlaw.DayIsOver => Outcome.DayIsOver,
            OfferFlaw.NeededByIsOver => Outcome.NeededByIsOver,
            OfferFlaw.UnknownCategory => Outcome.UnknownCategory,
        };
}
