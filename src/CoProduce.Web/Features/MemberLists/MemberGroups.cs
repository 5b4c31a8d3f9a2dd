using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Skills;

namespace CoProduce.Web.Features.MemberLists;

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

    /// <summary>The members of a group, in no order.</summary>
    public static IQueryable<Member> MembersIn(this TenantDb db, MemberGroup group, OrganisationSettings settings, DateOnly today)
    {
        var status = group switch
        {
            MemberGroup.Suspended => MemberStatus.Suspended,
            MemberGroup.Left => MemberStatus.Left,
            MemberGroup.Active or MemberGroup.New or MemberGroup.Quiet or MemberGroup.Unspent or MemberGroup.Low => MemberStatus.Active,
        };
        var (newSince, quietSince) = (today.AddDays(-NewDays), today.AddDays(-QuietDays));
        var (all, away) = (db.Members.Where(m => m.Status == status), db.AwayOn(today)); // a break is no silence
        return group switch
        {
            MemberGroup.New => all.Where(m =>
                m.JoinedOn >= newSince && !db.Exchanges.Any(e => e.GiverId == m.Id) && !db.Exchanges.Any(e => e.ReceiverId == m.Id)
            ),
            MemberGroup.Quiet => all.Where(m =>
                db.MemberQuietSince.Any(q => q.MemberId == m.Id && q.Day < quietSince) && !away.Contains(m.Id)
            ),
            MemberGroup.Unspent => all.Where(m => db.Accounts.Any(a => a.MemberId == m.Id && a.Balance >= settings.NudgeMinutes)),
            MemberGroup.Low => all.Where(m =>
                db.Accounts.Any(a =>
                    a.MemberId == m.Id && a.Balance < 0 && (a.Balance <= settings.SoftFloorMinutes || a.Balance - a.Held <= a.Floor)
                )
            ),
            MemberGroup.Active or MemberGroup.Suspended or MemberGroup.Left => all,
        };
    }

    /// <summary>In the group's own order, the most urgent first; what is equal by name.</summary>
    public static IQueryable<Member> InOrderOf(this TenantDb db, IQueryable<Member> members, MemberGroup group, DateOnly today)
    {
        var quietSince = today.AddDays(-QuietDays);
        var withAccounts = from m in members join a in db.Accounts on m.Id equals a.MemberId select new { Member = m, a.Balance };
        return group switch
        {
            MemberGroup.New => members.OrderByDescending(m => m.JoinedOn).ThenBy(m => m.SearchText),
            // Those who fell quiet last come first: they remember us best.
            MemberGroup.Quiet => (
                from m in members
                join q in db.MemberQuietSince on m.Id equals q.MemberId
                where q.Day < quietSince // said once more, so that the order begins where they do
                select new { Member = m, q.Day }
            )
                .OrderByDescending(x => x.Day)
                .ThenBy(x => x.Member.SearchText)
                .Select(x => x.Member),
            MemberGroup.Unspent => withAccounts.OrderByDescending(x => x.Balance).ThenBy(x => x.Member.SearchText).Select(x => x.Member),
            MemberGroup.Low => withAccounts.OrderBy(x => x.Balance).ThenBy(x => x.Member.SearchText).Select(x => x.Member),
            MemberGroup.Active or MemberGroup.Suspended or MemberGroup.Left => members.OrderBy(m => m.SearchText),
        };
    }
}
