using CoProduce.Web.Data;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Organisations;

/// <summary>What the platform's operator sees of the organisations: that they are there, and nothing of what is in them.</summary>
public sealed class OperatorQuery(DirectoryDb directory, OrganisationDirectory organisations)
{
    /// <summary>All of them, in order of their names.</summary>
    public async Task<IReadOnlyList<Line>> ListAsync(CancellationToken ct = default)
    {
        var lines = new List<Line>();
        foreach (var organisation in await directory.Organisations.AsNoTracking().ToListAsync(ct))
        {
            var profile = await organisations.GetAsync(organisation.Id, ct);
            lines.Add(new(organisation.Id, profile.Name, organisation.Slug, profile.DateOf(organisation.CreatedAt)));
        }
        return [.. lines.OrderBy(l => l.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>One organisation.</summary>
    /// <param name="Since">The day on which it was created.</param>
    public sealed record Line(OrganisationId Id, string Name, string Slug, DateOnly Since);
}
