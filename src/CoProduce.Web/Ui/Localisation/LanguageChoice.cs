using Microsoft.AspNetCore.Localization;

namespace CoProduce.Web.Ui;

/// <summary>Set as a feature of the request by whoever finds the organisation, before <c>UseUi</c>: the language it greets people in.</summary>
public sealed record OrganisationLanguage(string Code);

/// <summary>Chooses the language of a request: what the person chose (a cookie), then a browser that asks for another language than English,
/// then the organisation's, then English.</summary>
/// <param name="withTests">Whether the languages that exist for tests may be chosen.</param>
public sealed class LanguageChoice(bool withTests) : RequestCultureProvider
{
    /// <summary>The cookie that keeps a person's choice.</summary>
    public const string Cookie = "language";

    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var language =
            Languages.Find(httpContext.Request.Cookies[Cookie], withTests)
            ?? Asked(httpContext)
            ?? Languages.Find(httpContext.Features.Get<OrganisationLanguage>()?.Code, withTests)
            ?? Languages.All[0];
        return Task.FromResult<ProviderCultureResult?>(new(language.Formats.Name, language.Wording.Name));
    }

    // Nearly every browser here says English without its owner ever having chosen, so English is no sign of a wish.
    private static Language? Asked(HttpContext http) =>
        http
            .Request.GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
            .Select(l => Languages.Find(l.Value.Value, withTests: false))
            .FirstOrDefault(l => l is not null)
            is { Code: not "en" } wished
            ? wished
            : null;
}
