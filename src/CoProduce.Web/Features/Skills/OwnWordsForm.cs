using System.Text.Json.Serialization;
using CoProduce.Web.Features.Organisations;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Skills;

/// <summary>A line in own words that is added, or one that is taken away.</summary>
public sealed class OwnWordsForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Whose Whose
    {
        get => field ??= new();
        set;
    }

    public SkillSide Side { get; set; } = SkillSide.Gives;

    public string? Words { get; set; }

    /// <summary>The organisation's kind of help, as the list posts it; empty when none fits.</summary>
    public string? Category { get; set; }

    /// <summary>The line to take away; null to add one.</summary>
    public Guid? Remove { get; set; }

    /// <summary>The kind of help as an id; null for none.</summary>
    [JsonIgnore]
    public CategoryId? CategoryId => CategoryField.Chosen(Category);
}

/// <summary>The shape of <see cref="OwnWordsForm"/>.</summary>
public sealed class OwnWordsRules : AbstractValidator<OwnWordsForm>
{
    public OwnWordsRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Words)
            .Must(w => !string.IsNullOrWhiteSpace(w))
            .WithMessage(_ => texts["Write a few words first."])
            .MaximumLength(MemberSkill.Length)
            .WithMessage(_ => texts["Please use at most {0} characters.", MemberSkill.Length]);
    }
}
