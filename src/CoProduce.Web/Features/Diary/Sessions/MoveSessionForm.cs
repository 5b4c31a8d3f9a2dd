using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Diary;

/// <summary>A new time and place for a session.</summary>
public sealed class MoveSessionForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Session { get; set; }

    public DateBoxes Day
    {
        get => field ??= new();
        set;
    }

    /// <summary>The time on the wall, as typed.</summary>
    public string? Start { get; set; }

    public string? Place { get; set; }
}

/// <summary>The shape of <see cref="MoveSessionForm"/>.</summary>
public sealed class MoveSessionRules : AbstractValidator<MoveSessionForm>
{
    public MoveSessionRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Day).IsAVisitDay(texts);
        RuleFor(f => f.Start).IsATime(texts);
        RuleFor(f => f.Place)
            .MaximumLength(Visit.PlaceLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Visit.PlaceLength]);
    }
}
