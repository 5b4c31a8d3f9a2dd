using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Members;

/// <summary>Which member to invite, and where to when no address is known.</summary>
public sealed class InviteMemberForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Member { get; set; }

    /// <summary>Asked for only when none is known.</summary>
    public string? Email { get; set; }
}

/// <summary>The shape of <see cref="InviteMemberForm"/>.</summary>
public sealed class InviteMemberRules : AbstractValidator<InviteMemberForm>
{
    public InviteMemberRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Email)
            .EmailAddress()
            .When(f => !string.IsNullOrWhiteSpace(f.Email))
            .WithMessage(_ => texts["Write the e-mail address as name@place."]);
        RuleFor(f => f.Email)
            .MaximumLength(MemberContact.EmailLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", MemberContact.EmailLength]);
    }
}
