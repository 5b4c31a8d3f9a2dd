using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;

namespace CoProduce.Web.Features.Accounts;

/// <summary>The signed-in person's passkeys: add, name, remove.</summary>
public sealed class Passkeys(UserManager<SignIn> users, SignInManager<SignIn> signIns, CurrentPerson me)
{
    /// <summary>The most that one person may have.</summary>
    public const int Most = 20;

    public enum Outcome
    {
        Done,

        /// <summary>The device gave nothing that proves a passkey, nobody asked for one, or it belongs to somebody already.</summary>
        Refused,

        /// <summary>There is none of that key.</summary>
        NotFound,

        TooMany,
    }

    /// <summary>One passkey.</summary>
    /// <param name="Key">Its id, fit for an address.</param>
    /// <param name="Name">What the person calls it; empty until named.</param>
    public sealed record Passkey(string Key, string Name, DateTimeOffset AddedAt);

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<Passkey>> ListAsync()
    {
        var all = await users.GetPasskeysAsync(await users.SignedInAsync(me));
        return
        [
            .. all.OrderBy(p => p.CreatedAt).Select(p => new Passkey(Base64Url.EncodeToString(p.CredentialId), p.Name ?? "", p.CreatedAt)),
        ];
    }

    /// <summary>Adds what the device made. The answer has its key, by which it can be named.</summary>
    public async Task<(Outcome Outcome, string Key)> AddAsync(string credential)
    {
        var person = await users.SignedInAsync(me);
        if ((await users.GetPasskeysAsync(person)).Count >= Most)
            return (Outcome.TooMany, "");
        try
        {
            var made = await signIns.PerformPasskeyAttestationAsync(credential);
            if (!made.Succeeded || !(await users.AddOrUpdatePasskeyAsync(person, made.Passkey)).Succeeded)
                return (Outcome.Refused, "");
            return (Outcome.Done, Base64Url.EncodeToString(made.Passkey.CredentialId));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            return (Outcome.Refused, ""); // nobody asked this browser for a passkey, it answered twice, or it answered nothing
        }
    }

    /// <summary>Names a passkey.</summary>
    public async Task<Outcome> NameAsync(string key, string name)
    {
        var person = await users.SignedInAsync(me);
        if (!Base64Url.IsValid(key) || await users.GetPasskeyAsync(person, Base64Url.DecodeFromChars(key)) is not { } passkey)
            return Outcome.NotFound;
        passkey.Name = name.Trim();
        return (await users.AddOrUpdatePasskeyAsync(person, passkey)).Succeeded ? Outcome.Done : Outcome.Refused;
    }

    /// <summary>Removes a passkey: the device can no longer sign in with it.</summary>
    public async Task<Outcome> RemoveAsync(string key)
    {
        var person = await users.SignedInAsync(me);
        if (!Base64Url.IsValid(key) || await users.GetPasskeyAsync(person, Base64Url.DecodeFromChars(key)) is null)
            return Outcome.NotFound;
        await users.RemovePasskeyAsync(person, Base64Url.DecodeFromChars(key));
        return Outcome.Done;
    }
}
