using CoProduce.Web.Data;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>How logging an exchange can end, whoever logs it.</summary>
public enum LogOutcome
{
    Logged,
    SamePerson,
    UnknownMember,

    /// <summary>One of the two is suspended or has left.</summary>
    NotTakingPart,

    /// <summary>The day has not come yet.</summary>
    InTheFuture,

    /// <summary>More than <see cref="Exchange.DaysBack"/> days ago.</summary>
    TooLongAgo,

    /// <summary>Longer than the organisation allows for one exchange, or not above zero.</summary>
    TooLong,

    /// <summary>Not a multiple of the organisation's step.</summary>
    NotInSteps,
    UnknownCategory,

    /// <summary>The hours would take the receiver below the floor; only where they move at once.</summary>
    BelowFloor,

    /// <summary>The community pot was to pay and has not as much.</summary>
    PotIsShort,

    /// <summary>The books for its day are closed.</summary>
    PeriodClosed,
}

/// <summary>The limits on one exchange, the same for everybody who logs.</summary>
internal static class ExchangeRules
{
    /// <summary>What is wrong with that day, that many minutes or that kind of help; null when nothing is.</summary>
    public static async Task<LogOutcome?> CheckExchangeAsync(
        this TenantDb db,
        OrganisationProfile organisation,
        DateOnly day,
        long minutes,
        CategoryId? category,
        DateOnly today,
        CancellationToken ct
    ) =>
        day > today ? LogOutcome.InTheFuture
        : day < today.AddDays(-Exchange.DaysBack) ? LogOutcome.TooLongAgo
        : minutes <= 0 || minutes > organisation.Settings.MaximumMinutes ? LogOutcome.TooLong
        : minutes % organisation.Settings.StepMinutes != 0 ? LogOutcome.NotInSteps
        : category is { } kind && !await db.Categories.AnyAsync(c => c.Id == kind, ct) ? LogOutcome.UnknownCategory
        : await db.ClosedPeriods.AnyAsync(p => p.ClosedTo >= day, ct) ? LogOutcome.PeriodClosed
        : null;
}
