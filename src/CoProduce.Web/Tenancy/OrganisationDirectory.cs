using CoProduce.Web.Data;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace CoProduce.Web.Tenancy;

/// <summary>Finds an organisation by its address or id. Answers may be half a minute old on another node than the one that changed them.</summary>
public sealed class OrganisationDirectory(IServiceScopeFactory scopes, IMemoryCache cache)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    /// <summary>The organisation at that address; null when there is none.</summary>
    public async Task<OrganisationProfile?> FindAsync(string slug, CancellationToken ct = default)
    {
        var key = ("slug", slug.ToLowerInvariant());
        if (cache.TryGetValue(key, out OrganisationId known))
            return await GetAsync(known, slug, ct);
        await using var scope = scopes.CreateAsyncScope();
        var directory = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
        var found = await directory.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Slug == key.Item2, ct);
        if (found is null)
            return null;
        cache.Set(key, found.Id, Lifetime);
        return await GetAsync(found.Id, found.Slug, ct);
    }

    /// <summary>The organisation with that id. Throws when there is none.</summary>
    public async Task<OrganisationProfile> GetAsync(OrganisationId id, CancellationToken ct = default)
    {
        if (cache.TryGetValue(id, out OrganisationProfile? profile))
            return profile!;
        await using var scope = scopes.CreateAsyncScope();
        var directory = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
        var found = await directory.Organisations.AsNoTracking().SingleAsync(o => o.Id == id, ct);
        return await GetAsync(id, found.Slug, ct);
    }

    /// <summary>Forgets what is known of the organisation, after its settings changed.</summary>
    public void Forget(OrganisationId id) => cache.Remove(id);

    private async Task<OrganisationProfile> GetAsync(OrganisationId id, string slug, CancellationToken ct)
    {
        if (cache.TryGetValue(id, out OrganisationProfile? known))
            return known!;
        await using var scope = scopes.CreateAsyncScope();
        var options = scope.ServiceProvider.GetRequiredService<DbContextOptions<TenantDb>>();
        await using var db = new TenantDb(options, id);
        await using var snapshot = await db.Database.BeginTransactionAsync(ct);
        var settings = await db.Settings.AsNoTracking().SingleAsync(ct);
        var names = await db.CreditWords.AsNoTracking().OrderBy(c => c.Language).ToListAsync(ct);
        var logo = await db.Logos.Select(l => l.Version).SingleOrDefaultAsync(ct);
        return cache.Set(id, new OrganisationProfile(id, slug, settings, names, logo), Lifetime);
    }
}
