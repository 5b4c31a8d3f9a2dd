using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Ui;

/// <summary>The example form of the style guide: it is checked like any other and changes nothing.</summary>
public sealed class StyleForm
{
    /// <summary>The most characters of the example sentence.</summary>
    public const int AboutMaxLength = 200;

    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public string? Who { get; set; }

    public string? Gave { get; set; }

    // A browser that leaves a box out has the binder set null.
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

    public DateBoxes Until
    {
        get => field ??= new();
        set;
    }

    public string? Town { get; set; }

    public string? About { get; set; }

    public List<string> Days
    {
        get => field ??= [];
        set;
    }

    public bool Agreed { get; set; }
}

/// <summary>The rules of the example form.</summary>
public sealed class StyleRules : AbstractValidator<StyleForm>
{
    public StyleRules(IStringLocalizer texts)
    {
        RuleFor(f => f.Who).NotEmpty().WithMessage(_ => texts["Say who it was."]);
        RuleFor(f => f.Gave).NotEmpty().WithMessage(_ => texts["Say who helped whom."]);
        RuleFor(f => f.HowLong).Must(d => d.ToMinutes() is > 0).WithMessage(_ => texts["Say how long it took."]);
        RuleFor(f => f.Until)
            .Must(d => d.IsEmpty || d.ToDate() is not null)
            .WithMessage(_ => texts["Write the date as day, month and year, for example 24 11 2026."]);
        RuleFor(f => f.About)
            .MaximumLength(StyleForm.AboutMaxLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", StyleForm.AboutMaxLength]);
    }
}
