using System.Text.Json.Serialization;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Skills;

/// <summary>A skill that a member adds, or one that they take away.</summary>
public sealed class SkillForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public string? Words { get; set; }

    /// <summary>The organisation's kind of help, as the list posts it; empty when none fits.</summary>
    public string? Category { get; set; }

    /// <summary>The same as an id; null for none.</summary>
    [JsonIgnore]
    public CategoryId? CategoryId => CategoryField.Chosen(Category);
}

/// <summary>The shape of <see cref="SkillForm"/>.</summary>
public sealed class SkillRules : AbstractValidator<SkillForm>
{
    public SkillRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Words)
            .Must(w => !string.IsNullOrWhiteSpace(w))
            .WithMessage(_ => texts["Say in your own words what you can do or enjoy."])
            .MaximumLength(MemberSkill.Length)
            .WithMessage(_ => texts["Please use at most {0} characters.", MemberSkill.Length]);
    }
}
