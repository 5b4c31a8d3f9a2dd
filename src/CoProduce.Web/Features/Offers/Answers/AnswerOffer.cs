using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Offers;

/// <summary>A member, or a broker for them, says "I can help" or "I'd like that", and may take it back while nobody has said yes or no.</summary>
public sealed class AnswerOffer(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    AnswerLetters letters,
    TimeProvider clock
)
{
    public enum Outcome
    {
        /// <summary>A coordinator sees it on their day.</summary>
        ToBroker,

        /// <summary>Whoever put it up is told.</summary>
        ToPeople,
        TakenBack,

        /// <summary>It is not open to this member any more, or is their own.</summary>
        NotThere,

        /// <summary>An answer of theirs waits already.</summary>
        Already,

        /// <summary>The broker has not said who answers, or it is nobody of theirs.</summary>
        NoMember,
    }

    public Task<Outcome> HandleAsync(OfferId id, OfferAnswerForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => AnswerAsync(db, id, form, me.Member, Door.Screen, ct), ct);

    /// <summary>The same for a member who phones or writes, by a coordinator, or by a peer broker for two people of their hubs.</summary>
    public Task<Outcome> ForMemberAsync(OfferId id, OfferAnswerForm form, CancellationToken ct = default) =>
        form.Member is not { } member
            ? Task.FromResult(Outcome.NoMember)
            : work.OnceAsync(
                form.RequestKey,
                form,
                async db =>
                {
                    var theirs = db.Members.BrokeredBy(me);
                    var hub = await theirs.Where(m => m.Id == new MemberId(member)).Select(m => (HubId?)m.HubId).SingleOrDefaultAsync(ct);
                    if (hub is not { } of)
                        return Outcome.NoMember;
                    return await db.Offers.AnyAsync(o => o.Id == id && theirs.Any(m => m.Id == o.MemberId), ct)
                        ? await AnswerAsync(db, id, form, new(member), form.Door, ct, me.AsPeerOf(of))
                        : Outcome.NotThere;
                },
                ct
            );

    /// <summary>Takes the member's own back.</summary>
    public Task<Outcome> TakeBackAsync(OfferId id, CancellationToken ct = default) =>
        work.WriteAsync(
            async db =>
            {
                var mine = me.Member;
                if (await db.LockOfferAsync(id, ct) is null)
                    return Outcome.NotThere;
                var answer = await db.OfferAnswers.SingleOrDefaultAsync(
                    a => a.OfferId == id && a.MemberId == mine && a.Status == AnswerStatus.Waiting,
                    ct
                );
                if (answer is null)
                    return Outcome.NotThere;
                answer.Settle(AnswerStatus.Withdrawn, me.Id, clock.GetUtcNow());
                db.AuditLines.Add(me.Line(nameof(AnswerOffer) + "TakenBack", answer.Id.Value, clock.GetUtcNow()));
                db.Keep();
                return Outcome.TakenBack;
            },
            ct
        );

    private async Task<Outcome> AnswerAsync(
        TenantDb db,
        OfferId id,
        OfferAnswerForm form,
        MemberId member,
        Door door,
        CancellationToken ct,
        HubId? peerOf = null
    )
    {
        var now = clock.GetUtcNow();
        var hub = await db
            .Members.Where(m => m.Id == member && m.Status == MemberStatus.Active)
            .Select(m => (HubId?)m.HubId)
            .SingleOrDefaultAsync(ct);
        if (hub is null || await db.LockOfferAsync(id, ct) is not { } offer || offer.MemberId == member)
            return Outcome.NotThere;
        if (!await db.OpenOffersFor(hub.Value, organisation.Profile.DateOf(now)).AnyAsync(o => o.Id == id, ct))
            return Outcome.NotThere;
        if (await db.OfferAnswers.AnyAsync(a => a.OfferId == id && a.MemberId == member && a.Status == AnswerStatus.Waiting, ct))
            return Outcome.Already;
        var answer = new OfferAnswer
        {
            Id = new(form.RequestKey),
            OfferId = id,
            OwnerId = offer.MemberId,
            MemberId = member,
            Words = form.Words?.Trim() ?? "",
            GoesTo = await db.GoesToAsync(offer, member, organisation.Profile.DateOf(now), ct),
            MadeAt = now,
            MadeBy = me.Id,
            Door = door,
        };
        db.OfferAnswers.Add(answer);
        if (answer.GoesTo == AnswersGoTo.People)
            await letters.TellOwnerAsync(db, offer, answer, ct);
        db.AuditLines.Add(me.Line(nameof(AnswerOffer), answer.Id.Value, now, door, member == me.MemberId ? null : member, peerOf: peerOf));
        db.Keep();
        return answer.GoesTo == AnswersGoTo.People ? Outcome.ToPeople : Outcome.ToBroker;
    }
}

/// <summary>Who would meet, for the rules of care.</summary>
public static class AnswerMeetings
{
    /// <summary>The owner of that and whoever answers it, with all its kinds of help.</summary>
    public static async Task<Meeting> MeetingOfAsync(this TenantDb db, Offer offer, MemberId other, DateOnly day, CancellationToken ct)
    {
        var kinds = await db.KindsOfAsync(offer, ct);
        var (giver, receiver) = offer.Kind == OfferKind.Request ? (other, offer.MemberId) : (offer.MemberId, other);
        return Meeting.Of(giver, receiver, offer.CategoryId, day) with { Also = [.. kinds.Skip(1)] };
    }
}
