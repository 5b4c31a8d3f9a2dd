using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Skills;

/// <summary>Somebody says when they usually have time, and from when until when they are away.</summary>
public sealed class ChangeTimes(KeepAnswers answers)
{
    public Task<KeptAnswer> HandleAsync(TimesForm form, CancellationToken ct = default) =>
        answers.OnceAsync(
            form.RequestKey,
            form,
            form.Whose,
            nameof(ChangeTimes),
            async (db, member) =>
            {
                var suits = await db.SuitsOfAsync(member, ct);
                (suits.Times, suits.AskFirst, suits.TimesNote) = (form.Bits(), form.AskFirst, form.Note?.Trim() ?? "");
                (suits.AwayFrom, suits.AwayUntil) = (form.AwayFrom.ToDate(), form.AwayUntil.ToDate());
            },
            ct
        );
}

/// <summary>When somebody has time.</summary>
public sealed class TimesForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Whose Whose
    {
        get => field ??= new();
        set;
    }

    /// <summary>The ticked parts of the week by the numbers of their bits; null when none is ticked.</summary>
    public List<string>? Ticked { get; set; }

    public bool AskFirst { get; set; }

    public string? Note { get; set; }

    public DateBoxes AwayFrom
    {
        get => field ??= new();
        set;
    }

    public DateBoxes AwayUntil
    {
        get => field ??= new();
        set;
    }

    /// <summary>The form filled in with what stands there.</summary>
    public static TimesForm Of(WhatSuits suits) =>
        new()
        {
            Ticked =
            [
                .. Enumerable
                    .Range(0, 7 * WeekPattern.Parts)
                    .Where(bit => (suits.Times & (1 << bit)) != 0)
                    .Select(bit => bit.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ],
            AskFirst = suits.AskFirst,
            Note = suits.TimesNote,
            AwayFrom = suits.AwayFrom is { } from ? DateBoxes.From(from) : new(),
            AwayUntil = suits.AwayUntil is { } until ? DateBoxes.From(until) : new(),
        };

    /// <summary>The ticks as <see cref="WeekPattern"/> numbers them; what is none of its parts is left out.</summary>
    public int Bits() =>
        (Ticked ?? []).Aggregate(
            0,
            (bits, tick) => int.TryParse(tick, out var bit) && bit is >= 0 and < 7 * WeekPattern.Parts ? bits | (1 << bit) : bits
        );
}

/// <summary>The shape of <see cref="TimesForm"/>.</summary>
public sealed class TimesRules : AbstractValidator<TimesForm>
{
    public TimesRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Note)
            .MaximumLength(WhatSuits.LineLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", WhatSuits.LineLength]);
        RuleFor(f => f.AwayFrom).Must(IsDay).WithMessage(_ => DayWords());
        RuleFor(f => f.AwayUntil).Must(IsDay).WithMessage(_ => DayWords());
        RuleFor(f => f.AwayUntil)
            .Must((f, until) => !(until.ToDate() < f.AwayFrom.ToDate()))
            .WithMessage(_ => texts["The last day away comes before the first. Change one of them."]);

        static bool IsDay(DateBoxes boxes) => boxes.IsEmpty || boxes.ToDate() is not null;

        string DayWords() => texts["Write the date as day, month and year, for example 24 11 2026."];
    }
}
