using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Peers;

/// <summary>The one rule for whose broker somebody is: for everybody else, here or not, the answer is that there is nobody.</summary>
public static class MembersBrokered
{
    /// <summary>
    /// Of these members, everybody for a coordinator; for a peer broker those who take part in a hub of theirs, and never themself, as nobody brokers for
    /// themself; nobody for anybody else.
    /// </summary>
    public static IQueryable<Member> BrokeredBy(this IQueryable<Member> members, CurrentPerson me)
    {
        if (me.Holds(Role.Coordinator))
            return members;
        var (hubs, self) = (me.PeerHubs.Select(p => p.Hub).ToList(), me.MemberId);
        return members.Where(m => hubs.Contains(m.HubId) && m.Status == MemberStatus.Active && m.Id != self);
    }
}
