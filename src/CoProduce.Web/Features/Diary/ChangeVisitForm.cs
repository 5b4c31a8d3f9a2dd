using CoProduce.Ledger;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Diary;

/// <summary>A new time for a visit.</summary>
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

    /// <summary>It is to be although one of them is elsewhere.</summary>
    public bool EvenSo { get; set; }

    public Door Door { get; set; } = Door.Phone;
}

/// <summary>The shape of <see cref="MoveVisitForm"/>.</summary>
public sealed class MoveVisitRules : AbstractValidator<MoveVisitForm>
{
    public MoveVisitRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Day).IsAVisitDay(texts);
        RuleFor(f => f.Start).IsATime(texts);
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
