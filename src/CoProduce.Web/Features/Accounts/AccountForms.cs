using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Accounts;

/// <summary>An address to send a link to.</summary>
public sealed class ForgottenForm
{
    public string? Email { get; set; }
}

/// <summary>A new password, with the old one where there is one.</summary>
public sealed class PasswordForm
{
    public string? Current { get; set; }

    public string? Password { get; set; }
}

/// <summary>A new address, with the password where there is one.</summary>
public sealed class EmailForm
{
    public string? Email { get; set; }

    public string? Password { get; set; }
}

/// <summary>A name: a person's or a passkey's.</summary>
public sealed class NameForm
{
    public string? Name { get; set; }
}

/// <summary>A code of an authenticator app, or a recovery code.</summary>
public sealed class CodeForm
{
    /// <summary>The longest code, with the spaces that people type.</summary>
    public const int Length = 40;

    public string? Code { get; set; }
}

/// <summary>The shape of <see cref="ForgottenForm"/>.</summary>
public sealed class ForgottenRules : AbstractValidator<ForgottenForm>
{
    public ForgottenRules(IStringLocalizer texts) => RuleFor(f => f.Email).IsEmail(texts);
}

/// <summary>The shape of <see cref="PasswordForm"/>.</summary>
public sealed class PasswordRules : AbstractValidator<PasswordForm>
{
    public PasswordRules(IStringLocalizer texts)
    {
        RuleFor(f => f.Current).MaximumLength(Passwords.MaximumLength).WithMessage(_ => texts["That is not your password."]);
        RuleFor(f => f.Password).IsNewPassword(texts);
    }
}

/// <summary>The shape of <see cref="EmailForm"/>.</summary>
public sealed class EmailRules : AbstractValidator<EmailForm>
{
    public EmailRules(IStringLocalizer texts)
    {
        RuleFor(f => f.Email).IsEmail(texts);
        RuleFor(f => f.Password).MaximumLength(Passwords.MaximumLength).WithMessage(_ => texts["That is not your password."]);
    }
}

/// <summary>The shape of <see cref="NameForm"/>.</summary>
public sealed class NameRules : AbstractValidator<NameForm>
{
    public NameRules(IStringLocalizer texts) => RuleFor(f => f.Name).IsName(texts);
}

/// <summary>The shape of <see cref="CodeForm"/>.</summary>
public sealed class CodeRules : AbstractValidator<CodeForm>
{
    public CodeRules(IStringLocalizer texts) =>
        RuleFor(f => f.Code)
            .Must(c => c?.Trim() is { Length: > 0 and <= CodeForm.Length })
            .WithMessage(_ => texts["Type the six digits that your app shows."]);
}
