using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;

namespace CoProduce.Web.Features.Offers;

/// <summary>A member, or a coordinator for them, ends an offer or request, says that it is still wanted, or puts it up: the first time or again.</summary>
public sealed class CloseOffer(UnitOfWork work, CurrentPerson me, OfferLinks links, TimeProvider clock)
{
    public enum Outcome
    {
        Done,

        /// <summary>There is none that this person may change.</summary>
        NotFound,
    }

    /// <summary>Brings one of the member's own to that status; one that has it already stays as it is.</summary>
    public Task<Outcome> HandleAsync(OfferId id, OfferStatus status, CancellationToken ct = default) =>
        work.WriteAsync(db => CloseAsync(db, id, o => o.MemberId == me.Member, status, nameof(CloseOffer), ct), ct);

    /// <summary>The same by a coordinator, for whoever's it is.</summary>
    public Task<Outcome> ForMemberAsync(OfferId id, OfferStatus status, CancellationToken ct = default) =>
        me.Holds(Role.Coordinator)
            ? work.WriteAsync(
                db => CloseAsync(db, id, o => o.Status != OfferStatus.Draft, status, nameof(CloseOffer) + "ForMember", ct),
                ct
            )
            : Task.FromResult(Outcome.NotFound);

    /// <summary>The answer to "is this still wanted?" by the link in a mail: yes keeps it open for another period, no takes it down.</summary>
    public Task<Outcome> ByMailAsync(string secret, bool isWanted, CancellationToken ct = default) =>
        work.WriteAsync(
            async db =>
            {
                if (links.ReadWanted(secret) is not var (id, member) || await db.LockOfferAsync(id, ct) is not { } offer)
                    return Outcome.NotFound;
                if (offer.MemberId != member)
                    return Outcome.NotFound;
                await MoveAsync(db, offer, isWanted ? OfferStatus.Open : OfferStatus.Withdrawn, ct);
                db.Keep();
                return Outcome.Done;
            },
            ct
        );

    private async Task<Outcome> CloseAsync(
        TenantDb db,
        OfferId id,
        Func<Offer, bool> mayChange,
        OfferStatus status,
        string deed,
        CancellationToken ct
    )
    {
        if (await db.LockOfferAsync(id, ct) is not { } offer || !mayChange(offer))
            return Outcome.NotFound;
        await MoveAsync(db, offer, status, ct);
        db.AuditLines.Add(me.Line(deed, id.Value, clock.GetUtcNow(), onBehalfOf: offer.MemberId == me.MemberId ? null : offer.MemberId));
        db.Keep();
        return Outcome.Done;
    }

    private async Task MoveAsync(TenantDb db, Offer offer, OfferStatus status, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (status == OfferStatus.Arranged)
            offer.Arrange(me.Id, now);
        else if (status != OfferStatus.Open)
            offer.Close(status, now);
        else if (offer.Status == OfferStatus.Draft)
            offer.PutUp(now);
        else if (offer.Status == OfferStatus.Open)
            offer.KeepUp(now);
        else
            offer.Reopen(now);
        await db.PlanBoardRoundsAsync(now, ct);
    }
}
