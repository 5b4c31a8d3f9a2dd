using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Care;

/// <summary>The shape of what is typed on the forms of care.</summary>
internal static class CareFormRules
{
    /// <summary>Something is said, and not too much.</summary>
    public static void IsSaid<T>(this IRuleBuilder<T, string?> rule, IStringLocalizer texts, string nothing, int length) =>
        rule.Must(w => !string.IsNullOrWhiteSpace(w))
            .WithMessage(_ => texts[nothing])
            .MaximumLength(length)
            .WithMessage(_ => texts["Please use at most {0} characters.", length]);

    /// <summary>Not too much is said.</summary>
    public static void IsSaidOrEmpty<T>(this IRuleBuilder<T, string?> rule, IStringLocalizer texts, int length) =>
        rule.MaximumLength(length).WithMessage(_ => texts["Please use at most {0} characters.", length]);

    /// <summary>A date can be read from it.</summary>
    public static void IsADate<T>(this IRuleBuilder<T, DateBoxes> rule, IStringLocalizer texts) =>
        rule.Must(d => d.ToDate() is not null).WithMessage(_ => texts["Write the date as day, month and year, for example 24 11 2026."]);

    /// <summary>A date can be read from it, or nothing was typed.</summary>
    public static void IsADateOrEmpty<T>(this IRuleBuilder<T, DateBoxes> rule, IStringLocalizer texts) =>
        rule.Must(d => d.IsEmpty || d.ToDate() is not null)
            .WithMessage(_ => texts["Write the date as day, month and year, for example 24 11 2026."]);
}
