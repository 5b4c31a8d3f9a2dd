using Microsoft.AspNetCore.Identity;
using QRCoder;

namespace CoProduce.Web.Features.Accounts;

/// <summary>A code of an authenticator app as the second step of signing in: setting it up, using it, codes for a lost phone, turning it off.</summary>
public sealed class SecondStep(UserManager<SignIn> users, SignInManager<SignIn> signIns, CurrentPerson me)
{
    private const int RecoveryCodes = 10;

    public enum Outcome
    {
        Done,
        WrongCode,
    }

    /// <summary>What the person's app needs to know.</summary>
    /// <param name="Key">To be typed, in groups of four.</param>
    /// <param name="Picture">To be scanned, as an SVG element.</param>
    public sealed record Setup(string Key, string Picture);

    /// <summary>How many codes for a lost phone are left; null while the second step is off.</summary>
    public async Task<int?> CodesLeftAsync()
    {
        var person = await users.SignedInAsync(me);
        return person.TwoFactorEnabled ? await users.CountRecoveryCodesAsync(person) : null;
    }

    /// <summary>Makes a new key. The second step stays as it was until a code has proven the app.</summary>
    public async Task BeginAsync()
    {
        var person = await users.SignedInAsync(me);
        if (!person.TwoFactorEnabled)
            await users.ResetAuthenticatorKeyAsync(person);
        await signIns.RefreshSignInAsync(person);
    }

    /// <summary>The key that waits to be proven; null when there is none or the second step is on.</summary>
    public async Task<Setup?> WaitingAsync()
    {
        var person = await users.SignedInAsync(me);
        if (person.TwoFactorEnabled || await users.GetAuthenticatorKeyAsync(person) is not { Length: > 0 } key)
            return null;
        var label = Uri.EscapeDataString($"CoProduce:{person.Email}");
        using var qr = QRCodeGenerator.GenerateQrCode(
            $"otpauth://totp/{label}?secret={key}&issuer=CoProduce&digits=6",
            QRCodeGenerator.ECCLevel.Q
        );
        using var picture = new SvgQRCode(qr);
        var groups = string.Join(' ', key.ToLowerInvariant().Chunk(4).Select(g => new string(g)));
        return new(groups, picture.GetGraphic(5, "#000000", "#ffffff"));
    }

    /// <summary>A code of the app turns the second step on; the answer has the codes for a lost phone, shown this once.</summary>
    public async Task<(Outcome Outcome, IReadOnlyList<string> Codes)> TurnOnAsync(CodeForm form)
    {
        var person = await users.SignedInAsync(me);
        if (!await users.VerifyTwoFactorTokenAsync(person, users.Options.Tokens.AuthenticatorTokenProvider, Digits(form)))
            return (Outcome.WrongCode, []);
        await users.SetTwoFactorEnabledAsync(person, true);
        return (Outcome.Done, await NewCodesAsync());
    }

    /// <summary>New codes for a lost phone; the old ones no longer work.</summary>
    public async Task<IReadOnlyList<string>> NewCodesAsync()
    {
        var person = await users.SignedInAsync(me);
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(person, RecoveryCodes) ?? [];
        await signIns.RefreshSignInAsync(person);
        return [.. codes];
    }

    /// <summary>Turns the second step off; the key is forgotten.</summary>
    public async Task TurnOffAsync()
    {
        var person = await users.SignedInAsync(me);
        await users.SetTwoFactorEnabledAsync(person, false);
        await users.ResetAuthenticatorKeyAsync(person);
        await signIns.RefreshSignInAsync(person);
    }

    /// <summary>The person whose password was right gives the code, or one of the codes for a lost phone.</summary>
    /// <param name="stay">True to stay signed in after the browser is closed; a code for a lost phone never does, as the device may be borrowed.</param>
    public async Task<Outcome> SignInAsync(CodeForm form, bool stay)
    {
        var result =
            Digits(form) is { Length: 6 } digits && digits.All(char.IsAsciiDigit)
                ? await signIns.TwoFactorAuthenticatorSignInAsync(digits, isPersistent: stay, rememberClient: false)
                : await signIns.TwoFactorRecoveryCodeSignInAsync(form.Code!.Trim());
        return result.Succeeded ? Outcome.Done : Outcome.WrongCode;
    }

    private static string Digits(CodeForm form) => string.Concat(form.Code!.Where(c => !char.IsWhiteSpace(c) && c != '-'));
}
