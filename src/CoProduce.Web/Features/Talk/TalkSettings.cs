using CoProduce.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Talk;

/// <summary>Whether members write to one another here, and who else reads it; as here where there is no row.</summary>
public sealed class TalkSettings
{
    /// <summary>True where members may write to one another.</summary>
    public bool IsOn { get; set; }

    /// <summary>True while coordinators can read what is written from <see cref="ChangedAt"/> on.</summary>
    public bool CoordinatorsRead { get; set; }

    /// <summary>When it was last changed whether coordinators read; null when it never was.</summary>
    public DateTimeOffset? ChangedAt { get; set; }
}

/// <summary>Reads them inside a unit of work.</summary>
internal static class TalkSettingsReading
{
    public static async Task<TalkSettings> TalkSettingsNowAsync(this TenantDb db, CancellationToken ct) =>
        await db.TalkSettings.AsNoTracking().SingleOrDefaultAsync(ct) ?? new();
}
