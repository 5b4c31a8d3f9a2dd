using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Organisations;

/// <summary>Reads the rules for what can be brought in, by name.</summary>
public sealed class ContributionRules(UnitOfWork work)
{
    /// <summary>All of them, those on offer first.</summary>
    public Task<List<ContributionRule>> AllAsync(CancellationToken ct = default) =>
        work.ReadAsync(db => db.ContributionRules.OrderBy(r => r.HiddenAt != null).ThenBy(r => r.Several).ToListAsync(ct), ct);
}
