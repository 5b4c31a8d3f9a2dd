using Microsoft.AspNetCore.Identity;

namespace CoProduce.Web.Features.Accounts;

/// <summary>What a person sees of their own sign-in.</summary>
public sealed class AccountQuery(UserManager<SignIn> users, CurrentPerson me)
{
    /// <summary>The sign-in in figures. Secrets are not in it.</summary>
    public sealed record Account(Guid Id, string Name, string Email, bool HasPassword, int Passkeys, bool HasSecondStep);

    /// <summary>The signed-in person's. Throws when nobody is signed in.</summary>
    public async Task<Account> ReadAsync()
    {
        var person = await users.SignedInAsync(me);
        return new(
            person.Id,
            person.Name,
            person.Email!,
            person.PasswordHash is not null,
            (await users.GetPasskeysAsync(person)).Count,
            person.TwoFactorEnabled
        );
    }
}

/// <summary>Finds the sign-in behind the request.</summary>
internal static class SignedIn
{
    /// <summary>The signed-in person's own. Throws when nobody is signed in.</summary>
    public static async Task<SignIn> SignedInAsync(this UserManager<SignIn> users, CurrentPerson me) =>
        await users.FindByIdAsync((me.SignInId ?? throw new InvalidOperationException("Nobody is signed in.")).ToString())
        ?? throw new InvalidOperationException("The sign-in is gone.");
}
