using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Tenancy;

namespace CoProduce.Web.Features.Matching;

/// <summary>A coordinator changes an offer or a request for a member who phones or writes.</summary>
public sealed class ChangeForMember(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    PutInForMember putIn,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Changed,

        /// <summary>There is none here that waits or is being arranged.</summary>
        NotFound,

        /// <summary>Somebody changed it after the form was shown; theirs stands until it was read.</summary>
        ChangedMeanwhile,
        DayIsOver,
        NeededByIsOver,
        UnknownCategory,

        /// <summary>The kind of help needs a check that the member has not.</summary>
        CheckMissing,

        /// <summary>There is something to keep to that the coordinator has not read yet.</summary>
        CareUnread,
    }

    public Task<Outcome> HandleAsync(OfferId id, PutInForMemberForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                var now = clock.GetUtcNow();
                if (await db.LockOfferAsync(id, ct) is not { IsAlive: true } offer || offer.MemberId.Value != form.Member)
                    return Outcome.NotFound;
                if (form.Seen is { } seen && seen != PutInForMemberForm.SeenOf(offer, await db.KindsOfAsync(offer, ct)))
                    return Outcome.ChangedMeanwhile;
                switch (await db.FlawAsync(offer.Kind, form, organisation.Profile.DateOf(now), ct))
                {
                    case OfferFlaw.DayIsOver:
                        return Outcome.DayIsOver;
                    case OfferFlaw.NeededByIsOver:
                        return Outcome.NeededByIsOver;
                    case OfferFlaw.UnknownCategory:
                        return Outcome.UnknownCategory;
                }
                var care = await db.CareRulesAsync(putIn.Meeting(offer.Kind, form), ct);
                if (care.Forbids)
                    return Outcome.CheckMissing;
                if (!form.Care.Covers(care))
                    return Outcome.CareUnread;
                await db.WriteAsync(offer, form, ct);
                db.AuditLines.Add(me.Line(nameof(ChangeForMember), id.Value, now, form.Door, offer.MemberId));
                db.Keep();
                return Outcome.Changed;
            },
            ct
        );
}
