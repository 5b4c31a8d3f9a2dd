using System.Text.Json.Serialization;
using CoProduce.Ledger;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Organisations;
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

    /// <summary>The number or part of a name by which the giver was looked for; null when the giver was chosen otherwise.</summary>
    public string? GiverTyped { get; set; }

    /// <summary>The same for the receiver.</summary>
    public string? ReceiverTyped { get; set; }

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

    /// <summary>The kind of help, as the list posts it; empty when nobody said.</summary>
    public string? Category { get; set; }

    /// <summary>The same as an id; null for none.</summary>
    [JsonIgnore]
    public CategoryId? CategoryId => CategoryField.Chosen(Category);

    public Door Door { get; set; } = Door.Phone;

    /// <summary>Who pays, once it was refused because the receiver cannot.</summary>
    public WayOutChoice Paid
    {
        get => field ??= new();
        set;
    }

    /// <summary>The warnings that were shown, and whether they were read.</summary>
    public CareReading Care
    {
        get => field ??= new();
        set;
    }

    /// <summary>Those who met, for the rules of care, once both are chosen.</summary>
    public Meeting Meeting(DateOnly today) =>
        Features.Care.Meeting.Of(
            new(Giver!.Value),
            ForTheOrganisation ? null : new(Receiver!.Value),
            CategoryId,
            When.ToDate(today)!.Value
        );

    /// <summary>Fills the form with help that happened again: today, the same people, length and words.</summary>
    public void Repeat(AgainLine same)
    {
        (GiverTyped, ReceiverTyped, ForTheOrganisation) = (same.Giver, same.Receiver, same.Receiver is null);
        (When, HowLong) = (new() { Choice = "today" }, new() { Typed = $"{same.Minutes / 60}:{same.Minutes % 60:00}" });
        (Description, Category) = (same.Description, same.Category?.Value.ToString());
    }

    /// <summary>A new form for the next of a pile: the same day and door as the last one, and perhaps people whose numbers are known already.</summary>
    public static LogForMembersForm After(ExchangeRow? last, DateOnly today, string? giver, string? receiver) =>
        new()
        {
            GiverTyped = giver,
            ReceiverTyped = receiver,
            Door = last?.Door ?? Door.Phone,
            When =
                last is null || last.ServiceDate == today ? new() { Choice = "today" }
                : last.ServiceDate == today.AddDays(-1) ? new() { Choice = "yesterday" }
                : new() { Choice = "other", Other = DateBoxes.From(last.ServiceDate) },
        };
}

/// <summary>The shape of <see cref="LogForMembersForm"/>.</summary>
public sealed class LogForMembersRules : AbstractValidator<LogForMembersForm>
{
    public LogForMembersRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Giver)
            .NotEmpty()
            .WithMessage(f => ExchangeFormRules.NobodyIn(texts, f.GiverTyped, "Write who helped: a number, or a part of the name."));
        RuleFor(f => f.Receiver)
            .NotEmpty()
            .When(f => !f.ForTheOrganisation)
            .WithMessage(f => ExchangeFormRules.NobodyIn(texts, f.ReceiverTyped, "Write who was helped: a number, or a part of the name."));
        RuleFor(f => f.Receiver)
            .Must((form, receiver) => receiver != form.Giver)
            .When(f => f is { Giver: not null, ForTheOrganisation: false })
            .WithMessage(_ => texts["This is the same person on both sides. Choose somebody else."]);
        RuleFor(f => f.When).IsADay(texts);
        RuleFor(f => f.HowLong).IsALength(texts);
        RuleFor(f => f.Description).SaysWhatItWas(texts);
        RuleFor(f => f.Paid).SetValidator(new WayOutRules(texts));
        RuleFor(f => f.Door).Must(d => d is Door.Phone or Door.Paper or Door.Screen).WithMessage(_ => texts["Say how you heard of it."]);
    }
}
