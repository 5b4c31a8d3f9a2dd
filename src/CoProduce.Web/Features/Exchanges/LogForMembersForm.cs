using CoProduce.Ledger;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>What a coordinator types of an exchange heard by phone or read from paper.</summary>
public sealed class LogForMembersForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid? Giver { get; set; }

    /// <summary>Who received; not asked for when it was for the organisation.</summary>
    public Guid? Receiver { get; set; }

    public bool ForTheOrganisation { get; set; }

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

    /// <summary>The kind of help; null when nobody said.</summary>
    public Guid? Category { get; set; }

    public Door Door { get; set; } = Door.Phone;
}

/// <summary>The shape of <see cref="LogForMembersForm"/>.</summary>
public sealed class LogForMembersRules : AbstractValidator<LogForMembersForm>
{
    private static readonly DateOnly AnyDay = new(2000, 1, 1);

    public LogForMembersRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Giver).NotEmpty().WithMessage(_ => texts["Choose who helped."]);
        RuleFor(f => f.Receiver).NotEmpty().When(f => !f.ForTheOrganisation).WithMessage(_ => texts["Choose who was helped."]);
        RuleFor(f => f.Receiver)
            .Must((form, receiver) => receiver != form.Giver)
            .When(f => f is { Giver: not null, ForTheOrganisation: false })
            .WithMessage(_ => texts["This is the same person on both sides. Choose somebody else."]);
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
        RuleFor(f => f.Door).Must(d => d is Door.Phone or Door.Paper or Door.Screen).WithMessage(_ => texts["Say how you heard of it."]);
    }
}
