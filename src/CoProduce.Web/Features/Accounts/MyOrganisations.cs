using CoProduce.Web.Data;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace CoProduce.Web.Features.Accounts;

/// <summary>The organisations in which a sign-in has a place. An answer may be half a minute old on another node.</summary>
public sealed class MyOrganisations(DirectoryDb directory, OrganisationDirectory organisations, IMemoryCache cache)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    /// <summary>In order of their names; empty for a sign-in that has no place anywhere.</summary>
    public async Task<IReadOnlyList<OrganisationProfile>> OfAsync(Guid signIn, CancellationToken ct = default)
    {
        if (!cache.TryGetValue(Key(signIn), out List<OrganisationId>? ids))
        {
            ids = await directory.Belongings.Where(b => b.SignInId == signIn).Select(b => b.OrganisationId).ToListAsync(ct);
            cache.Set(Key(signIn), ids, Lifetime);
        }
        var found = new List<OrganisationProfile>();
        foreach (var id in ids!)
            found.Add(await organisations.GetAsync(id, ct));
        return [.. found.OrderBy(o => o.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>Forgets the answer, after somebody took or lost a place.</summary>
    public void Forget(Guid signIn) => cache.Remove(Key(signIn));

    private static (string, Guid) Key(Guid signIn) => ("organisations", signIn);
}
