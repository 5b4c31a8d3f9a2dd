using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Members;

/// <summary>How to reach a member, as a coordinator changes it.</summary>
public sealed class ContactForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Member { get; set; }

    public ContactWay Prefers { get; set; } = ContactWay.Phone;

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Address { get; set; }

    /// <summary>The code of the language they are written to in; empty for the organisation's first.</summary>
    public string? WritesIn { get; set; }

    public bool WantsDailyMail { get; set; }

    public DateBoxes Born { get; set; } = new();

    /// <summary>The form filled in with what is known.</summary>
    public static ContactForm From(MemberId member, MemberContact contact) =>
        new()
        {
            Member = member.Value,
            Prefers = contact.Prefers,
            Phone = contact.Phone,
            Email = contact.Email,
            Address = contact.Address,
            WritesIn = contact.WritesIn,
            WantsDailyMail = contact.WantsDailyMail,
            Born = contact.BornOn is { } born ? DateBoxes.From(born) : new(),
        };
}

/// <summary>The shape of <see cref="ContactForm"/>.</summary>
public sealed class ContactRules : AbstractValidator<ContactForm>
{
    public ContactRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Email)
            .EmailAddress()
            .When(f => !string.IsNullOrWhiteSpace(f.Email))
            .WithMessage(_ => texts["Write the e-mail address as name@place, or leave it empty."]);
        RuleFor(f => f.Email).MaximumLength(MemberContact.EmailLength).WithMessage(_ => TooLong(MemberContact.EmailLength));
        RuleFor(f => f.Phone).MaximumLength(MemberContact.PhoneLength).WithMessage(_ => TooLong(MemberContact.PhoneLength));
        RuleFor(f => f.Address).MaximumLength(MemberContact.TextLength).WithMessage(_ => TooLong(MemberContact.TextLength));
        RuleFor(f => f.WritesIn).Must(WritingLanguages.IsOne).WithMessage(_ => texts["Choose a language."]);
        RuleFor(f => f.Phone)
            .NotEmpty()
            .When(f => f.Prefers == ContactWay.Text)
            .WithMessage(_ => texts["Write their telephone number, or choose another way to reach them."]);
        RuleFor(f => f.Born)
            .Must(b => b.IsEmpty || b.ToDate() is not null)
            .WithMessage(_ => texts["Write the date as day, month and year, for example 24 11 1948."]);

        string TooLong(int most) => texts["Please use at most {0} characters.", most];
    }
}
