using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>What a member answers about an exchange.</summary>
public sealed class AnswerForm
{
    /// <summary>The button that says yes.</summary>
    public const string Yes = "yes";

    /// <summary>The button that says that it is not right.</summary>
    public const string No = "no";

    /// <summary>The button of the one who logged it, to take it back.</summary>
    public const string TakeBack = "back";

    /// <summary>The button that adds a sentence to a dispute.</summary>
    public const string Say = "say";

    /// <summary>The button of the one who raised a dispute: it is right after all.</summary>
    public const string RightAfterAll = "right";

    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>Which button was pressed.</summary>
    public string? Answer { get; set; }

    /// <summary>What is not right.</summary>
    public string? Reason { get; set; }

    /// <summary>What is added to a dispute.</summary>
    public string? Words { get; set; }

    /// <summary>"home" when it was answered on the home page and the person should be back there afterwards.</summary>
    public string? From { get; set; }
}

/// <summary>The shape of <see cref="AnswerForm"/>.</summary>
public sealed class AnswerRules : AbstractValidator<AnswerForm>
{
    public AnswerRules(IStringLocalizer texts)
    {
        RuleFor(f => f.Answer)
            .Must(a => a is AnswerForm.Yes or AnswerForm.No or AnswerForm.TakeBack or AnswerForm.Say or AnswerForm.RightAfterAll)
            .WithMessage(_ => texts["Press one of the buttons to answer."]);
        When(
            f => f.Answer == AnswerForm.No,
            () =>
                RuleFor(f => f.Reason)
                    .Must(r => !string.IsNullOrWhiteSpace(r))
                    .WithMessage(_ => texts["Say in a few words what is not right, for example “it was only an hour”."])
                    .MaximumLength(Exchange.ReasonLength)
                    .WithMessage(_ => texts["Please use at most {0} characters.", Exchange.ReasonLength])
        );
        When(
            f => f.Answer == AnswerForm.Say,
            () =>
                RuleFor(f => f.Words)
                    .Must(w => !string.IsNullOrWhiteSpace(w))
                    .WithMessage(_ => texts["Write what you want to add."])
                    .MaximumLength(Exchange.ReasonLength)
                    .WithMessage(_ => texts["Please use at most {0} characters.", Exchange.ReasonLength])
        );
    }
}
