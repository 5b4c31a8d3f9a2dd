using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Members;

/// <summary>What a coordinator changes about a member, contact details apart.</summary>
public sealed class EditMemberForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Member { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public Guid? Hub { get; set; }

    /// <summary>The same as a list posts it: an empty choice is none.</summary>
    public string? HubChosen
    {
        get => Hub?.ToString();
        set => Hub = Guid.TryParse(value, out var id) ? id : null;
    }

    public string? About { get; set; }
}

/// <summary>The shape of <see cref="EditMemberForm"/>.</summary>
public sealed class EditMemberRules : AbstractValidator<EditMemberForm>
{
    public EditMemberRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.FirstName).Must(n => !string.IsNullOrWhiteSpace(n)).WithMessage(_ => texts["Write a name."]);
        RuleFor(f => f.FirstName).MaximumLength(Member.NameLength).WithMessage(_ => TooLong(Member.NameLength));
        RuleFor(f => f.LastName).MaximumLength(Member.NameLength).WithMessage(_ => TooLong(Member.NameLength));
        RuleFor(f => f.About).MaximumLength(Member.AboutLength).WithMessage(_ => TooLong(Member.AboutLength));
        RuleFor(f => f.Hub).NotEmpty().WithMessage(_ => texts["Choose a time bank."]);

        string TooLong(int most) => texts["Please use at most {0} characters.", most];
    }
}
