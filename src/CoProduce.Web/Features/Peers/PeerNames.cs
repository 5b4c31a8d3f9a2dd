using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Peers;

/// <summary>How members are called to whoever brokers for them.</summary>
public static class PeerNames
{
    /// <summary>
    /// Of these members those for whom the reader brokers: in full for a coordinator; for a peer broker by first name, with the number behind it where
    /// several of their people have it.
    /// </summary>
    public static async Task<IReadOnlyDictionary<MemberId, string>> NamesForAsync(
        this TenantDb db,
        CurrentPerson me,
        IEnumerable<MemberId> members,
        CancellationToken ct
    )
    {
        List<MemberId> some = [.. members.Distinct()];
        if (me.Holds(Role.Coordinator))
            return await db
                .Members.Where(m => some.Contains(m.Id))
                .Select(m => new { m.Id, Name = (m.FirstName + " " + m.LastName).Trim() })
                .ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        var theirs = db.Members.BrokeredBy(me);
        var found = await theirs
            .Where(m => some.Contains(m.Id))
            .Select(m => new
            {
                m.Id,
                m.FirstName,
                m.Number,
                IsTwin = theirs.Any(o => o.FirstName == m.FirstName && o.Id != m.Id),
            })
            .ToListAsync(ct);
        return found.ToDictionary(m => m.Id, m => m.IsTwin ? $"{m.FirstName} ({m.Number})" : m.FirstName);
    }
}
