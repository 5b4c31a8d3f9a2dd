using System.Security.Claims;
using System.Threading.RateLimiting;
using CoProduce.Web.Data;
using CoProduce.Web.Hosting;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CoProduce.Web.Features.Accounts;

/// <summary>Registers what the capability owns: sign-in and who may do what.</summary>
public static class AccountsFeature
{
    /// <summary>The rate limit on everything that guesses a secret: signing in, resetting, second factors.</summary>
    public const string SecretsLimit = "secrets";

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<StaffByMail>().AddScoped<OwnMail>().AddScoped<HolderByMail>();
        services.AddScoped<CurrentPerson>().AddScoped<MyOrganisations>().AddScoped<AllOrganisations>().AddScoped<AccountQuery>();
        services.AddScoped<SignInWithPassword>().AddScoped<Invite>().AddScoped<AcceptInvitation>().AddScoped<NewSignIn>();
        services.AddScoped<ResetPassword>().AddScoped<ChangeSignIn>().AddScoped<SecondStep>().AddScoped<Passkeys>();
        services.AddSingleton<IValidator<JoinForm>, JoinRules>();
        services.AddSingleton<IValidator<ForgottenForm>, ForgottenRules>();
        services.AddSingleton<IValidator<PasswordForm>, PasswordRules>();
        services.AddSingleton<IValidator<EmailForm>, EmailRules>();
        services.AddSingleton<IValidator<NameForm>, NameRules>();
        services.AddSingleton<IValidator<CodeForm>, CodeRules>();
        services.AddSingleton<IValidator<SignInForm>, SignInRules>();
        services.AddScoped<IAuthorizationHandler, RolesHandler>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        services.AddCascadingAuthenticationState();
        services.AddCascadingValue(CurrentShell.Of);
        services
            .AddIdentityCore<SignIn>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = true;
                options.SignIn.RequireConfirmedEmail = true;
                options.Password.RequiredLength = Passwords.MinimumLength;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireDigit = false;
                options.Lockout.MaxFailedAccessAttempts = 8;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddEntityFrameworkStores<DirectoryDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            passkeys.ResidentKeyRequirement = "required"; // so that nobody types an address first
            passkeys.UserVerificationRequirement = "required";
        });
        services.AddScoped<IUserClaimsPrincipalFactory<SignIn>, SignInClaims>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "coproduce";
            cookie.Cookie.Path = "/";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
            cookie.Events.OnRedirectToLogin = ToSignIn;
            cookie.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(
                SecretsLimit,
                http =>
                    HttpMethods.IsPost(http.Request.Method)
                        ? RateLimitPartition.GetFixedWindowLimiter(
                            http.Connection.RemoteIpAddress?.ToString() ?? "",
                            _ => new() { PermitLimit = TriesOf(http), Window = TimeSpan.FromMinutes(5) }
                        )
                        : RateLimitPartition.GetNoLimiter("whoever only reads")
            );
        });
        return services;
    }

    // A whole day centre may stand behind one address of the network.
    private static int TriesOf(HttpContext http) =>
        http.RequestServices.GetRequiredService<IConfiguration>().GetValue("SignIn:TriesPerFiveMinutes", 30);

    /// <summary>Maps what is no page: signing out and the questions to passkeys.</summary>
    public static IEndpointRouteBuilder MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(SignOut.Path, SignOut.HandleAsync).AllowAnonymous();
        routes.MapPost("/account/passkeys/request", PasskeyOptions.RequestAsync).AllowAnonymous().RequireRateLimiting(SecretsLimit);
        routes
            .MapPost("/account/passkeys/create", PasskeyOptions.CreationAsync)
            .RequireAuthorization(policy => policy.RequireAuthenticatedUser())
            .RequireRateLimiting(SecretsLimit);
        return routes;
    }

    // Somebody who is not signed in is asked to, in the organisation whose page they wanted.
    private static Task ToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var organisation = context.HttpContext.RequestServices.GetRequiredService<CurrentOrganisation>();
        var page = organisation.IsSet ? $"/{organisation.Profile.Slug}/sign-in" : "/account/sign-in";
        var back = Uri.EscapeDataString(context.Request.PathBase + context.Request.Path + context.Request.QueryString);
        context.Response.Redirect($"{page}?returnUrl={back}");
        return Task.CompletedTask;
    }

    /// <summary>Puts into the cookie who is an operator. Nothing of an organisation is in it: that is read anew for each request.</summary>
    private sealed class SignInClaims(UserManager<SignIn> users, IOptions<IdentityOptions> options)
        : UserClaimsPrincipalFactory<SignIn>(users, options)
    {
        protected override async Task<ClaimsIdentity> GenerateClaimsAsync(SignIn user)
        {
            var identity = await base.GenerateClaimsAsync(user);
            if (user.IsOperator)
                identity.AddClaim(new(AllowOperatorAttribute.Claim, "yes"));
            return identity;
        }
    }
}
