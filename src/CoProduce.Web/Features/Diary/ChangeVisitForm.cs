using CoProduce.Ledger;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Diary;

/// <summary>What a visit is to be instead: another time, place, length or helper.</summary>
public sealed class MoveVisitForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Visit { get; set; }

    public DateBoxes Day
    {
        get => field ??= new();
        set;
    }

    /// <summary>The time on the wall, as typed.</summary>
    public string? Start { get; set; }

    public DurationChoice HowLong
    {
        get => field ??= new();
        set;
    }

    public string? Place { get; set; }

    public Guid? Giver { get; set; }

    /// <summary>The number or part of a name by which the helper was looked for.</summary>
    public string? GiverTyped { get; set; }

    /// <summary>What to keep to with another helper, and whether it was read.</summary>
    public CareReading Care
    {
        get => field ??= new();
        set;
    }

    /// <summary>It is to be although one of them is elsewhere.</summary>
    public bool EvenSo { get; set; }

    public Door Door { get; set; } = Door.Phone;

    /// <summary>The form with what the visit is now.</summary>
    public static MoveVisitForm Of(VisitLine line) =>
        new()
        {
            Visit = line.Visit.Id.Value,
            Day = DateBoxes.From(line.Visit.Day),
            Start = VisitWords.Clock(line.Visit.Start),
            HowLong = new() { Typed = VisitWords.Length(line.Visit.Minutes) },
            Place = line.Visit.Place,
            Giver = line.Visit.GiverId.Value,
        };
}

/// <summary>The shape of <see cref="MoveVisitForm"/>.</summary>
public sealed class MoveVisitRules : AbstractValidator<MoveVisitForm>
{
    public MoveVisitRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Day).IsAVisitDay(texts);
        RuleFor(f => f.Start).IsATime(texts);
        RuleFor(f => f.HowLong)
            .Must(d => d.ToMinutes() is > 0)
            .WithMessage(_ => texts["Say how long it is to take, for example 1 hour and 30 minutes."]);
        RuleFor(f => f.Place)
            .MaximumLength(Visit.PlaceLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Visit.PlaceLength]);
        RuleFor(f => f.Giver)
            .NotEmpty()
            .WithMessage(f => VisitFormRules.Nobody(texts, f.GiverTyped, "Write who helps: a number, or a part of the name."));
    }
}

/// <summary>That a visit is not to be, or a repeat is to end with it.</summary>
public sealed class CallOffForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Visit { get; set; }

    public string? Why { get; set; }

    /// <summary>True for this one and all that its repeat makes after it; for coordinators.</summary>
    public bool AndAllAfter { get; set; }

    public Door Door { get; set; } = Door.Phone;
}

/// <summary>The shape of <see cref="CallOffForm"/>.</summary>
public sealed class CallOffRules : AbstractValidator<CallOffForm>
{
    public CallOffRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Why).SaysWhy(texts);
    }
}

/// <summary>A button about a visit that needs no more words: approved, at home, seen to, rung.</summary>
public sealed class VisitStepForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Visit { get; set; }

    /// <summary>The call that was made, or whose word was seen to; null for neither.</summary>
    public Guid? Of { get; set; }
}
