using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Care;

/// <summary>Reads the organisation's own list of checks.</summary>
public sealed class CheckKindsQuery(UnitOfWork work)
{
    /// <summary>All of them, the hidden ones included, in their order.</summary>
    public Task<IReadOnlyList<CheckKindShown>> AllAsync(CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<CheckKindShown>>(
            async db =>
            {
                var kinds = await db.CheckKinds.AsNoTracking().OrderBy(k => k.Position).ToListAsync(ct);
                var needs = await (
                    from n in db.CheckNeeds
                    join c in db.Categories on n.CategoryId equals c.Id
                    orderby c.Position
                    select new { n.KindId, Category = c }
                )
                    .AsNoTracking()
                    .ToListAsync(ct);
                return [.. kinds.Select(k => new CheckKindShown(k, [.. needs.Where(n => n.KindId == k.Id).Select(n => n.Category)]))];
            },
            ct
        );
}

/// <summary>A kind of check and the kinds of help that need it.</summary>
public sealed record CheckKindShown(CheckKind Kind, IReadOnlyList<Category> Needed);
