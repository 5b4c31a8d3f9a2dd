using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Accounts;

/// <summary>What somebody who was invited says to get a sign-in.</summary>
public sealed class JoinForm
{
    public string? Name { get; set; }

    public string? Password { get; set; }
}

/// <summary>The shape of <see cref="JoinForm"/>.</summary>
public sealed class JoinRules : AbstractValidator<JoinForm>
{
    public JoinRules(IStringLocalizer texts)
    {
        RuleFor(f => f.Name).IsName(texts);
        RuleFor(f => f.Password).IsNewPassword(texts);
    }
}
