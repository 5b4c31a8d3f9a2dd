using CoProduce.Web.Data;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Accounts;

/// <summary>The organisations of this program by name, for the front page.</summary>
public sealed class AllOrganisations(DirectoryDb directory, OrganisationDirectory organisations)
{
    /// <summary>The most that are listed; somebody who belongs to another one has its address.</summary>
    public const int Most = 60;

    /// <summary>In order of their names.</summary>
    public async Task<IReadOnlyList<OrganisationProfile>> ListAsync(CancellationToken ct = default)
    {
        var found = new List<OrganisationProfile>();
        foreach (var id in await directory.Organisations.OrderBy(o => o.CreatedAt).Take(Most).Select(o => o.Id).ToListAsync(ct))
            found.Add(await organisations.GetAsync(id, ct));
        return [.. found.OrderBy(o => o.Name, StringComparer.CurrentCulture)];
    }
}
