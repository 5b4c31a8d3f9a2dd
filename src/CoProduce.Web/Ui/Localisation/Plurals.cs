using System.Globalization;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Ui;

/// <summary>Counted things in the right plural form of the language (CLDR categories).</summary>
public static class Plurals
{
    /// <summary>
    /// "1 member", "3 members". Both sentences are keys and carry {0} for the number. A language with more forms translates the plural
    /// sentence again under "sentence#two", "#few", "#many" or "#zero"; a form that is not there falls back to the plural sentence.
    /// </summary>
    public static string Count(this IStringLocalizer texts, long count, string one, string other)
    {
        var category = Category(Languages.Current.Code, count);
        if (category is "one")
            return texts[one, count];
        if (
            category is not "other"
            && texts[$"{other}#{category}", count] is { ResourceNotFound: false } form
            && Languages.Current.Code == "cy"
        )
            return form;
        return texts[other, count];
    }

    /// <summary>The CLDR cardinal category of a whole number in a language of the program.</summary>
    public static string Category(string languageCode, long count) =>
        languageCode switch
        {
            "cy" => count switch
            {
                0 => "zero",
                1 => "one",
                2 => "two",
                3 => "few",
                6 => "many",
                _ => "other",
            },
            _ => count == 1 ? "one" : "other",
        };

    /// <summary>A number as the language writes it, with its thousands apart.</summary>
    public static string Number(this IStringLocalizer _, long number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
