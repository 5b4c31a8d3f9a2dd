using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Members;

/// <summary>What members say of themselves and how they like to be reached.</summary>
public sealed class ProfileForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public string? About { get; set; }

    /// <summary>The name of a <see cref="ContactWay"/>.</summary>
    public string? Prefers { get; set; }

    /// <summary>The code of the language to be written to in; empty for the organisation's first.</summary>
    public string? WritesIn { get; set; }

    public bool WantsDailyMail { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? Address { get; set; }

    /// <summary>The form filled in with what stands there.</summary>
    public static ProfileForm Of(MyProfile profile) =>
        new()
        {
            About = profile.Member.About,
            Prefers = (profile.Contact?.Prefers ?? ContactWay.InPerson).ToString(),
            Email = profile.Contact?.Email,
            Phone = profile.Contact?.Phone,
            Address = profile.Contact?.Address,
            WritesIn = profile.Contact?.WritesIn,
            WantsDailyMail = profile.Contact?.WantsDailyMail ?? false,
        };
}

/// <summary>The shape of <see cref="ProfileForm"/>.</summary>
public sealed class ProfileRules : AbstractValidator<ProfileForm>
{
    public ProfileRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.About)
            .MaximumLength(Member.AboutLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Member.AboutLength]);
        RuleFor(f => f.Prefers)
            .Must(p => p is null || Enum.IsDefined(typeof(ContactWay), p))
            .WithMessage(_ => texts["Choose how you like to be reached."]);
        RuleFor(f => f.Email)
            .EmailAddress()
            .When(f => !string.IsNullOrWhiteSpace(f.Email))
            .WithMessage(_ => texts["Write the e-mail address as name@place, or leave it empty."])
            .MaximumLength(MemberContact.EmailLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", MemberContact.EmailLength]);
        RuleFor(f => f.Email)
            .NotEmpty()
            .When(f => f.Prefers == nameof(ContactWay.Email))
            .WithMessage(_ => texts["Write your e-mail address, or choose another way to be reached."]);
        RuleFor(f => f.Phone)
            .MaximumLength(MemberContact.PhoneLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", MemberContact.PhoneLength]);
        RuleFor(f => f.Phone)
            .NotEmpty()
            .When(f => f.Prefers is nameof(ContactWay.Phone) or nameof(ContactWay.Text))
            .WithMessage(_ => texts["Write your telephone number, or choose another way to be reached."]);
        RuleFor(f => f.Address)
            .NotEmpty()
            .When(f => f.Prefers == nameof(ContactWay.Post))
            .WithMessage(_ => texts["Write your address, or choose another way to be reached."]);
        RuleFor(f => f.WritesIn).Must(WritingLanguages.IsOne).WithMessage(_ => texts["Choose a language."]);
        RuleFor(f => f.Address)
            .MaximumLength(MemberContact.TextLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", MemberContact.TextLength]);
    }
}
