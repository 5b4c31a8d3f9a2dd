using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>What the page for logging shows besides the form: the kinds of help, and the exchange logged just before.</summary>
public sealed class LogForMembersLists(UnitOfWork work)
{
    /// <summary>The kinds in the organisation's order; no last exchange when the id is null or unknown.</summary>
    public Task<(IReadOnlyList<(CategoryId Id, string Name)> Categories, ExchangeRow? Last)> ReadAsync(
        Guid? last,
        CancellationToken ct = default
    ) =>
        work.ReadAsync<(IReadOnlyList<(CategoryId, string)>, ExchangeRow?)>(
            async db =>
            {
                var kinds = await db
                    .Categories.Where(c => c.HiddenAt == null)
                    .OrderBy(c => c.Position)
                    .Select(c => new { c.Id, c.Name })
                    .ToListAsync(ct);
                var exchange = last is null
                    ? null
                    : await db.ExchangeRowsOf(db.Exchanges.Where(e => e.Id == new ExchangeId(last.Value))).SingleOrDefaultAsync(ct);
                return (kinds.ConvertAll(k => (k.Id, k.Name)), exchange);
            },
            ct
        );
}
