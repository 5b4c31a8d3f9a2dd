using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Drafts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching;

/// <summary>A coordinator, or a peer broker of the member's hub, puts in an offer or a request for a member who phones or writes.</summary>
public sealed class PutInForMember(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        PutIn,

        /// <summary>There is no such member here, or they do not take part now.</summary>
        NotTakingPart,

        /// <summary>The day by which help is needed is over.</summary>
        DayIsOver,

        /// <summary>The day on which it is to be is over.</summary>
        OnDayIsOver,
        UnknownCategory,

        /// <summary>The kind of help needs a check that the member has not.</summary>
        CheckMissing,

        /// <summary>There is something to keep to that the coordinator has not read yet.</summary>
        CareUnread,

        /// <summary>A peer broker leaves this one to a coordinator.</summary>
        NeedsCoordinator,
    }

    /// <summary>The member and whoever will meet them, for the rules of care.</summary>
    public Meeting Meeting(OfferKind kind, PutInForMemberForm form)
    {
        var (member, today, kinds) = (new MemberId(form.Member), organisation.Profile.DateOf(clock.GetUtcNow()), form.KindIds);
        CategoryId? first = kinds.Count > 0 ? kinds[0] : null;
        var meeting =
            kind == OfferKind.Offer
                ? new Meeting([member], [], first, today, IsForBoard: true)
                : new Meeting([], [member], first, today, IsForBoard: true);
        return meeting with { Also = [.. kinds.Skip(1)] };
    }

    public Task<Outcome> HandleAsync(OfferKind kind, PutInForMemberForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                var (now, member) = (clock.GetUtcNow(), new MemberId(form.Member));
                var about = await db
                    .Members.BrokeredBy(me)
                    .Where(m => m.Id == member && m.Status == MemberStatus.Active)
                    .Select(m => (HubId?)m.HubId)
                    .SingleOrDefaultAsync(ct);
                if (about is not { } hub)
                    return Outcome.NotTakingPart;
                switch (await db.FlawAsync(kind, form, organisation.Profile.DateOf(now), ct))
                {
                    case OfferFlaw.NeededByIsOver:
                        return Outcome.DayIsOver;
                    case OfferFlaw.DayIsOver:
                        return Outcome.OnDayIsOver;
                    case OfferFlaw.UnknownCategory:
                        return Outcome.UnknownCategory;
                }
                var care = await db.CareRulesAsync(Meeting(kind, form), ct);
                // A peer broker learns neither what nor whether it is a check: a coordinator reads it.
                if (!me.Holds(Role.Coordinator) && (care.Forbids || care.Warnings.Count > 0))
                    return Outcome.NeedsCoordinator;
                if (care.Forbids)
                    return Outcome.CheckMissing;
                if (!form.Care.Covers(care))
                    return Outcome.CareUnread;
                db.MarkCare(care, form.RequestKey, now, me.Id);
                var offer = new Offer
                {
                    Id = new(form.RequestKey),
                    Kind = kind,
                    MemberId = member,
                    Title = "",
                    MadeAt = now,
                    MadeBy = me.Id,
                    Door = form.Door,
                };
                await db.WriteAsync(offer, form, ct);
                db.Offers.Add(offer);
                await db.PlanBoardRoundsAsync(now, ct);
                db.AuditLines.Add(me.Line(nameof(PutInForMember), form.RequestKey, now, form.Door, member, peerOf: me.AsPeerOf(hub)));
                await db.DropDraftAsync(form.RequestKey, ct);
                db.Keep();
                return Outcome.PutIn;
            },
            ct
        );
}
