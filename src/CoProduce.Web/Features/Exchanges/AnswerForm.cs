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

    /// <summary>Which button was pressed.</summary>
    public string? Answer { get; set; }

    /// <summary>What is not right.</summary>
    public string? Reason { get; set; }

    /// <summary>"home" when it was answered on the home page and the person should be back there afterwards.</summary>
    public string? From { get; set; }
}

/// <summary>The shape of <see cref="AnswerForm"/>.</summary>
public sealed class AnswerRules : AbstractValidator<AnswerForm>
{
    public AnswerRules(IStringLocalizer texts)
    {
        RuleFor(f => f.Answer)
            .Must(a => a is AnswerForm.Yes or AnswerForm.No or AnswerForm.TakeBack)
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
    }
}
