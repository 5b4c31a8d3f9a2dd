using CoProduce.Web.Data;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Slips;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Drafts;

/// <summary>A job lets go, every night while there is any, of drafts and piles of slips that nobody has touched for long.</summary>
public sealed class LetOldGo(TimeProvider clock)
{
    /// <summary>Makes the round in the caller's unit of work. Made again, it finds nothing.</summary>
    public async Task HandleAsync(TenantDb db, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        await db.Drafts.Where(d => d.ChangedAt < now - Draft.KeptFor).ExecuteDeleteAsync(ct);
        var piles = db.SlipPiles.Where(p => p.ChangedAt < now - SlipPile.KeptFor);
        await db.Slips.Where(s => piles.Any(p => p.Id == s.PileId)).ExecuteDeleteAsync(ct);
        await piles.ExecuteDeleteAsync(ct);
        if (await db.Drafts.AnyAsync(ct) || await db.SlipPiles.AnyAsync(ct))
            await db.PlanUnfinishedRoundAsync(now, ct);
    }
}

/// <summary>Promises the round, inside a unit of work.</summary>
internal static class UnfinishedRounds
{
    private static readonly TimeOnly Night = new(3, 30);

    /// <summary>Plans the next night's round in the caller's unit of work, unless one is planned.</summary>
    public static Task PlanUnfinishedRoundAsync(this TenantDb db, DateTimeOffset now, CancellationToken ct) =>
        db.PlanRoundAsync(OutboxKind.UnfinishedRound, Night, now, ct);
}
