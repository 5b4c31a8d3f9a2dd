using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Offers;

/// <summary>A member puts an offer or a request on the noticeboard, or changes their own.</summary>
public sealed class PutInOffer(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        PutIn,
        Changed,

        /// <summary>There is none of this member's that is open.</summary>
        NotFound,

        /// <summary>The day by which it is needed is over.</summary>
        DayIsOver,
        UnknownCategory,
    }

    /// <summary>Puts in a new one, whose id is the form's request key.</summary>
    public Task<Outcome> HandleAsync(OfferKind kind, OfferForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => PutInAsync(db, kind, form, ct), ct);

    /// <summary>Changes an open one of the member's own.</summary>
    public Task<Outcome> ChangeAsync(OfferId id, OfferForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => ChangeAsync(db, id, form, ct), ct);

    private async Task<Outcome> PutInAsync(TenantDb db, OfferKind kind, OfferForm form, CancellationToken ct)
    {
        if (await CheckAsync(db, kind, form, ct) is { } refusal)
            return refusal;
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
        Write(offer, form);
        db.Offers.Add(offer);
        db.AuditLines.Add(me.Line(nameof(PutInOffer), form.RequestKey, now));
        db.Keep();
        return Outcome.PutIn;
    }

    private async Task<Outcome> ChangeAsync(TenantDb db, OfferId id, OfferForm form, CancellationToken ct)
    {
        var mine = me.Member;
        var offer = await db.Offers.SingleOrDefaultAsync(o => o.Id == id && o.MemberId == mine && o.Status == OfferStatus.Open, ct);
        if (offer is null)
            return Outcome.NotFound;
        if (await CheckAsync(db, offer.Kind, form, ct) is { } refusal)
            return refusal;
        Write(offer, form);
        db.AuditLines.Add(me.Line(nameof(PutInOffer) + nameof(ChangeAsync), id.Value, clock.GetUtcNow()));
        db.Keep();
        return Outcome.Changed;
    }

    private async Task<Outcome?> CheckAsync(TenantDb db, OfferKind kind, OfferForm form, CancellationToken ct)
    {
        if (kind == OfferKind.Request && form.NeededBy.ToDate() < organisation.Profile.DateOf(clock.GetUtcNow()))
            return Outcome.DayIsOver;
        return form.CategoryId is { } category && !await db.Categories.AnyAsync(c => c.Id == category, ct) ? Outcome.UnknownCategory : null;
    }

    private static void Write(Offer offer, OfferForm form)
    {
        offer.Title = form.Title!.Trim();
        offer.Details = form.Details?.Trim() ?? "";
        offer.CategoryId = form.CategoryId;
        offer.NeededBy = offer.Kind == OfferKind.Request ? form.NeededBy.ToDate() : null;
    }
}
