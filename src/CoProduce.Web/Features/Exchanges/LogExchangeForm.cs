using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>What a member says of an exchange.</summary>
public sealed class LogExchangeForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>True when the member gave, false when they received.</summary>
    public bool IGave { get; set; }

    /// <summary>True when the help was for the organisation itself, so that there is no other member.</summary>
    public bool ForTheOrganisation { get; set; }

    /// <summary>The other member; null until chosen.</summary>
    public Guid? Other { get; set; }

    public DayChoice When
    {
        get => field ??= new() { Choice = "today" };
        set;
    }

    public DurationChoice HowLong
    {
        get => field ??= new();
        set;
    }

    public string? Description { get; set; }

    /// <summary>The kind of help; null when the member did not say.</summary>
    public Guid? Category { get; set; }

    /// <summary>The day that was meant; null when it cannot be understood.</summary>
    public DateOnly? ServiceDate(DateOnly today) => When.ToDate(today);
}

/// <summary>The shape of <see cref="LogExchangeForm"/>.</summary>
public sealed class LogExchangeRules : AbstractValidator<LogExchangeForm>
{
    private static readonly DateOnly AnyDay = new(2000, 1, 1);

    public LogExchangeRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Other).NotEmpty().When(f => !f.ForTheOrganisation).WithMessage(_ => texts["Choose who it was."]);
        RuleFor(f => f.When)
            .Must(w => w.ToDate(AnyDay) is not null)
            .WithMessage(_ => texts["Say when it was: today, yesterday, or a date such as 24 11 2026."]);
        RuleFor(f => f.HowLong)
            .Must(d => d.ToMinutes() is > 0)
            .WithMessage(_ => texts["Say how long it took, for example 1 hour and 30 minutes."]);
        RuleFor(f => f.Description)
            .Must(d => !string.IsNullOrWhiteSpace(d))
            .WithMessage(_ => texts["Say in a few words what it was, for example “a lift to the hospital”."])
            .MaximumLength(Exchange.DescriptionLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Exchange.DescriptionLength]);
    }
}
