using CoProduce.Web.Features.Skills;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Members;

/// <summary>What a coordinator changes about a member, contact details apart.</summary>
public sealed class EditMemberForm
{
    /// <summary>The most skills that one member lists.</summary>
    public const int MostSkills = 30;

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

    /// <summary>One skill a line.</summary>
    public string? Skills { get; set; }

    /// <summary>The skills, without empty lines and repeats.</summary>
    public IReadOnlyList<string> SkillLines() =>
        [
            .. (Skills ?? "")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Distinct(StringComparer.CurrentCultureIgnoreCase),
        ];
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
        RuleFor(f => f.Skills)
            .Must((f, _) => f.SkillLines().Count <= EditMemberForm.MostSkills)
            .WithMessage(_ => texts["Write at most {0} lines.", EditMemberForm.MostSkills])
            .Must((f, _) => f.SkillLines().All(s => s.Length <= MemberSkill.Length))
            .WithMessage(_ => texts["Please use at most {0} characters in a line.", MemberSkill.Length]);

        string TooLong(int most) => texts["Please use at most {0} characters.", most];
    }
}
