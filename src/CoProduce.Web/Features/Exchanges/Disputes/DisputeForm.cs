using CoProduce.Ledger;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges.Disputes;

/// <summary>What a coordinator does about a dispute: writes down who said what, or takes it.</summary>
public sealed class DisputeForm
{
    /// <summary>The button that begins a dispute.</summary>
    public const string Raise = "raise";

    /// <summary>The button that adds to what was said.</summary>
    public const string Say = "say";

    /// <summary>The button by which the one who raised it takes it back.</summary>
    public const string TakeBack = "back";

    /// <summary>The button by which a coordinator takes it.</summary>
    public const string LookInto = "look";

    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Exchange { get; set; }

    /// <summary>Which button was pressed.</summary>
    public string? Step { get; set; }

    /// <summary>The member whose words they are; empty when the coordinator speaks for themself.</summary>
    public string? Side { get; set; }

    public string? Words { get; set; }

    /// <summary>By which door the word came.</summary>
    public Door Door { get; set; } = Door.Phone;

    /// <summary>Who looked into it when the page was shown, so that nobody takes it from somebody unseen; null for nobody.</summary>
    public Guid? From { get; set; }
}

/// <summary>The shape of <see cref="DisputeForm"/>.</summary>
public sealed class DisputeRules : AbstractValidator<DisputeForm>
{
    public DisputeRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Side)
            .Must(s => Guid.TryParse(s, out _))
            .When(f => f.Step == DisputeForm.Raise)
            .WithMessage(_ => texts["Say who says so."]);
        RuleFor(f => f.Words)
            .Must(w => !string.IsNullOrWhiteSpace(w))
            .When(f => f.Step is DisputeForm.Raise or DisputeForm.Say)
            .WithMessage(_ => texts["Write what was said. Both people will read it."]);
        RuleFor(f => f.Words)
            .MaximumLength(DisputeNote.TextLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", DisputeNote.TextLength]);
    }
}
