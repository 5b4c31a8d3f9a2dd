using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
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
}
