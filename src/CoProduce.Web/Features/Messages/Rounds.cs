using CoProduce.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Messages;

/// <summary>Promises what is done once in every organisation on each day, such as a look at what runs out.</summary>
public static class Rounds
{
    /// <summary>Plans the next day's round in the caller's unit of work, unless one is planned.</summary>
    /// <param name="at">The time on the clocks of the organisation.</param>
    public static async Task PlanRoundAsync(this TenantDb db, OutboxKind kind, TimeOnly at, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Outbox.AnyAsync(o => o.Kind == kind && o.DoneAt == null && o.DueAt > now, ct))
            return;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Settings.Select(s => s.TimeZone).SingleAsync(ct));
        var tomorrow = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).Date).AddDays(1);
        db.Outbox.Add(new() { Kind = kind, DueAt = WallClock.Moment(tomorrow, at, zone) });
    }
}
