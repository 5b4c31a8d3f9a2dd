using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Offers;

/// <summary>Says yes or no to an answer: the owner on screen or by the link in a mail, or a broker, who also says when two are in touch.</summary>
public sealed class SettleAnswer(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    AnswerLetters letters,
    ProposalLetters proposals,
    OfferLinks links,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Yes,
        No,

        /// <summary>The two are in touch.</summary>
        Met,

        /// <summary>There is none that waits for this person, or it was settled before.</summary>
        NotWaiting,

        /// <summary>The kind of help needs a check that the giver has not.</summary>
        CheckMissing,

        /// <summary>There is something to keep to that the coordinator has not read yet.</summary>
        CareUnread,

        /// <summary>A peer broker leaves it to a coordinator, as there is something to mind.</summary>
        NeedsCoordinator,
    }

    /// <summary>By the owner on screen; only of what comes to them.</summary>
    public Task<Outcome> ByOwnerAsync(OfferAnswerId id, bool yes, CancellationToken ct = default) =>
        work.WriteAsync(db => ByOwnerAsync(db, id, me.Member, yes, me.Id, ct), ct);

    /// <summary>The same by the link in a mail.</summary>
    public Task<Outcome> ByMailAsync(string secret, bool yes, CancellationToken ct = default) =>
        links.ReadAnswer(secret) is var (id, owner)
            ? work.WriteAsync(db => ByOwnerAsync(db, id, owner, yes, null, ct), ct)
            : Task.FromResult(Outcome.NotWaiting);

    /// <summary>
    /// By a coordinator, or a peer broker for two people of their hubs: "yes" brings the two together, "no" does not, "met" says that they are in touch. What
    /// somebody agreed to have told is written down for them by a coordinator alone.
    /// </summary>
    public Task<Outcome> ByBrokerAsync(OfferAnswerId id, SettleAnswerForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => ByBrokerAsync(db, id, form, ct), ct);

    private async Task<Outcome> ByOwnerAsync(
        TenantDb db,
        OfferAnswerId id,
        MemberId owner,
        bool yes,
        RoleHolderId? by,
        CancellationToken ct
    )
    {
        if (await FindAsync(db, id, ct) is not var (answer, offer) || answer.OwnerId != owner || answer.GoesTo != AnswersGoTo.People)
            return Outcome.NotWaiting;
        if (answer.Status != AnswerStatus.Waiting || !offer.IsAlive)
            return Outcome.NotWaiting;
        // What came to be known since then is not said to the owner; a coordinator is to look at it.
        if (yes)
            db.MarkCare(await CareAsync(db, offer, answer, ct), answer.Id.Value, clock.GetUtcNow());
        await SettleAsync(db, offer, answer, yes, by, arrangedBy: null, ct);
        if (by is not null)
            db.AuditLines.Add(me.Line(nameof(SettleAnswer), id.Value, clock.GetUtcNow()));
        db.Keep();
        return yes ? Outcome.Yes : Outcome.No;
    }

    private async Task<Outcome> ByBrokerAsync(TenantDb db, OfferAnswerId id, SettleAnswerForm form, CancellationToken ct)
    {
        var (now, wide) = (clock.GetUtcNow(), me.Holds(Role.Coordinator));
        if (await FindAsync(db, id, ct) is not var (answer, offer) || await HubAsync(db, answer, ct) is not { } hub)
            return Outcome.NotWaiting;
        if (form.Say == "met")
        {
            if (answer.Status != AnswerStatus.Yes)
                return Outcome.NotWaiting;
            answer.Introduce(now);
        }
        else if (answer.Status != AnswerStatus.Waiting)
            return Outcome.NotWaiting;
        else if (form.Say == "yes")
        {
            var care = await CareAsync(db, offer, answer, ct);
            if (!wide && (care.Forbids || care.Warnings.Count > 0))
                return Outcome.NeedsCoordinator;
            if (care.Forbids)
                return Outcome.CheckMissing;
            if (!form.Care.Covers(care))
                return Outcome.CareUnread;
            db.MarkCare(care, answer.Id.Value, now, me.Id);
            if (wide)
                answer.OwnerAgrees(Sharings.Of(form.OwnerShares));
            await SettleAsync(db, offer, answer, true, me.Id, me.Id, ct);
            if (await letters.IntroduceAsync(db, offer, answer, ct))
                answer.Introduce(now);
        }
        else
            await SettleAsync(db, offer, answer, false, me.Id, null, ct);
        db.AuditLines.Add(me.Line(nameof(SettleAnswer), id.Value, now, onBehalfOf: offer.MemberId, peerOf: me.AsPeerOf(hub)));
        db.Keep();
        return form.Say switch
        {
            "met" => Outcome.Met,
            "yes" => Outcome.Yes,
            _ => Outcome.No,
        };
    }

    // The owner's hub, where the person brokers for both.
    private Task<HubId?> HubAsync(TenantDb db, OfferAnswer answer, CancellationToken ct)
    {
        var theirs = db.Members.BrokeredBy(me);
        return theirs
            .Where(m => m.Id == answer.OwnerId && theirs.Any(o => o.Id == answer.MemberId))
            .Select(m => (HubId?)m.HubId)
            .SingleOrDefaultAsync(ct);
    }

    private async Task SettleAsync(
        TenantDb db,
        Offer offer,
        OfferAnswer answer,
        bool yes,
        RoleHolderId? by,
        RoleHolderId? arrangedBy,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        answer.Settle(yes ? AnswerStatus.Yes : AnswerStatus.No, by, now);
        if (yes)
        {
            offer.Arrange(arrangedBy, now);
            await proposals.TellFoundAsync(db, offer, answer.MemberId, ct);
        }
        // An owner who says yes themself knows it.
        if (arrangedBy is not null && answer.Agreed == Sharing.Nothing)
            await letters.TellAskerAsync(db, offer, answer, ct);
        if (!yes || answer.Agreed == Sharing.Nothing)
            await letters.TellAnswererAsync(db, offer, answer, ct);
    }

    private async Task<CareAnswer> CareAsync(TenantDb db, Offer offer, OfferAnswer answer, CancellationToken ct) =>
        await db.CareRulesAsync(await db.MeetingOfAsync(offer, answer.MemberId, organisation.Profile.DateOf(clock.GetUtcNow()), ct), ct);

    // The offer is locked first, as everywhere, so that two say yes one after the other.
    private static async Task<(OfferAnswer Answer, Offer Offer)?> FindAsync(TenantDb db, OfferAnswerId id, CancellationToken ct)
    {
        var of = await db.OfferAnswers.Where(a => a.Id == id).Select(a => (OfferId?)a.OfferId).SingleOrDefaultAsync(ct);
        if (of is not { } offer || await db.LockOfferAsync(offer, ct) is not { } locked)
            return null;
        return (await db.OfferAnswers.SingleAsync(a => a.Id == id, ct), locked);
    }
}
