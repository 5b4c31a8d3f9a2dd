using Microsoft.AspNetCore.Identity;

namespace CoProduce.Web.Features.Accounts;

/// <summary>A person signs in by address and password, or by a passkey. Whoever does not get in learns nothing about who exists.</summary>
public sealed class SignInWithPassword(SignInManager<SignIn> signIns, UserManager<SignIn> users, IPasswordHasher<SignIn> passwords)
{
    private static readonly SignIn Nobody = new();

    public enum Outcome
    {
        SignedIn,

        /// <summary>The password was right; the code of the authenticator app is asked next.</summary>
        SecondStep,

        /// <summary>No such address, a wrong password, locked after too many tries, or an address that was never confirmed: the same answer for all.</summary>
        Refused,
    }

    /// <summary>Signs in for this browser. A refusal takes as long whether or not the address is known.</summary>
    public async Task<Outcome> HandleAsync(SignInForm form)
    {
        if (await users.FindByEmailAsync(form.Email!.Trim()) is not { } person)
            return RefuseAsSlowly(form.Password!);
        var result = await signIns.PasswordSignInAsync(person, form.Password!, form.Stay, lockoutOnFailure: true);
        return result switch
        {
            { Succeeded: true } => Outcome.SignedIn,
            { RequiresTwoFactor: true } => Outcome.SecondStep,
            { IsLockedOut: true } or { IsNotAllowed: true } => RefuseAsSlowly(form.Password!),
            _ => Outcome.Refused,
        };
    }

    /// <summary>Signs in by what the browser's passkey answered, as JSON.</summary>
    public async Task<Outcome> ByPasskeyAsync(string credential)
    {
        try
        {
            return (await signIns.PasskeySignInAsync(credential)).Succeeded ? Outcome.SignedIn : Outcome.Refused;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            return Outcome.Refused; // nobody asked this browser for a passkey, it answered twice, or it answered nothing
        }
    }

    private Outcome RefuseAsSlowly(string password)
    {
        _ = passwords.HashPassword(Nobody, password);
        return Outcome.Refused;
    }
}
