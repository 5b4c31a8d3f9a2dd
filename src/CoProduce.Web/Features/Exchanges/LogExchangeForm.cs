using System.Text.Json.Serialization;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>What a member says of an exchange.</summary>
public sealed class LogExchangeForm
{
    /// <summary>The choice in <see cref="Who"/> that stands for the organisation itself.</summary>
    public const string TheOrganisation = "organisation";

    private string? who;

    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>True when the member gave, false when they received.</summary>
    public bool IGave { get; set; }

    /// <summary>True when the help was for the organisation itself, so that there is no other member.</summary>
    public bool ForTheOrganisation { get; set; }

    /// <summary>The other member; null until chosen.</summary>
    public Guid? Other { get; set; }

    /// <summary>The page's one question for both: the other member's id, or <see cref="TheOrganisation"/>; null until chosen.</summary>
    [JsonIgnore]
    public string? Who
    {
        get => who ?? (ForTheOrganisation ? TheOrganisation : Other?.ToString());
        set
        {
            who = value;
            ForTheOrganisation = value == TheOrganisation;
            Other = Guid.TryParse(value, out var id) ? id : null;
        }
    }

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

    /// <summary>The kind of help, as the list posts it; empty when the member did not say.</summary>
    public string? Category { get; set; }

    /// <summary>The same as an id; null for none.</summary>
    [JsonIgnore]
    public CategoryId? CategoryId => CategoryField.Chosen(Category);

    /// <summary>A part of a name to search for; null for none.</summary>
    [JsonIgnore]
    public string? FindName { get; set; }

    /// <summary>Not null when the button to search was pressed.</summary>
    [JsonIgnore]
    public string? Find { get; set; }

    /// <summary>The name that was searched for before, so that Enter in another box does not search again.</summary>
    [JsonIgnore]
    public string? FoundName { get; set; }

    /// <summary>True when a search was asked for, and not the logging.</summary>
    [JsonIgnore]
    public bool OnlyFinds => Find is not null && !string.IsNullOrWhiteSpace(FindName) && (FindName != FoundName || Who is null);

    /// <summary>The day that was meant; null when it cannot be understood.</summary>
    public DateOnly? ServiceDate(DateOnly today) => When.ToDate(today);
}

/// <summary>The shape of <see cref="LogExchangeForm"/>.</summary>
public sealed class LogExchangeRules : AbstractValidator<LogExchangeForm>
{
    public LogExchangeRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Who)
            .Must((form, _) => form.ForTheOrganisation || form.Other is not null)
            .WithMessage(_ => texts["Choose who it was."]);
        RuleFor(f => f.Description).SaysWhatItWas(texts);
        RuleFor(f => f.When).IsADay(texts);
        RuleFor(f => f.HowLong).IsALength(texts);
    }
}
