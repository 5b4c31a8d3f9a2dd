using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace CoProduce.Web.Features.Kiosk;

/// <summary>Registers what the capability owns: touch screens at which members sign in by card or number and PIN.</summary>
public static class KioskFeature
{
    public static IServiceCollection AddKiosk(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, KioskScheme>(KioskScheme.Name, null);
        services.AddScoped<AtKiosk>().AddScoped<SetUpKiosk>().AddScoped<PairKiosk>().AddScoped<KiosksQuery>();
        services.AddScoped<SetPin>().AddScoped<SignInAtKiosk>().AddScoped<LogAtKiosk>().AddScoped<RegularsQuery>();
        services.AddSingleton<IPasswordHasher<KioskPin>, PasswordHasher<KioskPin>>();
        services.AddSingleton<IValidator<KioskForm>, KioskRules>();
        services.AddSingleton<IValidator<PairForm>, PairRules>();
        services.AddSingleton<IValidator<PinForm>, PinRules>();
        services.AddSingleton<IValidator<KioskSignInForm>, KioskSignInRules>();
        return services.AddMenu(new MenuEntry("Kiosks", "kiosks", MenuPlace.People, "look", Audience.Coordinator, 10));
    }

    /// <summary>Maps what is no page: saying that one is finished.</summary>
    public static IEndpointRouteBuilder MapKiosk(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/{organisation}/kiosk/finish", FinishAsync).WithMetadata(new AllowKioskAttribute());
        return routes;
    }

    private static async Task<Results<RedirectHttpResult, BadRequest>> FinishAsync(
        HttpContext http,
        IAntiforgery antiforgery,
        AtKiosk kiosk
    )
    {
        if (!await antiforgery.IsRequestValidAsync(http))
            return TypedResults.BadRequest();
        await kiosk.LeaveAsync(http, http.RequestAborted);
        return TypedResults.LocalRedirect($"{kiosk.Path}?done={KioskDone.Finished}");
    }
}
