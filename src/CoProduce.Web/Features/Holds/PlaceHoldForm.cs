using System.Text.Json.Serialization;
using CoProduce.Ledger;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Holds;

/// <summary>Whose hours are kept, how many, for what and until when.</summary>
public sealed class PlaceHoldForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid? Member { get; set; }

    public DurationChoice HowMuch
    {
        get => field ??= new();
        set;
    }

    public string? Purpose { get; set; }

    /// <summary>The last day on which they are kept; empty for as long as it takes.</summary>
    public DateBoxes Until
    {
        get => field ??= new();
        set;
    }

    /// <summary>By which door the word came.</summary>
    public Door Door { get; set; } = Door.Phone;

    [JsonIgnore]
    public string? MemberTyped { get; set; }
}

/// <summary>The shape of <see cref="PlaceHoldForm"/>.</summary>
public sealed class PlaceHoldRules : AbstractValidator<PlaceHoldForm>
{
    public PlaceHoldRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Member).NotEmpty().WithMessage(_ => texts["Choose the member: type a number or a part of the name."]);
        RuleFor(f => f.HowMuch).Must(d => d.ToMinutes() is > 0).WithMessage(_ => texts["Say how much, for example 1 hour and 30 minutes."]);
        RuleFor(f => f.Purpose)
            .Must(p => !string.IsNullOrWhiteSpace(p))
            .WithMessage(_ => texts["Say what they are kept for. The member reads it."])
            .MaximumLength(HoldRow.PurposeLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", HoldRow.PurposeLength]);
        RuleFor(f => f.Until)
            .Must(u => u.IsEmpty || u.ToDate() is not null)
            .WithMessage(_ => texts["Write the last day as a date such as 24 11 2026, or leave it empty."]);
    }
}
