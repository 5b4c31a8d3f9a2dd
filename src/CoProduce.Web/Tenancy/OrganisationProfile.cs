using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Ui;

namespace CoProduce.Web.Tenancy;

/// <summary>What every page of an organisation needs: who it is, how it looks, how it counts. A snapshot that may be some seconds old.</summary>
/// <param name="Id">The tenant.</param>
/// <param name="Slug">The first part of every address of the organisation.</param>
/// <param name="Settings">The organisation's settings.</param>
/// <param name="CreditWords">The credit's names by language, at least one.</param>
/// <param name="LogoVersion">Changes with the logo; null when there is none.</param>
public sealed record OrganisationProfile(
    OrganisationId Id,
    string Slug,
    OrganisationSettings Settings,
    IReadOnlyList<CreditWords> CreditWords,
    string? LogoVersion
)
{
    /// <summary>The organisation's name as people say it.</summary>
    public string Name => Settings.Name;

    /// <summary>What the organisation calls an hour.</summary>
    public CreditName Credit { get; } = new(CreditWords.ToDictionary(c => c.Language, c => new CreditForms(c.One, c.Other)));

    /// <summary>The zone in which its days begin and end.</summary>
    public TimeZoneInfo TimeZone { get; } = TimeZoneInfo.FindSystemTimeZoneById(Settings.TimeZone);

    /// <summary>The date that a wall calendar in the organisation shows at that moment.</summary>
    public DateOnly DateOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, TimeZone).DateTime);

    /// <summary>The moment at which that day begins in the organisation.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, TimeZone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
