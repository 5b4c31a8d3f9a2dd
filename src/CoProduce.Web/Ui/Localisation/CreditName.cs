using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Ui;

/// <summary>
/// What an organisation calls its credit, by language code, such as "lipton" and "liptons"; a language that is not named uses English.
/// An organisation that calls them hours has no name at all: <see cref="Hours"/>.
/// </summary>
public sealed record CreditName(IReadOnlyDictionary<string, CreditForms> ByLanguage)
{
    /// <summary>Credits spoken of simply as hours.</summary>
    public static readonly CreditName Hours = new(new Dictionary<string, CreditForms>());

    /// <summary>The forms in the language of the request; null when credits are spoken of as hours.</summary>
    public CreditForms? Forms => ByLanguage.GetValueOrDefault(Languages.Current.Code) ?? ByLanguage.GetValueOrDefault("en");

    /// <summary>"6 and a half liptons", "2 hours"; amounts that are not whole or half credits are said as time.</summary>
    /// <param name="minutes">Whole minutes, of either sign; the sign is not said.</param>
    public string Amount(IStringLocalizer texts, long minutes)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var (credits, rest) = Math.DivRem(Math.Abs(minutes), 60);
        return (Forms, credits, rest) switch
        {
            ({ } forms, 1, 0) => $"1 {forms.One}",
            ({ } forms, > 1, 0) => $"{texts.Number(credits)} {forms.Other}",
            ({ } forms, >= 1, 30) => texts["{0} and a half {1}", texts.Number(credits), forms.Other],
            _ => texts.Duration(minutes),
        };
    }
}

/// <summary>One credit and several: "lipton", "liptons".</summary>
public sealed record CreditForms(string One, string Other);
