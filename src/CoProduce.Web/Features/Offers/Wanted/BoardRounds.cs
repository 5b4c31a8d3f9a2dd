using CoProduce.Web.Data;
using CoProduce.Web.Features.Messages;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Offers;

/// <summary>Sees to it that every morning somebody looks at the board, from the first offer on.</summary>
public static class BoardRounds
{
    private const int Hour = 8;

    /// <summary>Plans the next morning's rounds in the caller's unit of work, each unless it is planned.</summary>
    public static async Task PlanBoardRoundsAsync(this TenantDb db, DateTimeOffset now, CancellationToken ct)
    {
        var planned = await db
            .Outbox.Where(o =>
                (o.Kind == OutboxKind.BoardRound || o.Kind == OutboxKind.NewOnBoardRound) && o.DoneAt == null && o.DueAt > now
            )
            .Select(o => o.Kind)
            .ToListAsync(ct);
        OutboxKind[] missing = [.. new[] { OutboxKind.BoardRound, OutboxKind.NewOnBoardRound }.Except(planned)];
        if (missing.Length == 0)
            return;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Settings.Select(s => s.TimeZone).SingleAsync(ct));
        var morning = TimeZoneInfo.ConvertTime(now, zone).Date.AddDays(1).AddHours(Hour);
        var due = new DateTimeOffset(morning, zone.GetUtcOffset(morning)).ToUniversalTime();
        db.Outbox.AddRange(missing.Select(kind => new OutboxItem { Kind = kind, DueAt = due }));
    }
}
