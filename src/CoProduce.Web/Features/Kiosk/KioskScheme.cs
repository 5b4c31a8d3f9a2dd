using System.Security.Claims;
using System.Text.Encodings.Web;
using CoProduce.Web.Tenancy;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace CoProduce.Web.Features.Kiosk;

/// <summary>Lets in whoever is signed in at a kiosk of the organisation, and nobody else.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowKioskAttribute : AuthorizeAttribute
{
    public AllowKioskAttribute() => AuthenticationSchemes = KioskScheme.Name;
}

/// <summary>
/// Who is signed in at a kiosk. Only pages that ask for this scheme ever hear of it: for every other page whoever stands at a kiosk is a stranger.
/// </summary>
public sealed class KioskScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    AtKiosk kiosk,
    CurrentOrganisation organisation
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string Name = "kiosk";

    // The visit's id binds a form to the visit in which it was shown: whoever comes next cannot send it.
    private const string VisitClaim = "coproduce:kiosk-visit";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!organisation.IsSet || await kiosk.ArriveAsync(Context, Context.RequestAborted) is not { } guest)
            return AuthenticateResult.NoResult();
        var identity = new ClaimsIdentity([new(VisitClaim, guest.Visit.ToString())], Name);
        return AuthenticateResult.Success(new(new(identity), Name));
    }

    // Whoever is not signed in, or was quiet too long, begins anew.
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Redirect($"{kiosk.Path}?done={KioskDone.Quiet}");
        return Task.CompletedTask;
    }
}

/// <summary>What the front page of a kiosk says after something ended, by the word in its address.</summary>
internal static class KioskDone
{
    public const string Quiet = "quiet";
    public const string Finished = "finished";
    public const string Paired = "paired";
}
