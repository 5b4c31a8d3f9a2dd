using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Organisations;

/// <summary>The kinds of help that an organisation offers to choose from, in its own order.</summary>
public sealed class CategoryChoices(UnitOfWork work)
{
    /// <summary>All that are not hidden; the value is the category's id.</summary>
    public async Task<IReadOnlyList<Choice>> AllAsync(CancellationToken ct = default) =>
        await work.ReadAsync(
            async db =>
                (
                    await db
                        .Categories.Where(c => c.HiddenAt == null)
                        .OrderBy(c => c.Position)
                        .ThenBy(c => c.Name)
                        .Select(c => new { c.Id, c.Name })
                        .ToListAsync(ct)
                )
                    .Select(c => new Choice(c.Id.Value.ToString(), c.Name))
                    .ToList(),
            ct
        );
}
