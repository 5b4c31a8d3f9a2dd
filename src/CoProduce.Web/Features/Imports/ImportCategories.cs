using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Imports;

/// <summary>The organisation's kinds of help by name. A file's own kinds are not added: the list is the organisation's.</summary>
internal sealed class ImportCategories
{
    private readonly Dictionary<string, CategoryId> byName;

    private ImportCategories(Dictionary<string, CategoryId> byName) => this.byName = byName;

    public static async Task<ImportCategories> OfAsync(TenantDb db, CancellationToken ct) =>
        new(
            (await db.Categories.Select(c => new { c.Id, c.Name }).ToListAsync(ct))
                .GroupBy(c => Folded.Of(c.Name))
                .ToDictionary(c => c.Key, c => c.First().Id)
        );

    /// <summary>The kind of that name; null when the organisation has none.</summary>
    public CategoryId? Find(string name) => byName.TryGetValue(Folded.Of(name), out var id) ? id : null;
}
