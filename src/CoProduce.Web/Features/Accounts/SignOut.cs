using CoProduce.Web.Tenancy;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace CoProduce.Web.Features.Accounts;

/// <summary>Signs out of this browser and goes to the front of the organisation where the button was pressed.</summary>
public static class SignOut
{
    /// <summary>Where the button posts to.</summary>
    public const string Path = "/account/sign-out";

    public static async Task<Results<RedirectHttpResult, BadRequest>> HandleAsync(
        HttpContext http,
        IAntiforgery antiforgery,
        SignInManager<SignIn> signIns,
        OrganisationDirectory organisations
    )
    {
        if (!await antiforgery.IsRequestValidAsync(http))
            return TypedResults.BadRequest();
        await signIns.SignOutAsync();
        var cameFrom = http.Request.GetTypedHeaders().Referer is { } page && page.Segments is [_, var first, ..] ? first.Trim('/') : "";
        var organisation = cameFrom.Length == 0 ? null : await organisations.FindAsync(cameFrom, http.RequestAborted);
        return TypedResults.LocalRedirect(organisation is null ? "/" : $"/{organisation.Slug}");
    }
}
