using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Offers;

/// <summary>A member, or a broker for them, ends an offer or request, says that it is still wanted, or puts it up: the first time or again.</summary>
public sealed class CloseOffer(UnitOfWork work, CurrentPerson me, OfferLinks links, TimeProvider clock)
{
    /// <summary>The deed of doing it for somebody else.</summary>
    public const string ForMember = nameof(CloseOffer) + "ForMember";

    public enum Outcome
    {
        Done,

        /// <summary>There is none that this person may change.</summary>
        NotFound,
    }

    /// <summary>Brings one of the member's own to that status; one that has it already stays as it is.</summary>
    public Task<Outcome> HandleAsync(OfferId id, OfferStatus status, CancellationToken ct = default) =>
        work.WriteAsync(db => CloseAsync(db, id, o => o.MemberId == me.Member, status, nameof(CloseOffer), ct), ct);

    /// <summary>The same by a coordinator, for whoever's it is, or by a peer broker for people of their hubs.</summary>
    public Task<Outcome> ForMemberAsync(OfferId id, OfferStatus status, CancellationToken ct = default) =>
        work.WriteAsync(
            async db =>
            {
                var owner = db.Members.BrokeredBy(me).Where(m => db.Offers.Any(o => o.Id == id && o.MemberId == m.Id));
                return await owner.Select(m => (HubId?)m.HubId).SingleOrDefaultAsync(ct) is { } hub
                    ? await CloseAsync(db, id, o => o.Status != OfferStatus.Draft, status, ForMember, ct, me.AsPeerOf(hub))
                    : Outcome.NotFound;
            },
            ct
        );

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
        CancellationToken ct,
        HubId? peerOf = null
    )
    {
        if (await db.LockOfferAsync(id, ct) is not { } offer || !mayChange(offer))
            return Outcome.NotFound;
        await MoveAsync(db, offer, status, ct);
        db.AuditLines.Add(
            me.Line(deed, id.Value, clock.GetUtcNow(), onBehalfOf: offer.MemberId == me.MemberId ? null : offer.MemberId, peerOf: peerOf)
        );
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
