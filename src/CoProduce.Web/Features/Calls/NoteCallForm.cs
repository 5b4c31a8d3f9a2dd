using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Calls;

/// <summary>What is typed of a call.</summary>
public sealed class NoteCallForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Member { get; set; }

    public CallDirection Direction { get; set; } = CallDirection.In;

    public string? Note { get; set; }

    public string? About { get; set; }

    public DayChoice When
    {
        get => field ??= new() { Choice = "today" };
        set;
    }

    /// <summary>The call whose note this one puts right, as the list posts it; empty for none.</summary>
    public string? Corrects { get; set; }
}

/// <summary>The shape of <see cref="NoteCallForm"/>.</summary>
public sealed class NoteCallRules : AbstractValidator<NoteCallForm>
{
    public NoteCallRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Direction).IsInEnum().WithMessage(_ => texts["Say who rang."]);
        RuleFor(f => f.Note)
            .Must(n => !string.IsNullOrWhiteSpace(n))
            .When(f => f.Direction != CallDirection.NoAnswer)
            .WithMessage(_ => texts["Write what was said, in a few words."])
            .MaximumLength(Call.NoteLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Call.NoteLength]);
        RuleFor(f => f.About)
            .MaximumLength(Call.AboutLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Call.AboutLength]);
        RuleFor(f => f.When)
            .Must((_, when) => when.Choice != "other" || when.Other?.ToDate() is not null)
            .WithMessage(_ => texts["Write the date as day, month and year, for example 24 11 2026."]);
    }
}
