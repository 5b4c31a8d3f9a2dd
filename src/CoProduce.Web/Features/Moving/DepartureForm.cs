using System.Text.Json.Serialization;
using CoProduce.Ledger;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Moving;

/// <summary>What a coordinator writes down when a member moves to another organisation.</summary>
public sealed class DepartureForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Member { get; set; }

    /// <summary>The other organisation's id; null until chosen.</summary>
    public string? There { get; set; }

    /// <summary>The names of the parts that go along, as ticked.</summary>
    public List<string> Ticked
    {
        get => field ??= [];
        set;
    }

    /// <summary>True when the person said yes to what is ticked.</summary>
    public bool Agreed { get; set; }

    /// <summary>The day of their yes.</summary>
    public DateBoxes AgreedOn
    {
        get => field ??= new();
        set;
    }

    /// <summary>How they said it.</summary>
    public Door AgreedBy { get; set; } = Door.Screen;

    /// <summary>A word to the new place; null or blank for none.</summary>
    public string? Words { get; set; }

    /// <summary>True when it was read back and is to be done.</summary>
    [JsonIgnore]
    public bool Checked { get; set; }

    /// <summary>Not null when it is to be changed after it was read back.</summary>
    [JsonIgnore]
    public string? Change { get; set; }

    /// <summary>The ticked parts together.</summary>
    [JsonIgnore]
    public MoveParts Parts =>
        Ticked.Aggregate(MoveParts.Nothing, (all, name) => Enum.TryParse<MoveParts>(name, out var part) ? all | part : all);
}

/// <summary>The shape of <see cref="DepartureForm"/>.</summary>
public sealed class DepartureRules : AbstractValidator<DepartureForm>
{
    public DepartureRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.There).NotEmpty().WithMessage(_ => texts["Choose the organisation that they move to."]);
        RuleFor(f => f.Agreed)
            .Equal(true)
            .When(f => f.Checked)
            .WithMessage(_ => texts["Nothing goes along without their yes. Read it to them, and tick this when they agree."]);
        RuleFor(f => f.AgreedOn)
            .Must(on => on.ToDate() is not null)
            .When(f => f.Checked)
            .WithMessage(_ => texts["Write the date as day, month and year, for example 24 11 2026."]);
        RuleFor(f => f.Words)
            .MaximumLength(Departure.WordsLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Departure.WordsLength]);
    }
}
