using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Peers;

namespace CoProduce.Web.Features.Matching;

/// <summary>For whose eyes a shortlist is made: one way of making it, and whom it may name to whom.</summary>
/// <param name="Members">Those who may be on it.</param>
/// <param name="AreWide">True for a coordinator, for whom balances and ages count, which others are not to know of.</param>
internal sealed record MatchEyes(IQueryable<Member> Members, bool AreWide)
{
    /// <summary>A coordinator's, or a peer broker's, who sees the people of their hubs.</summary>
    public static MatchEyes OfBroker(TenantDb db, CurrentPerson me) => new(db.Members.BrokeredBy(me), me.Holds(Role.Coordinator));

    /// <summary>Those of the member whose request it is.</summary>
    public static MatchEyes OfOwner(TenantDb db, Offer offer, DateOnly today) => new(db.WhoMayBeAskedFor(offer, today), false);
}
