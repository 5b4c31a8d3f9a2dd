using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using Microsoft.AspNetCore.Identity;

namespace CoProduce.Web.Features.Accounts;

/// <summary>Somebody who forgot the password gets a link by mail and chooses a new one. Nobody learns from it who exists.</summary>
public sealed class ResetPassword(UserManager<SignIn> users, AccountLetters letters, CurrentOrganisation organisation)
{
    public enum Outcome
    {
        Done,

        /// <summary>The link was used, is too old, or is not ours.</summary>
        LinkNotUsable,
    }

    /// <summary>Sends a link where the address is known, and says nothing either way.</summary>
    public async Task AskAsync(ForgottenForm form, CancellationToken ct = default)
    {
        if (await users.FindByEmailAsync(form.Email!.Trim()) is not { } person)
            return;
        var code = await users.GeneratePasswordResetTokenAsync(person);
        var face = organisation.IsSet ? organisation.Profile.Slug : "account";
        letters.Add(
            person.Email!,
            person.Name,
            t =>
                new(
                    t["Choose a new password"],
                    [
                        t["Somebody, probably you, asked for a new password. Press the link to choose one."],
                        t["The link works once, for a day. If it was not you, you need do nothing: your password stays as it is."],
                    ],
                    AccountLinks.Of($"/{face}/reset", person, code),
                    t["Choose a new password"]
                )
        );
        await letters.SaveAsync(ct);
    }

    /// <summary>The sign-in that a link belongs to; null when it was used, is too old, or is not ours.</summary>
    public async Task<SignIn?> FindAsync(Guid who, string code) =>
        await users.FindByIdAsync(who.ToString()) is { } person
        && await users.VerifyUserTokenAsync(
            person,
            users.Options.Tokens.PasswordResetTokenProvider,
            UserManager<SignIn>.ResetPasswordTokenPurpose,
            code
        )
            ? person
            : null;

    /// <summary>Sets the new password. The link proved the address, so it counts as confirmed; every browser is signed out and a lock is lifted.</summary>
    public async Task<Outcome> HandleAsync(Guid who, string code, string password)
    {
        if (await FindAsync(who, code) is not { } person)
            return Outcome.LinkNotUsable;
        (person.EmailConfirmed, person.LockoutEnd, person.AccessFailedCount) = (true, null, 0); // kept only with the password
        var result = await users.ResetPasswordAsync(person, code, password);
        return result.Succeeded ? Outcome.Done : Outcome.LinkNotUsable;
    }
}
