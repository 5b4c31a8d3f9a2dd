using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Doubles;

/// <summary>Which records are of one person.</summary>
public static class SameRecords
{
    /// <summary>Those members and every record that was put together with theirs, also by way of another one, with the member to whom each belongs.</summary>
    public static async Task<IReadOnlyDictionary<MemberId, MemberId>> RecordsOfAsync(
        this TenantDb db,
        IEnumerable<MemberId> members,
        CancellationToken ct
    )
    {
        var found = members.Distinct().ToDictionary(m => m);
        List<MemberId> latest = [.. found.Keys];
        while (latest.Count > 0)
        {
            var merges = await db
                .MemberMerges.Where(m => latest.Contains(m.KeptId) && m.UndoneAt == null)
                .Select(m => new { m.KeptId, m.GoneId })
                .ToListAsync(ct);
            latest = [.. merges.Where(m => found.TryAdd(m.GoneId, found[m.KeptId])).Select(m => m.GoneId)];
        }
        return found;
    }
}
