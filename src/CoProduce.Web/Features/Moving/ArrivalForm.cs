using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Moving;

/// <summary>The new place's answer.</summary>
public sealed class ArrivalForm
{
    /// <summary>What <see cref="Says"/> is for a no.</summary>
    public const string No = "no";

    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Move { get; set; }

    /// <summary><see cref="No"/> to say no; anything else welcomes them.</summary>
    public string? Says { get; set; }

    public Guid? Hub { get; set; }

    /// <summary>The same as a list posts it: an empty choice is none.</summary>
    public string? HubChosen
    {
        get => Hub?.ToString();
        set => Hub = Guid.TryParse(value, out var id) ? id : null;
    }

    /// <summary>Why not, which the old place reads; needed for a no.</summary>
    public string? Answer { get; set; }

    /// <summary>Whether it is a yes.</summary>
    public bool Welcomes => Says != No;
}

/// <summary>The shape of <see cref="ArrivalForm"/>.</summary>
public sealed class ArrivalRules : AbstractValidator<ArrivalForm>
{
    public ArrivalRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Hub).NotEmpty().When(f => f.Welcomes).WithMessage(_ => texts["Choose a time bank."]);
        RuleFor(f => f.Answer)
            .Must(a => !string.IsNullOrWhiteSpace(a))
            .When(f => !f.Welcomes, ApplyConditionTo.CurrentValidator)
            .WithMessage(_ => texts["Say why not, in kind words. The other place reads it and tells the person."])
            .MaximumLength(Departure.WordsLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Departure.WordsLength]);
    }
}
