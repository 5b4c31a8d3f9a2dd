using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Care.Guardians;

/// <summary>A member who turned 18: what was agreed before, a guardian agreed to or they agreed to as a child.</summary>
public sealed record GrownUp(MemberId Member, string Name, string FirstName, DateOnly On);

/// <summary>Who turned 18 and is to be asked themself; inside a unit of work.</summary>
internal static class GrownUps
{
    private const int Most = 5;

    // Longer ago nobody asks for the first time: a guardian who is still written down was forgotten, or the day of birth is wrong.
    private const int LatelyYears = 2;

    /// <summary>Those with a guardian written down who turned 18 lately and have answered nothing about consent since, the longest over first.</summary>
    /// <param name="hubs">The time banks that are shown; null for all.</param>
    public static async Task<IReadOnlyList<GrownUp>> GrownUpAsync(
        this TenantDb db,
        OrganisationProfile profile,
        DateOnly today,
        IReadOnlyList<HubId>? hubs,
        CancellationToken ct
    )
    {
        var bornBy = today.AddYears(-Guardian.OfAge);
        var lately = today.AddYears(-LatelyYears);
        var (isAll, shown) = (hubs is null, hubs ?? []);
        var found = await (
            from g in db.Guardians
            join m in db.Members on g.MemberId equals m.Id
            where m.Status == MemberStatus.Active && (isAll || shown.Contains(m.HubId))
            join c in db.MemberContacts on m.Id equals c.MemberId
            where c.BornOn != null ? c.BornOn <= bornBy : g.TurnsAdultOn <= today
            select new
            {
                m.Id,
                Name = (m.FirstName + " " + m.LastName).Trim(),
                m.FirstName,
                c.BornOn,
                g.TurnsAdultOn,
                Answered = db.Consents.Where(x => x.MemberId == m.Id).Max(x => (DateTimeOffset?)x.At),
            }
        ).ToListAsync(ct);
        return
        [
            .. found
                .Select(f =>
                    (Grown: new GrownUp(f.Id, f.Name, f.FirstName, f.BornOn?.AddYears(Guardian.OfAge) ?? f.TurnsAdultOn!.Value), f.Answered)
                )
                .Where(f => f.Grown.On >= lately)
                .Where(f => f.Answered is not { } at || profile.DateOf(at) < f.Grown.On)
                .Select(f => f.Grown)
                .OrderBy(f => f.On)
                .ThenBy(f => f.Name)
                .Take(Most),
        ];
    }
}
