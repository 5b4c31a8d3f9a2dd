using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Members;

/// <summary>The time banks of the organisation to choose from, by name.</summary>
public sealed class HubChoices(UnitOfWork work)
{
    /// <summary>Those that take new members; the value is the hub's id.</summary>
    public Task<IReadOnlyList<Choice>> OpenAsync(CancellationToken ct = default) => ReadAsync(closedToo: false, ct);

    /// <summary>All of them, for looking at what was.</summary>
    public Task<IReadOnlyList<Choice>> AllAsync(CancellationToken ct = default) => ReadAsync(closedToo: true, ct);

    private Task<IReadOnlyList<Choice>> ReadAsync(bool closedToo, CancellationToken ct) =>
        work.ReadAsync<IReadOnlyList<Choice>>(
            async db =>
            {
                var hubs = await db
                    .Hubs.Where(h => closedToo || h.ClosedAt == null)
                    .OrderBy(h => h.Name)
                    .Select(h => new { h.Id, h.Name })
                    .ToListAsync(ct);
                return hubs.ConvertAll(h => new Choice(h.Id.Value.ToString(), h.Name));
            },
            ct
        );
}
