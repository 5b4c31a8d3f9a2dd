using CoProduce.Ledger;
using CoProduce.Web.Features.Members;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Joining.Adding;

/// <summary>What a coordinator knows of a new member; only a name and a hub are needed.</summary>
public sealed class AddMemberForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public bool IsOrganisation { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public Guid? Hub { get; set; }

    /// <summary>The same as a list posts it: an empty choice is none.</summary>
    public string? HubChosen
    {
        get => Hub?.ToString();
        set => Hub = Guid.TryParse(value, out var id) ? id : null;
    }

    public ContactWay Prefers { get; set; } = ContactWay.Phone;

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? Address { get; set; }

    public bool IsUnder18 { get; set; }

    public string? GuardianName { get; set; }

    public string? GuardianPhone { get; set; }

    /// <summary>The steps that were done already, by the names of their kinds; null for none.</summary>
    public List<string>? Done { get; set; }

    /// <summary>True when a coordinator has seen who has the same name or number, and it is somebody else.</summary>
    public bool IsSomebodyElse { get; set; }

    public Door Door { get; set; } = Door.Phone;
}

/// <summary>The shape of <see cref="AddMemberForm"/>.</summary>
public sealed class AddMemberRules : AbstractValidator<AddMemberForm>
{
    public AddMemberRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.FirstName).Must(n => !string.IsNullOrWhiteSpace(n)).WithMessage(_ => texts["Write a name."]);
        RuleFor(f => f.FirstName)
            .MaximumLength(Member.NameLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Member.NameLength]);
        RuleFor(f => f.LastName)
            .MaximumLength(Member.NameLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Member.NameLength]);
        RuleFor(f => f.Hub).NotEmpty().WithMessage(_ => texts["Choose a time bank."]);
        RuleFor(f => f.Email)
            .EmailAddress()
            .When(f => !string.IsNullOrWhiteSpace(f.Email))
            .WithMessage(_ => texts["Write the e-mail address as name@place, or leave it empty."])
            .MaximumLength(MemberContact.EmailLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", MemberContact.EmailLength]);
        RuleFor(f => f.Phone).PhoneOrNothing(texts);
        RuleFor(f => f.GuardianName).AtMost(Member.NameLength, texts);
        RuleFor(f => f.GuardianPhone).PhoneOrNothing(texts);
        RuleFor(f => f.Address)
            .MaximumLength(MemberContact.TextLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", MemberContact.TextLength]);
    }
}
