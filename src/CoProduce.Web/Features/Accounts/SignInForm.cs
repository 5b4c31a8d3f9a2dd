using CoProduce.Web.Features.Members;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Accounts;

/// <summary>What a person types to sign in.</summary>
public sealed class SignInForm
{
    public string? Email { get; set; }

    public string? Password { get; set; }

    /// <summary>True to stay signed in on this device after the browser is closed.</summary>
    public bool Stay { get; set; }
}

/// <summary>The shape of <see cref="SignInForm"/>.</summary>
public sealed class SignInRules : AbstractValidator<SignInForm>
{
    public SignInRules(IStringLocalizer texts)
    {
        RuleFor(f => f.Email).IsEmail(texts);
        RuleFor(f => f.Password)
            .NotEmpty()
            .WithMessage(_ => texts["Type your password."])
            .MaximumLength(Passwords.MaximumLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Passwords.MaximumLength]);
    }
}

/// <summary>What every form of the capability asks of an address and of a password.</summary>
public static class Passwords
{
    /// <summary>The shortest password. Length is what counts; rules of composition only make people write it down.</summary>
    public const int MinimumLength = 10;

    /// <summary>The longest password, so that nobody makes the program work on a megabyte of it.</summary>
    public const int MaximumLength = 200;

    /// <summary>Something that can be an e-mail address, and nothing that a database cannot store.</summary>
    public static IRuleBuilderOptions<TForm, string?> IsEmail<TForm>(this IRuleBuilder<TForm, string?> rule, IStringLocalizer texts) =>
        rule.Must(e => e?.Trim() is { Length: > 2 and <= MemberContact.EmailLength } email && IsAddress(email))
            .WithMessage(_ => texts["Type your e-mail address, for example ann@example.org."]);

    /// <summary>A password that may be chosen.</summary>
    public static IRuleBuilderOptions<TForm, string?> IsNewPassword<TForm>(
        this IRuleBuilder<TForm, string?> rule,
        IStringLocalizer texts
    ) =>
        rule.Must(p => p is { Length: >= MinimumLength and <= MaximumLength })
            .WithMessage(_ => texts["Choose a password of at least {0} characters. Three or four words in a row are good.", MinimumLength]);

    /// <summary>A name that a person may have.</summary>
    public static IRuleBuilderOptions<TForm, string?> IsName<TForm>(this IRuleBuilder<TForm, string?> rule, IStringLocalizer texts) =>
        rule.Must(n => n?.Trim() is { Length: > 0 and <= RoleHolder.NameLength } name && !name.Any(char.IsControl))
            .WithMessage(_ => texts["Type your name, at most {0} characters.", RoleHolder.NameLength]);

    private static bool IsAddress(string email) =>
        email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at == email.LastIndexOf('@')
        && at < email.Length - 1
        && !email.Any(c => char.IsControl(c) || char.IsWhiteSpace(c));
}
