using System.Linq.Expressions;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Care.Guardians;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.MemberLists;

/// <summary>Applies a filter inside a unit of work.</summary>
internal static class MemberFiltering
{
    /// <summary>Those whom the filter lets through, in no order.</summary>
    public static async Task<IQueryable<Member>> FilteredAsync(
        this TenantDb db,
        MemberFilter filter,
        OrganisationSettings settings,
        DateOnly today,
        CancellationToken ct
    )
    {
        var found = db.MembersIn(filter.Group, settings, today);
        foreach (var word in MemberSearch.Words(filter.Text))
            found = found.Where(m => db.NamedBy(word).Contains(m.Id));
        if (MemberSearch.Words(filter.Skill) is { Count: > 0 } words)
        {
            var given = await db.GivenAsync(words, ct);
            found = found.Where(m => given.Any(s => s.MemberId == m.Id));
        }
        if (filter.Hub is { } hub)
            found = found.Where(m => m.HubId == hub);
        if (filter.Kind is { } kind)
            found = found.Where(m => m.Kind == kind);
        if (filter.Circle is { } circle)
            found = found.Where(m => db.CircleMembers.Any(c => c.CircleId == circle && c.MemberId == m.Id && c.Until == null));
        if (filter.SignsIn is { } signsIn)
            found = found.Where(m => db.RoleHolders.Any(r => r.MemberId == m.Id && r.EndedAt == null) == signsIn);
        if (filter.Language is { } language)
            found = found.Where(m => db.MemberLanguages.Any(l => l.MemberId == m.Id && l.Code == language));
        // Whoever never said has the usual way.
        if (filter.Reached is { } way)
            found =
                way == new MemberContact().Prefers
                    ? found.Where(m => !db.MemberContacts.Any(c => c.MemberId == m.Id && c.Prefers != way))
                    : found.Where(m => db.MemberContacts.Any(c => c.MemberId == m.Id && c.Prefers == way));
        if (filter.Young)
            found = db.MinorsAmong(found, today);
        if (filter.Check is { } check)
            found = found.Where(m => db.GoodChecks(check, today).Any(c => c.MemberId == m.Id) != filter.Lacks);
        if (filter.JoinedFrom is { } from)
            found = found.Where(m => m.JoinedOn >= from);
        if (filter.JoinedTo is { } to)
            found = found.Where(m => m.JoinedOn <= to);
        if (filter.AtLeast * 60L is { } least)
            found = found.Where(m => db.Accounts.Any(a => a.MemberId == m.Id && a.Balance >= least));
        if (filter.AtMost * 60L is { } most)
            found = found.Where(m => db.Accounts.Any(a => a.MemberId == m.Id && a.Balance <= most));
        return found;
    }

    /// <summary>In the filter's order; what is equal by name.</summary>
    public static IQueryable<Member> Sorted(this TenantDb db, IQueryable<Member> found, MemberFilter filter, DateOnly today)
    {
        return filter.Sort switch
        {
            MemberSort.Usual => db.InOrderOf(found, filter.Group, today),
            MemberSort.Name => By(found, m => m.SearchText),
            MemberSort.Number => By(found, m => m.Number),
            MemberSort.Joined => By(found, m => m.JoinedOn),
            MemberSort.Hub => By(from m in found join h in db.Hubs on m.HubId equals h.Id select new { Member = m, h.Name }, x => x.Name)
                .ThenBy(x => x.Member.SearchText)
                .Select(x => x.Member),
            MemberSort.Balance => By(
                    from m in found
                    join a in db.Accounts on m.Id equals a.MemberId
                    select new { Member = m, a.Balance },
                    x => x.Balance
                )
                .ThenBy(x => x.Member.SearchText)
                .Select(x => x.Member),
        };

        IOrderedQueryable<T> By<T, TKey>(IQueryable<T> all, Expression<Func<T, TKey>> key) =>
            filter.Descending ? all.OrderByDescending(key) : all.OrderBy(key);
    }
}
