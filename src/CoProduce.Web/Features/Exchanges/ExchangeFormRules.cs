using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>The shape of what everybody types who logs or corrects an exchange.</summary>
internal static class ExchangeFormRules
{
    private static readonly DateOnly AnyDay = new(2000, 1, 1);

    /// <summary>A day can be read from it.</summary>
    public static void IsADay<T>(this IRuleBuilder<T, DayChoice> rule, IStringLocalizer texts) =>
        rule.Must(w => w.ToDate(AnyDay) is not null)
            .WithMessage(_ => texts["Say when it was: today, yesterday, or a date such as 24 11 2026."]);

    /// <summary>A length can be read from it.</summary>
    public static void IsALength<T>(this IRuleBuilder<T, DurationChoice> rule, IStringLocalizer texts) =>
        rule.Must(d => d.ToMinutes() is > 0).WithMessage(_ => texts["Say how long it took, for example 1 hour and 30 minutes."]);

    /// <summary>It says in a few words what the help was.</summary>
    public static void SaysWhatItWas<T>(this IRuleBuilder<T, string?> rule, IStringLocalizer texts) =>
        rule.Must(d => !string.IsNullOrWhiteSpace(d))
            .WithMessage(_ => texts["Say in a few words what it was, for example “a lift to the hospital”."])
            .MaximumLength(Exchange.DescriptionLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Exchange.DescriptionLength]);

    /// <summary>What is said of a box that does not name one member; <paramref name="nothing"/> when it is empty.</summary>
    public static string NobodyIn(IStringLocalizer texts, string? typed, string nothing) =>
        string.IsNullOrWhiteSpace(typed)
            ? texts[nothing]
            : texts["“{0}” is not one person here who takes part. Choose from those found, or write it differently.", Shown(typed)];

    private static string Shown(string typed) => typed.Trim() is { Length: > 40 } longer ? longer[..40] + "…" : typed.Trim();
}
