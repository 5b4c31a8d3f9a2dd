using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Features.Matching;

/// <summary>Which members a list shows.</summary>
public enum MemberGroup
{
    /// <summary>Everybody who takes part.</summary>
    Active,

    /// <summary>Joined in the last fortnight and exchanged nothing yet.</summary>
    New,

    /// <summary>Nothing exchanged for two months.</summary>
    Quiet,

    /// <summary>So many hours unspent that somebody should ask what they would like.</summary>
    Unspent,

    /// <summary>So far below zero that somebody should ask what they would like to give, or as far as they may go.</summary>
    Low,

    /// <summary>May not take part for the time being.</summary>
    Suspended,

    /// <summary>Have left.</summary>
    Left,
}

/// <summary>The groups as queries inside a unit of work: who is in them and who comes first is the same on every page.</summary>
internal static class MemberGroups
{
    /// <summary>For so many days a member who has not exchanged is new.</summary>
    public const int NewDays = 14;

    /// <summary>After so many days without an exchange a member is quiet.</summary>
    public const int QuietDays = 60;

    /// <summary>The members of a group with what is said of them, the most urgent first.</summary>
    public static IQueryable<MemberLine> MembersOf(this TenantDb db, MemberGroup group, OrganisationSettings settings, DateOnly today)
    {
        var status = group switch
        {
            MemberGroup.Suspended => MemberStatus.Suspended,
            MemberGroup.Left => MemberStatus.Left,
            MemberGroup.Active or MemberGroup.New or MemberGroup.Quiet or MemberGroup.Unspent or MemberGroup.Low => MemberStatus.Active,
        };
        var (newSince, quietSince) = (today.AddDays(-NewDays), today.AddDays(-QuietDays));
        var all =
            from m in db.Members
            where m.Status == status
            join a in db.Accounts on m.Id equals a.MemberId
            join h in db.Hubs on m.HubId equals h.Id
            let lastGiven = db.Exchanges.Where(e => e.GiverId == m.Id).Max(e => (DateOnly?)e.ServiceDate)
            let lastReceived = db.Exchanges.Where(e => e.ReceiverId == m.Id).Max(e => (DateOnly?)e.ServiceDate)
            select new
            {
                Member = m,
                Account = a,
                Hub = h.Name,
                Last = lastReceived == null || lastGiven > lastReceived ? lastGiven : lastReceived,
            };
        var chosen = group switch
        {
            MemberGroup.New => all.Where(x => x.Member.JoinedOn >= newSince && x.Last == null).OrderByDescending(x => x.Member.JoinedOn),
            // Those who fell quiet last come first: they remember us best.
            MemberGroup.Quiet => all.Where(x => x.Member.JoinedOn < quietSince && (x.Last == null || x.Last < quietSince))
                .OrderByDescending(x => x.Last ?? x.Member.JoinedOn),
            MemberGroup.Unspent => all.Where(x => x.Account.Balance >= settings.NudgeMinutes).OrderByDescending(x => x.Account.Balance),
            MemberGroup.Low => all.Where(x =>
                    x.Account.Balance < 0
                    && (x.Account.Balance <= settings.SoftFloorMinutes || x.Account.Balance - x.Account.Held <= x.Account.Floor)
                )
                .OrderBy(x => x.Account.Balance),
            MemberGroup.Active or MemberGroup.Suspended or MemberGroup.Left => all.OrderBy(x => x.Member.SearchText),
        };
        return chosen
            .ThenBy(x => x.Member.SearchText)
            .Select(x => new MemberLine(
                x.Member.Id,
                x.Member.Number,
                (x.Member.FirstName + " " + x.Member.LastName).Trim(),
                x.Hub,
                x.Member.JoinedOn,
                x.Last,
                x.Account.Balance
            ));
    }
}

/// <summary>A member in a list.</summary>
/// <param name="Last">The day of the last exchange; null when there was none.</param>
/// <param name="Balance">In minutes.</param>
public sealed record MemberLine(MemberId Id, int Number, string Name, string Hub, DateOnly Joined, DateOnly? Last, long Balance);
