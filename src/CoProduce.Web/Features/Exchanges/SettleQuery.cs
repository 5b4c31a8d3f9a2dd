using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>Everything that a coordinator needs to see of one exchange before settling it.</summary>
public sealed class SettleQuery(UnitOfWork work, CurrentOrganisation organisation, TimeProvider clock)
{
    /// <summary>The exchange; null when there is none here.</summary>
    public Task<SettleShown?> ReadAsync(ExchangeId id, CancellationToken ct = default) =>
        work.ReadAsync<SettleShown?>(
            async db =>
            {
                var one = db.Exchanges.Where(e => e.Id == id);
                if (await one.SingleOrDefaultAsync(ct) is not { } exchange)
                    return null;
                var disputer = await db
                    .Members.Where(m => m.Id == exchange.DisputedBy)
                    .Select(m => m.FirstName + " " + m.LastName)
                    .SingleOrDefaultAsync(ct);
                var ender = await db.RoleHolders.Where(r => r.Id == exchange.EndedBy).Select(r => r.Name).SingleOrDefaultAsync(ct);
                return new(
                    await db.ExchangeRowsOf(one).SingleAsync(ct),
                    exchange,
                    disputer?.Trim(),
                    ender,
                    organisation.Profile.DateOf(clock.GetUtcNow())
                );
            },
            ct
        );
}

/// <summary>One exchange as a coordinator sees it.</summary>
/// <param name="Disputer">Who says it is not right; null when nobody does.</param>
/// <param name="Ender">Who undid it; null when nobody did.</param>
public sealed record SettleShown(ExchangeRow Row, Exchange Exchange, string? Disputer, string? Ender, DateOnly Today)
{
    /// <summary>True when the ledger has its hours.</summary>
    public bool HoursMoved => Exchange.EntryId is not null;

    /// <summary>True while it waits for an answer or is not agreed.</summary>
    public bool CanConfirm => Row.Status is ExchangeStatus.Unconfirmed or ExchangeStatus.Disputed;

    /// <summary>True until it is undone.</summary>
    public bool CanUndo => Row.Status is not (ExchangeStatus.Withdrawn or ExchangeStatus.Reversed);
}
