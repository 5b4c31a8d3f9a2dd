using System.Globalization;
using System.Text.Json.Serialization;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Diary;

/// <summary>What a coordinator types to plan a session, or one that comes again.</summary>
public sealed class PlanSessionForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public string? Title { get; set; }

    public string? Hub { get; set; }

    public DateBoxes Day
    {
        get => field ??= new();
        set;
    }

    /// <summary>The time on the wall, as typed: "10:30", "1030" or "10".</summary>
    public string? Start { get; set; }

    public DurationChoice HowLong
    {
        get => field ??= new();
        set;
    }

    public string? Place { get; set; }

    public Guid? Leader { get; set; }

    /// <summary>The number or part of a name by which the leader was looked for; empty for none.</summary>
    public string? LeaderTyped { get; set; }

    public Guid? Second { get; set; }

    /// <summary>The same for whoever leads it with them.</summary>
    public string? SecondTyped { get; set; }

    /// <summary>The language it is held in, in own words.</summary>
    public string? Language { get; set; }

    /// <summary>How many may come, as typed; empty for as many as like to.</summary>
    public string? Places { get; set; }

    public string? Category { get; set; }

    /// <summary>A <see cref="RepeatEvery"/>; empty for once.</summary>
    public string? Repeats { get; set; }

    /// <summary>The last possible day of those that come again.</summary>
    public DateBoxes Until
    {
        get => field ??= new();
        set;
    }

    [JsonIgnore]
    public int? PlacesNumber => TypedPlaces.Read(Places);

    [JsonIgnore]
    public CategoryId? CategoryId => CategoryField.Chosen(Category);

    /// <summary>How often; null for once.</summary>
    [JsonIgnore]
    public RepeatEvery? Every => Enum.TryParse<RepeatEvery>(Repeats, out var every) && Enum.IsDefined(every) ? every : null;
}

/// <summary>A number of places as it is typed.</summary>
internal static class TypedPlaces
{
    /// <summary>The number; null when there is none that can be read.</summary>
    public static int? Read(string? typed) =>
        int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and <= Session.MostPlaces
            ? n
            : null;
}

/// <summary>The shape of <see cref="PlanSessionForm"/>.</summary>
public sealed class PlanSessionRules : AbstractValidator<PlanSessionForm>
{
    public PlanSessionRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Title)
            .Must(t => !string.IsNullOrWhiteSpace(t))
            .WithMessage(_ => texts["Say in a few words what it is, for example “the sewing class”."])
            .MaximumLength(Exchange.DescriptionLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Exchange.DescriptionLength]);
        RuleFor(f => f.Hub).Must(h => Guid.TryParse(h, out _)).WithMessage(_ => texts["Choose a time bank from the list."]);
        RuleFor(f => f.Day).IsAVisitDay(texts);
        RuleFor(f => f.Start).IsATime(texts);
        RuleFor(f => f.HowLong)
            .Must(d => d.ToMinutes() is > 0 and <= 24 * 60)
            .WithMessage(_ => texts["Say how long it is to take, for example 1 hour and 30 minutes."]);
        RuleFor(f => f.Place)
            .MaximumLength(Visit.PlaceLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Visit.PlaceLength]);
        RuleFor(f => f.Leader)
            .NotEmpty()
            .When(f => !string.IsNullOrWhiteSpace(f.LeaderTyped))
            .WithMessage(f => VisitFormRules.Nobody(texts, f.LeaderTyped, "Write who leads it: a number, or a part of the name."));
        RuleFor(f => f.Second)
            .NotEmpty()
            .When(f => !string.IsNullOrWhiteSpace(f.SecondTyped))
            .WithMessage(f => VisitFormRules.Nobody(texts, f.SecondTyped, "Write who leads it: a number, or a part of the name."));
        RuleFor(f => f.Second)
            .Must((form, second) => second != form.Leader)
            .When(f => f is { Second: not null, Leader: not null })
            .WithMessage(_ => texts["This is the same person twice. Choose somebody else, or leave it empty."]);
        RuleFor(f => f.Language)
            .MaximumLength(Session.LanguageLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Session.LanguageLength]);
        RuleFor(f => f.Places)
            .Must(p => TypedPlaces.Read(p) is not null)
            .When(f => !string.IsNullOrWhiteSpace(f.Places))
            .WithMessage(_ => texts["Write how many may come as a number up to {0}, or leave it empty.", Session.MostPlaces]);
        RuleFor(f => f.Until)
            .Must(u => u.ToDate() is not null)
            .When(f => f.Every is not null)
            .WithMessage(_ => texts["Say until when it comes again, such as 24 11 2026."]);
    }
}

/// <summary>Why a session is called off.</summary>
public sealed class CallOffSessionForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Session { get; set; }

    public string? Why { get; set; }

    /// <summary>True when all that were planned with it and come after it are called off too.</summary>
    public bool AndAllAfter { get; set; }
}

/// <summary>The shape of <see cref="CallOffSessionForm"/>.</summary>
public sealed class CallOffSessionRules : AbstractValidator<CallOffSessionForm>
{
    public CallOffSessionRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Why).SaysWhy(texts);
    }
}
