using CoProduce.Web.Tenancy;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>Why a day or a length of time cannot be logged, the same for everybody who logs.</summary>
public enum ExchangeFault
{
    /// <summary>The day has not come yet.</summary>
    InTheFuture,

    /// <summary>More than <see cref="Exchange.DaysBack"/> days ago.</summary>
    TooLongAgo,

    /// <summary>Longer than the organisation allows for one exchange, or not above zero.</summary>
    TooLong,

    /// <summary>Not a multiple of the organisation's step.</summary>
    NotInSteps,
}

/// <summary>The organisation's limits on one exchange.</summary>
public static class ExchangeRules
{
    /// <summary>What is wrong with that day or that many minutes; null when nothing is.</summary>
    public static ExchangeFault? Check(OrganisationProfile organisation, DateOnly day, long minutes, DateOnly today) =>
        day > today ? ExchangeFault.InTheFuture
        : day < today.AddDays(-Exchange.DaysBack) ? ExchangeFault.TooLongAgo
        : minutes <= 0 || minutes > organisation.Settings.MaximumMinutes ? ExchangeFault.TooLong
        : minutes % organisation.Settings.StepMinutes != 0 ? ExchangeFault.NotInSteps
        : null;
}
