using CoProduce.Web.Data;
using CoProduce.Web.Features.Messages;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Care;

/// <summary>Sees to it that every morning somebody looks at what runs out, from the first check or concern on.</summary>
public static class CareRounds
{
    private const int Hour = 7;

    /// <summary>Plans the next morning's round in the caller's unit of work, unless one is planned.</summary>
    public static async Task PlanCareRoundAsync(this TenantDb db, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Outbox.AnyAsync(o => o.Kind == OutboxKind.CareRound && o.DoneAt == null && o.DueAt > now, ct))
            return;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Settings.Select(s => s.TimeZone).SingleAsync(ct));
        var morning = TimeZoneInfo.ConvertTime(now, zone).Date.AddDays(1).AddHours(Hour);
        db.Outbox.Add(
            new() { Kind = OutboxKind.CareRound, DueAt = new DateTimeOffset(morning, zone.GetUtcOffset(morning)).ToUniversalTime() }
        );
    }
}
