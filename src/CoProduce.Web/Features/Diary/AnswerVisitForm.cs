using System.Text.Json.Serialization;
using CoProduce.Ledger;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Diary;

/// <summary>Did it happen, how long, all well?</summary>
public sealed class AnswerVisitForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Visit { get; set; }

    /// <summary>Whose word a coordinator writes down; null when the person says it themself.</summary>
    public Guid? Member { get; set; }

    /// <summary>"yes" or "no".</summary>
    public string? DidHappen { get; set; }

    public DurationChoice HowLong
    {
        get => field ??= new();
        set;
    }

    /// <summary>"yes" or "no".</summary>
    public string? AllWell { get; set; }

    /// <summary>What was not well, or why it did not happen.</summary>
    public string? Words { get; set; }

    public Door Door { get; set; } = Door.Phone;

    [JsonIgnore]
    public bool Happened => DidHappen == "yes";

    [JsonIgnore]
    public bool IsAllWell => AllWell == "yes";
}

/// <summary>The shape of <see cref="AnswerVisitForm"/>.</summary>
public sealed class AnswerVisitRules : AbstractValidator<AnswerVisitForm>
{
    public AnswerVisitRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.DidHappen).Must(d => d is "yes" or "no").WithMessage(_ => texts["Say whether it happened."]);
        When(
            f => f.Happened,
            () =>
                RuleFor(f => f.HowLong)
                    .Must(d => d.ToMinutes() is > 0)
                    .WithMessage(_ => texts["Say how long it took, for example 1 hour and 30 minutes."])
        );
        RuleFor(f => f.AllWell).Must(d => d is "yes" or "no").WithMessage(_ => texts["Say whether all was well."]);
        RuleFor(f => f.Words)
            .Must(w => !string.IsNullOrWhiteSpace(w))
            .When(f => f.DidHappen == "no" || f.AllWell == "no")
            .WithMessage(_ => texts["Say in a few words what was the matter. A coordinator reads it."])
            .MaximumLength(Visit.WordsLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Visit.WordsLength]);
    }
}
