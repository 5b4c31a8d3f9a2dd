using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>All exchanges of the organisation for staff: a page of them, or all of them one after the other.</summary>
public sealed class ExchangesQuery(UnitOfWork work)
{
    /// <summary>How many one page shows.</summary>
    public const int PageSize = 50;

    /// <summary>So many after skipping so many, with the number and the minutes of all that the filter lets through.</summary>
    public Task<ExchangesFound> PageAsync(ExchangeFilter filter, int skip, int take, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var all = db.Filtered(filter);
                var ids = await db.Sorted(all, filter).Skip(skip).Take(take).Select(e => e.Id).ToListAsync(ct);
                var rows = await db.ExchangeRowsOf(db.Exchanges.Where(e => ids.Contains(e.Id))).ToDictionaryAsync(r => r.Id, ct);
                return new ExchangesFound(
                    [.. ids.Select(id => rows[id])],
                    await all.CountAsync(ct),
                    await all.SumAsync(e => (long)e.Minutes, ct)
                );
            },
            ct
        );

    /// <summary>One of them; null when there is none here.</summary>
    public Task<ExchangeRow?> FindAsync(ExchangeId id, CancellationToken ct = default) =>
        work.ReadAsync(db => db.ExchangeRowsOf(db.Exchanges.Where(e => e.Id == id)).SingleOrDefaultAsync(ct), ct);

    /// <summary>Hands over each row as it is read, in order, from one snapshot.</summary>
    public Task<int> StreamAsync(ExchangeFilter filter, Func<ExchangeRow, Task> each, CancellationToken ct = default)
    {
        var handed = 0;
        return work.ReadAsync(
            async db =>
            {
                try
                {
                    await foreach (
                        var row in db.ExchangeRowsOf(db.Sorted(db.Filtered(filter), filter)).AsAsyncEnumerable().WithCancellation(ct)
                    )
                    {
                        await each(row);
                        handed++;
                    }
                }
                catch (NpgsqlException e) when (handed > 0)
                {
                    throw new IOException("The list broke off in the middle.", e); // beginning again would hand over rows twice
                }
                return handed;
            },
            ct
        );
    }

    /// <summary>The hubs and categories to filter by, also closed and hidden ones.</summary>
    public Task<ExchangeFilterLists> ListsAsync(CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var hubs = await db.Hubs.OrderBy(h => h.Name).Select(h => new { h.Id, h.Name }).ToListAsync(ct);
                var categories = await db.Categories.OrderBy(c => c.Position).Select(c => new { c.Id, c.Name }).ToListAsync(ct);
                return new ExchangeFilterLists(
                    hubs.ConvertAll(h => new Choice(h.Id.Value.ToString(), h.Name)),
                    categories.ConvertAll(c => new Choice(c.Id.Value.ToString(), c.Name))
                );
            },
            ct
        );
}

/// <summary>A page of exchanges.</summary>
/// <param name="Count">Of all that the filter lets through.</param>
/// <param name="Minutes">Of all that the filter lets through.</param>
public sealed record ExchangesFound(IReadOnlyList<ExchangeRow> Rows, int Count, long Minutes);

/// <summary>What exchanges can be filtered by.</summary>
public sealed record ExchangeFilterLists(IReadOnlyList<Choice> Hubs, IReadOnlyList<Choice> Categories);
