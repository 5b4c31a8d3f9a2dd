using System.Text.Json.Serialization;
using CoProduce.Ledger;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Diary;

/// <summary>What a coordinator types to arrange a visit, or one that comes again.</summary>
public sealed class ArrangeVisitForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid? Giver { get; set; }

    /// <summary>The number or part of a name by which the giver was looked for.</summary>
    public string? GiverTyped { get; set; }

    /// <summary>Who is to receive; not asked for when it is for the organisation.</summary>
    public Guid? Receiver { get; set; }

    public string? ReceiverTyped { get; set; }

    public bool ForTheOrganisation { get; set; }

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

    public bool IsHomeVisit { get; set; }

    public bool AsksIfHome { get; set; }

    public string? Category { get; set; }

    public string? Description { get; set; }

    /// <summary>The offer or request that it comes from; null for none.</summary>
    public Guid? Offer { get; set; }

    /// <summary>A <see cref="RepeatEvery"/>; empty for once.</summary>
    public string? Repeats { get; set; }

    /// <summary>The last possible day of a repeat; empty for until somebody ends it.</summary>
    public DateBoxes Until
    {
        get => field ??= new();
        set;
    }

    public Door Door { get; set; } = Door.Phone;

    /// <summary>Whether whoever arranges it approves it, as insurers want.</summary>
    public bool IsCovered { get; set; }

    /// <summary>The warnings that were shown, and whether they were read.</summary>
    public CareReading Care
    {
        get => field ??= new();
        set;
    }

    /// <summary>That one of them is elsewhere at that time was read, and it is to be all the same.</summary>
    public bool EvenSo { get; set; }

    [JsonIgnore]
    public CategoryId? CategoryId => CategoryField.Chosen(Category);

    /// <summary>How often; null for once.</summary>
    [JsonIgnore]
    public RepeatEvery? Every => Enum.TryParse<RepeatEvery>(Repeats, out var every) && Enum.IsDefined(every) ? every : null;

    /// <summary>Those who are to meet, once they are chosen and the day can be read.</summary>
    public Meeting Meeting() =>
        Features.Care.Meeting.Of(new(Giver!.Value), ForTheOrganisation ? null : new(Receiver!.Value), CategoryId, Day.ToDate()!.Value);
}

/// <summary>The shape of <see cref="ArrangeVisitForm"/>.</summary>
public sealed class ArrangeVisitRules : AbstractValidator<ArrangeVisitForm>
{
    public ArrangeVisitRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Giver)
            .NotEmpty()
            .WithMessage(f => VisitFormRules.Nobody(texts, f.GiverTyped, "Write who helps: a number, or a part of the name."));
        RuleFor(f => f.Receiver)
            .NotEmpty()
            .When(f => !f.ForTheOrganisation)
            .WithMessage(f => VisitFormRules.Nobody(texts, f.ReceiverTyped, "Write who is helped: a number, or a part of the name."));
        RuleFor(f => f.Receiver)
            .Must((form, receiver) => receiver != form.Giver)
            .When(f => f is { Giver: not null, ForTheOrganisation: false })
            .WithMessage(_ => texts["This is the same person on both sides. Choose somebody else."]);
        RuleFor(f => f.Day).IsAVisitDay(texts);
        RuleFor(f => f.Start).IsATime(texts);
        RuleFor(f => f.HowLong)
            .Must(d => d.ToMinutes() is > 0)
            .WithMessage(_ => texts["Say how long it is to take, for example 1 hour and 30 minutes."]);
        RuleFor(f => f.Description)
            .Must(d => !string.IsNullOrWhiteSpace(d))
            .WithMessage(_ => texts["Say in a few words what it was, for example “a lift to the hospital”."])
            .MaximumLength(Exchange.DescriptionLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Exchange.DescriptionLength]);
        RuleFor(f => f.Place)
            .MaximumLength(Visit.PlaceLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Visit.PlaceLength]);
        RuleFor(f => f.Until)
            .Must(u => u.IsEmpty || u.ToDate() is not null)
            .WithMessage(_ => texts["Give the date in numbers, such as 24 11 2026, or leave it empty."]);
        RuleFor(f => f.Door).Must(d => d is Door.Phone or Door.Paper or Door.Screen).WithMessage(_ => texts["Say how you heard of it."]);
    }
}

/// <summary>The shape of what is typed of every visit.</summary>
internal static class VisitFormRules
{
    public static void IsAVisitDay<T>(this IRuleBuilder<T, DateBoxes> rule, IStringLocalizer texts) =>
        rule.Must(d => d.ToDate() is not null).WithMessage(_ => texts["Say which day it is to be, such as 24 11 2026."]);

    public static void IsATime<T>(this IRuleBuilder<T, string?> rule, IStringLocalizer texts) =>
        rule.Must(t => TypedTime.Read(t) is not null)
            .WithMessage(
                (_, typed) =>
                    string.IsNullOrWhiteSpace(typed)
                        ? texts["Say when it begins, such as 10:30, 14.30 or 2pm."]
                        : texts["“{0}” is no time of day. Write it such as 10:30, 14.30 or 2pm.", Short(typed)]
            );

    public static void SaysWhy<T>(this IRuleBuilder<T, string?> rule, IStringLocalizer texts) =>
        rule.Must(w => !string.IsNullOrWhiteSpace(w))
            .WithMessage(_ => texts["Say why, in a few words. The others read it."])
            .MaximumLength(Visit.WordsLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Visit.WordsLength]);

    /// <summary>What is said of a box that does not name one member.</summary>
    public static string Nobody(IStringLocalizer texts, string? typed, string nothing) =>
        string.IsNullOrWhiteSpace(typed)
            ? texts[nothing]
            : texts["“{0}” is not one person here who takes part. Choose from those found, or write it differently.", Short(typed)];

    private static string Short(string typed) => typed.Trim() is { Length: > 40 } longer ? longer[..40] + "…" : typed.Trim();
}
