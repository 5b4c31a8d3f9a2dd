using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace CoProduce.Web.Features.Accounts;

/// <summary>What the browser's passkey is asked, as JSON for wwwroot/js/passkeys.js.</summary>
public static class PasskeyOptions
{
    /// <summary>Asks for any passkey of this site. No address is given beforehand, so nothing is said about who exists.</summary>
    public static async Task<Results<ContentHttpResult, BadRequest>> RequestAsync(
        HttpContext http,
        IAntiforgery antiforgery,
        SignInManager<SignIn> signIns
    ) =>
        await antiforgery.IsRequestValidAsync(http)
            ? TypedResults.Content(await signIns.MakePasskeyRequestOptionsAsync(null), "application/json")
            : TypedResults.BadRequest();

    /// <summary>Asks for a new passkey of the signed-in person.</summary>
    public static async Task<Results<ContentHttpResult, BadRequest>> CreationAsync(
        HttpContext http,
        IAntiforgery antiforgery,
        SignInManager<SignIn> signIns,
        UserManager<SignIn> users
    )
    {
        if (!await antiforgery.IsRequestValidAsync(http) || await users.GetUserAsync(http.User) is not { } person)
            return TypedResults.BadRequest();
        var options = await signIns.MakePasskeyCreationOptionsAsync(
            new()
            {
                Id = person.Id.ToString(),
                Name = person.Email!,
                DisplayName = person.Name,
            }
        );
        return TypedResults.Content(options, "application/json");
    }
}
