using System.Text.Encodings.Web;
using System.Text.Unicode;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Ui;

/// <summary>Registers what every page needs: words, languages, the look, the menu.</summary>
public static class UiFeature
{
    private static readonly TimeSpan ChoiceLasts = TimeSpan.FromDays(365);

    /// <summary>Services of the face. <c>Testing:PseudoLocale</c> lets requests ask for the languages that exist for tests.</summary>
    public static IServiceCollection AddUi(this IServiceCollection services, IConfiguration configuration)
    {
        var withTests = configuration.GetValue("Testing:PseudoLocale", false);
        services.AddSingleton<IStringLocalizer, Texts>();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // names and Welsh stay letters, not &#x..;
        services.AddSingleton<Menu>();
        services.AddScoped<PageHead>();
        services.AddSingleton<IValidator<StyleForm>, StyleRules>();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture("en-GB");
            options.SupportedCultures = [.. Languages.All.Select(l => l.Formats).Distinct()];
            options.SupportedUICultures = [.. Languages.All.Where(l => withTests || !l.ForTests).Select(l => l.Wording)];
            options.RequestCultureProviders = [new LanguageChoice(withTests)];
            options.ApplyCurrentCultureToResponseHeaders = true;
        });
        return services;
    }

    /// <summary>Adds places to the menu.</summary>
    public static IServiceCollection AddMenu(this IServiceCollection services, params ReadOnlySpan<MenuEntry> entries)
    {
        foreach (var entry in entries)
            services.AddSingleton(entry);
        return services;
    }

    /// <summary>Sets the language of every request; after the organisation is known and before anything writes words.</summary>
    public static WebApplication UseUi(this WebApplication app)
    {
        app.UseRequestLocalization();
        return app;
    }

    /// <summary>The two addresses that keep a choice of language or look and return to where one was; they only set a cookie of the device.</summary>
    public static IEndpointRouteBuilder MapUi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/language", ChooseLanguage).AllowAnonymous();
        routes.MapGet("/look", ChooseLook).AllowAnonymous();
        return routes;
    }

    private static RedirectHttpResult ChooseLanguage(HttpContext http, [FromQuery] string? culture, [FromQuery] string? returnUrl)
    {
        if (Languages.Find(culture, withTests: true) is { } language)
            Keep(http, LanguageChoice.Cookie, language.Code);
        return TypedResults.LocalRedirect(LocalAddress.OrHome(returnUrl));
    }

    private static RedirectHttpResult ChooseLook(
        HttpContext http,
        [FromQuery] string? theme,
        [FromQuery] string? text,
        [FromQuery] string? returnUrl
    )
    {
        Keep(http, Look.Cookie, Look.Parse($"{theme}.{text}").ToString());
        return TypedResults.LocalRedirect(LocalAddress.OrHome(returnUrl));
    }

    private static void Keep(HttpContext http, string cookie, string value)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Cookies.Append(
            cookie,
            value,
            new()
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = ChoiceLasts,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
            }
        );
    }
}
