using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Peers;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching;

/// <summary>Which first names several of a peer broker's people have, who are then told apart by their member numbers.</summary>
internal static class SameNames
{
    /// <summary>Those of the names that more than one of the people bears for whom the reader brokers.</summary>
    public static async Task<HashSet<string>> SameNamesAsync(
        this TenantDb db,
        CurrentPerson me,
        IEnumerable<string> names,
        CancellationToken ct
    )
    {
        List<string> some = [.. names.Distinct()];
        return some.Count == 0
            ? []
            :
            [
                .. await db
                    .Members.BrokeredBy(me)
                    .Where(m => some.Contains(m.FirstName))
                    .GroupBy(m => m.FirstName)
                    .Where(g => g.Count() > 1)
                    .Select(g => g.Key)
                    .ToListAsync(ct),
            ];
    }

    /// <summary>The first name, with the number behind it when others are called the same.</summary>
    public static string Told(this HashSet<string> same, string name, int number) => same.Contains(name) ? $"{name} ({number})" : name;

    /// <summary>What was found, with a number only where it is needed to know who is who.</summary>
    public static async Task<DeskResults> ToldApartAsync(this TenantDb db, CurrentPerson me, DeskResults found, CancellationToken ct)
    {
        var offers = found.Requests.Concat(found.Offers).ToList();
        var same = await db.SameNamesAsync(me, found.People.Select(p => p.Name).Concat(offers.Select(o => o.Name)), ct);
        List<MemberId> owners = [.. offers.Where(o => same.Contains(o.Name)).Select(o => o.MemberId)];
        var numbers = await db.Members.Where(m => owners.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Number, ct);
        return found with
        {
            People = [.. found.People.Select(p => same.Contains(p.Name) ? p : p with { Number = null })],
            Requests = [.. found.Requests.Select(Told)],
            Offers = [.. found.Offers.Select(Told)],
        };

        DeskOffer Told(DeskOffer o) => numbers.TryGetValue(o.MemberId, out var number) ? o with { Name = same.Told(o.Name, number) } : o;
    }
}
