using System.Globalization;
using System.Text.Json.Serialization;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Diary;

/// <summary>What is typed of every session, whether it is planned or changed.</summary>
public abstract class SessionForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public string? Title { get; set; }

    public DateBoxes Day
    {
        get => field ??= new();
        set;
    }

    /// <summary>The time on the wall, as typed: "10:30", "14.30" or "2pm".</summary>
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

    [JsonIgnore]
    public int? PlacesNumber => TypedPlaces.Read(Places);

    /// <summary>What is typed of it, but for when it is; of a form that keeps its rules.</summary>
    public SessionDetails Details() =>
        new(
            Title!.Trim(),
            (int)HowLong.ToMinutes()!.Value,
            Place?.Trim() ?? "",
            Leader is { } leader ? new(leader) : null,
            Second is { } second ? new(second) : null,
            Language?.Trim() ?? "",
            PlacesNumber
        );
}

/// <summary>Who answers to what was typed of the leaders.</summary>
/// <param name="First">For the first box.</param>
/// <param name="Second">For the second box.</param>
public sealed record FoundLeaders(IReadOnlyList<FoundMember> First, IReadOnlyList<FoundMember> Second)
{
    public static readonly FoundLeaders None = new([], []);

    /// <summary>Looks for both, and chooses whom the form means.</summary>
    public static async Task<FoundLeaders> OfAsync(MemberSearch people, SessionForm form)
    {
        var (first, second) = (await FindAsync(people, form.LeaderTyped), await FindAsync(people, form.SecondTyped));
        (form.Leader, form.Second) = (first.Meant(form.Leader), second.Meant(form.Second));
        return new(first, second);
    }

    private static async Task<IReadOnlyList<FoundMember>> FindAsync(MemberSearch people, string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? [] : await people.ChooseAsync(typed, 12);
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

/// <summary>The shape of what is typed of every session.</summary>
public abstract class SessionRules<TForm> : AbstractValidator<TForm>
    where TForm : SessionForm
{
    protected SessionRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Title)
            .Must(t => !string.IsNullOrWhiteSpace(t))
            .WithMessage(_ => texts["Say in a few words what it is, for example “the sewing class”."])
            .MaximumLength(Exchange.DescriptionLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Exchange.DescriptionLength]);
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
    }
}
