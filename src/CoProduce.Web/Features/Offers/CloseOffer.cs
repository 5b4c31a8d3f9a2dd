using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Offers;

/// <summary>A member ends their own offer or request, because it is met or no longer wanted, or opens it again.</summary>
public sealed class CloseOffer(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Done,

        /// <summary>There is none of this member's.</summary>
        NotFound,
    }

    /// <summary>Brings it to that status; one that has it already stays as it is.</summary>
    public Task<Outcome> HandleAsync(OfferId id, OfferStatus status, CancellationToken ct = default) =>
        work.WriteAsync(
            async db =>
            {
                var mine = me.Member;
                if (await db.Offers.SingleOrDefaultAsync(o => o.Id == id && o.MemberId == mine, ct) is not { } offer)
                    return Outcome.NotFound;
                if (status == OfferStatus.Open)
                    offer.Reopen(clock.GetUtcNow());
                else
                    offer.Close(status, clock.GetUtcNow());
                db.AuditLines.Add(me.Line(nameof(CloseOffer), id.Value, clock.GetUtcNow()));
                db.Keep();
                return Outcome.Done;
            },
            ct
        );
}
