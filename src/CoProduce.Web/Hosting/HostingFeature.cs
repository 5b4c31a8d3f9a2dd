using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Npgsql;

namespace CoProduce.Web.Hosting;

/// <summary>The order in which a request meets the program, and what is there besides pages.</summary>
public static class HostingFeature
{
    public static IServiceCollection AddHosting(this IServiceCollection services)
    {
        ProtectionKeys.Register(services);
        services.AddSingleton(TimeProvider.System);
        services.AddResponseCompression(options => options.EnableForHttps = false); // compressing secrets beside what a stranger sends leaks them (BREACH)
        services.AddAntiforgery(options => options.Cookie.Path = "/"); // one token, whoever somebody acts for
        services.AddRazorComponents().AddInteractiveServerComponents();
        return services;
    }

    public static void UseHosting(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/status/500", createScopeForErrors: true);
        app.UseMiddleware<RequestLog>();
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.UseProblemPages();
        app.UsePlainAddresses();
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.UseMiddleware<ForAnotherMiddleware>();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<OrganisationMiddleware>();
        app.UseUi();
        app.UseMiddleware<PersonMiddleware>();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseExpiredForms();
    }

    public static void MapHosting(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapGet("/health/live", () => "live").AllowAnonymous();
        app.MapGet(
                "/health/ready",
                async (NpgsqlDataSource database, CancellationToken ct) =>
                {
                    await using var command = database.CreateCommand("select 1");
                    await command.ExecuteScalarAsync(ct);
                    return "ready";
                }
            )
            .AllowAnonymous();
        app.MapUi();
        app.MapAccounts();
        app.MapFallback(() => TypedResults.NotFound()).AllowAnonymous(); // else an unknown address would ask a stranger to sign in
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode().Add(RequireSignInForCircuits);
    }

    // Circuits serve islands on staff pages only; each island decides again who may do what (IslandScope).
    private static void RequireSignInForCircuits(EndpointBuilder endpoint)
    {
        var pattern = (endpoint as RouteEndpointBuilder)?.RoutePattern.RawText ?? "";
        if (pattern.TrimStart('/').StartsWith("_blazor", StringComparison.Ordinal))
            endpoint.Metadata.Add(new AllowSignedInAttribute());
        else if (pattern.TrimStart('/').StartsWith("_framework", StringComparison.Ordinal))
            endpoint.Metadata.Add(new AllowAnonymousAttribute());
    }
}
