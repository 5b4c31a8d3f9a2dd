using CoProduce.Web.Data;
using CoProduce.Web.Features.Messages;

namespace CoProduce.Web.Features.Offers;

/// <summary>Sees to it that every morning somebody looks at the board, from the first offer on.</summary>
public static class BoardRounds
{
    private static readonly TimeOnly Morning = new(8, 0);

    /// <summary>Plans the next morning's rounds in the caller's unit of work, each unless it is planned.</summary>
    public static async Task PlanBoardRoundsAsync(this TenantDb db, DateTimeOffset now, CancellationToken ct)
    {
        await db.PlanRoundAsync(OutboxKind.BoardRound, Morning, now, ct);
        await db.PlanRoundAsync(OutboxKind.NewOnBoardRound, Morning, now, ct);
    }
}
