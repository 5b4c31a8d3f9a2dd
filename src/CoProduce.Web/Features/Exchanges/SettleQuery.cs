using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges.Disputes;
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
                var ender = await db.RoleHolders.Where(r => r.Id == exchange.EndedBy).Select(r => r.Name).SingleOrDefaultAsync(ct);
                var now = clock.GetUtcNow();
                var labels = await db
                    .Members.Where(m => m.Id == exchange.GiverId || m.Id == exchange.ReceiverId)
                    .ToDictionaryAsync(m => m.Id, m => $"{m.Number} {m.Name}", ct);
                var corrections = await db.CorrectionsOfAsync([exchange], ct);
                return new(await db.ExchangeRowsOf(one).SingleAsync(ct), exchange, ender, organisation.Profile.DateOf(now), now)
                {
                    GiverLabel = labels[exchange.GiverId],
                    ReceiverLabel = exchange.ReceiverId is { } receiver ? labels[receiver] : null,
                    Itself = corrections.GetValueOrDefault(id),
                    Before = exchange.CorrectsId is { } old ? corrections.GetValueOrDefault(old) : null,
                    After = exchange.CorrectedById is { } next ? corrections.GetValueOrDefault(next) : null,
                    Disputes = await db.DisputesOfAsync(id, ct),
                    ClosedTo = await db.ClosedPeriods.MaxAsync(p => (DateOnly?)p.ClosedTo, ct),
                };
            },
            ct
        );
}

/// <summary>One exchange as a coordinator sees it.</summary>
/// <param name="Ender">Who undid it; null when nobody did.</param>
public sealed record SettleShown(ExchangeRow Row, Exchange Exchange, string? Ender, DateOnly Today, DateTimeOffset Now)
{
    /// <summary>The giver's number and name, as a box for members shows and understands them.</summary>
    public required string GiverLabel { get; init; }

    /// <summary>The same for the receiver; null when it was for the organisation.</summary>
    public string? ReceiverLabel { get; init; }

    /// <summary>This one as a correction knows it; null when it corrects none and none corrects it.</summary>
    public CorrectionSide? Itself { get; init; }

    /// <summary>The one that it corrects; null for none.</summary>
    public CorrectionSide? Before { get; init; }

    /// <summary>The one that stands in its place; null for none.</summary>
    public CorrectionSide? After { get; init; }

    /// <summary>The times when somebody said that it is not right, the first first.</summary>
    public IReadOnlyList<DisputeStory> Disputes { get; init; } = [];

    /// <summary>The last day for which the books are closed; null when none are.</summary>
    public DateOnly? ClosedTo { get; init; }

    /// <summary>The dispute that is not over; null when there is none.</summary>
    public DisputeStory? OpenDispute => Disputes.FirstOrDefault(d => d.Dispute.IsOpen);

    /// <summary>True when the books for its day are closed.</summary>
    public bool IsInClosedBooks => Exchange.ServiceDate <= ClosedTo;

    /// <summary>True while somebody may still say that it is not right.</summary>
    public bool CanDispute => Row.Status is ExchangeStatus.Unconfirmed or ExchangeStatus.Confirmed;

    /// <summary>True when the ledger has its hours.</summary>
    public bool HoursMoved => Exchange.EntryId is not null;

    /// <summary>True while it waits for an answer or is not agreed.</summary>
    public bool CanConfirm => Row.Status is ExchangeStatus.Unconfirmed or ExchangeStatus.Disputed;

    /// <summary>True until it is undone.</summary>
    public bool CanUndo => Row.Status is not (ExchangeStatus.Withdrawn or ExchangeStatus.Reversed);
}
