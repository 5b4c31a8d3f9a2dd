using System.Text.Json.Serialization;
using CoProduce.Ledger;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>An exchange as a coordinator says that it should be.</summary>
public sealed class CorrectExchangeForm
{
    /// <summary>Also the id of the exchange that will stand in the place of the old one.</summary>
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>The one to correct.</summary>
    public Guid Exchange { get; set; }

    public Guid? Giver { get; set; }

    /// <summary>Who received; not asked for when it was for the organisation.</summary>
    public Guid? Receiver { get; set; }

    public string? GiverTyped { get; set; }

    public string? ReceiverTyped { get; set; }

    public bool ForTheOrganisation { get; set; }

    public DateBoxes Day
    {
        get => field ??= new();
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

    /// <summary>Why, which both people read.</summary>
    public string? Reason { get; set; }

    /// <summary>Who pays, as for the old one, or as chosen once it was refused because the receiver cannot.</summary>
    public WayOutChoice Paid
    {
        get => field ??= new();
        set;
    }

    /// <summary>By which door the word came.</summary>
    public Door Door { get; set; } = Door.Phone;

    /// <summary>The form filled in with the exchange as it stands.</summary>
    /// <param name="giver">What the box shows for the giver.</param>
    /// <param name="receiver">The same for the receiver; null when it was for the organisation.</param>
    /// <param name="paid">Who paid for it; null when whoever was helped did.</param>
    public static CorrectExchangeForm Of(Exchange exchange, string giver, string? receiver, WayOutChoice? paid = null) =>
        new()
        {
            Exchange = exchange.Id.Value,
            Giver = exchange.GiverId.Value,
            GiverTyped = giver,
            Receiver = exchange.ReceiverId?.Value,
            ReceiverTyped = receiver,
            ForTheOrganisation = exchange.ReceiverId is null,
            Day = DateBoxes.From(exchange.ServiceDate),
            HowLong = new() { Typed = $"{exchange.Minutes / 60}:{exchange.Minutes % 60:00}" },
            Description = exchange.Description,
            Category = exchange.CategoryId?.Value.ToString(),
            Paid = paid ?? new(),
        };
}

/// <summary>The shape of <see cref="CorrectExchangeForm"/>.</summary>
public sealed class CorrectExchangeRules : AbstractValidator<CorrectExchangeForm>
{
    public CorrectExchangeRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Giver)
            .NotEmpty()
            .WithMessage(f => ExchangeFormRules.NobodyIn(texts, f.GiverTyped, "Write who helped: a number, or a part of the name."));
        RuleFor(f => f.Receiver)
            .NotEmpty()
            .When(f => !f.ForTheOrganisation)
            .WithMessage(f => ExchangeFormRules.NobodyIn(texts, f.ReceiverTyped, "Write who was helped: a number, or a part of the name."));
        RuleFor(f => f.Day).Must(d => d.ToDate() is not null).WithMessage(_ => texts["Write the day, such as 24 11 2026."]);
        RuleFor(f => f.HowLong).IsALength(texts);
        RuleFor(f => f.Description).SaysWhatItWas(texts);
        RuleFor(f => f.Reason)
            .Must(r => !string.IsNullOrWhiteSpace(r))
            .WithMessage(_ => texts["Say why. Both people will read it."])
            .MaximumLength(Exchanges.Exchange.ReasonLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Exchanges.Exchange.ReasonLength]);
        RuleFor(f => f.Paid).SetValidator(new WayOutRules(texts));
        RuleFor(f => f.Door).Must(d => d is Door.Phone or Door.Paper or Door.Screen).WithMessage(_ => texts["Say how you heard of it."]);
    }
}
