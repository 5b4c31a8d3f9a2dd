using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching;

/// <summary>A coordinator puts in an offer or a request for a member who phones or writes.</summary>
public sealed class PutInForMember(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        PutIn,

        /// <summary>There is no such member here, or they do not take part now.</summary>
        NotTakingPart,

        /// <summary>The day by which help is needed is over.</summary>
        DayIsOver,
        UnknownCategory,

        /// <summary>The kind of help needs a check that the member has not.</summary>
        CheckMissing,

        /// <summary>There is something to keep to that the coordinator has not read yet.</summary>
        CareUnread,
    }

    /// <summary>The member and whoever will meet them, for the rules of care.</summary>
    public Meeting Meeting(OfferKind kind, PutInForMemberForm form)
    {
        var (member, today) = (new MemberId(form.Member), organisation.Profile.DateOf(clock.GetUtcNow()));
        return kind == OfferKind.Offer
            ? new([member], [], form.CategoryId, today, IsForBoard: true)
            : new([], [member], form.CategoryId, today, IsForBoard: true);
    }

    public Task<Outcome> HandleAsync(OfferKind kind, PutInForMemberForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                var (now, member, neededBy) = (
                    clock.GetUtcNow(),
                    new MemberId(form.Member),
                    kind == OfferKind.Request ? form.NeededBy.ToDate() : null
                );
                var category = form.CategoryId;
                if (!await db.Members.AnyAsync(m => m.Id == member && m.Status == MemberStatus.Active, ct))
                    return Outcome.NotTakingPart;
                if (neededBy < organisation.Profile.DateOf(now))
                    return Outcome.DayIsOver;
                if (category is not null && !await db.Categories.AnyAsync(c => c.Id == category && c.HiddenAt == null, ct))
                    return Outcome.UnknownCategory;
                var care = await db.CareRulesAsync(Meeting(kind, form), ct);
                if (care.Missing.Count > 0)
                    return Outcome.CheckMissing;
                if (!form.Care.Covers(care))
                    return Outcome.CareUnread;
                db.MarkCare(care, form.RequestKey, now, me.Id);
                db.Offers.Add(
                    new()
                    {
                        Id = new(form.RequestKey),
                        Kind = kind,
                        MemberId = member,
                        Title = form.Title!.Trim(),
                        Details = form.Details?.Trim() ?? "",
                        CategoryId = category,
                        NeededBy = neededBy,
                        MadeAt = now,
                        MadeBy = me.Id,
                        Door = form.Door,
                    }
                );
                db.AuditLines.Add(me.Line(nameof(PutInForMember), form.RequestKey, now, form.Door, member));
                db.Keep();
                return Outcome.PutIn;
            },
            ct
        );
}
