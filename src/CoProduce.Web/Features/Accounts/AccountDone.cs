using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Accounts;

/// <summary>What the account page, or the sign-in page, says after something was changed; the address carries the word, so that a reload says it again and does nothing.</summary>
internal static class AccountDone
{
    public const string Name = "name";
    public const string Password = "password";
    public const string Reset = "reset";
    public const string EmailAsked = "email-asked";
    public const string Email = "email";
    public const string Everywhere = "everywhere";
    public const string SecondStep = "second-step";
    public const string NoSecondStep = "no-second-step";

    /// <summary>The sentence; null for a word that is none of ours.</summary>
    public static string? Sentence(IStringLocalizer texts, string word) =>
        word switch
        {
            Name => texts["Your name is changed."].Value,
            Password => texts["Your password is changed. Every other browser was signed out."].Value,
            Reset => texts["Your password is changed. Sign in with it now."].Value,
            EmailAsked => texts["We have sent a link to the new address. The change counts when you press it."].Value,
            Email => texts["Your e-mail address is changed."].Value,
            Everywhere => texts["Every other browser is signed out."].Value,
            SecondStep => texts["From now on we ask for a code after your password."].Value,
            NoSecondStep => texts["The second step is off."].Value,
            _ => null,
        };
}
