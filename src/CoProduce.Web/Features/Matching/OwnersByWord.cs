using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Peers;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching;

/// <summary>Whose offers and requests are found by a word of a name.</summary>
internal static class OwnersByWord
{
    /// <summary>For each word whom it names: anybody by any part of the name for a coordinator, people of their hubs by first names only for a peer broker.</summary>
    public static async Task<Func<string, IQueryable<MemberId>?>> OwnersByWordAsync(
        this TenantDb db,
        CurrentPerson me,
        string words,
        CancellationToken ct
    )
    {
        if (me.Holds(Role.Coordinator))
            return db.NamedBy;
        Dictionary<string, IQueryable<MemberId>> owners = [];
        foreach (var word in BoardSearch.Words(words))
        {
            var some = await db
                .Members.BrokeredBy(me)
                .Where(m => db.NamedBy(word).Contains(m.Id))
                .Select(m => new { m.Id, m.FirstName })
                .ToListAsync(ct);
            List<MemberId> ids = [.. some.Where(m => Folded.Of(m.FirstName).Contains(word, StringComparison.Ordinal)).Select(m => m.Id)];
            owners[word] = db.Members.Where(m => ids.Contains(m.Id)).Select(m => m.Id);
        }
        return word => owners.GetValueOrDefault(word);
    }
}
