using System.Globalization;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Messages;

/// <summary>Makes letters, with words in the language of the letter and not of whoever caused it.</summary>
internal static class Composed
{
    /// <summary>A letter that begins with the person's name.</summary>
    public static Letter Letter(
        IStringLocalizer texts,
        string email,
        string firstName,
        string from,
        Language language,
        Func<IStringLocalizer, Wording> words
    ) =>
        In(
            language,
            () =>
            {
                var wording = words(texts);
                return new Letter(
                    email,
                    language.Code,
                    OneLine(wording.Subject),
                    [texts["Dear {0},", firstName], .. wording.Paragraphs],
                    wording.Link,
                    wording.LinkText,
                    from,
                    wording.Stop,
                    wording.Stop is null ? null : texts["To get no more of these"].Value,
                    HowTo: wording.Asks?.HowTo
                );
            }
        );

    /// <summary>Does something with words, dates and numbers in that language.</summary>
    public static T In<T>(Language language, Func<T> work)
    {
        var (wordingBefore, formatsBefore) = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
        try
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (language.Wording, language.Formats);
            return work();
        }
        finally
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (wordingBefore, formatsBefore);
        }
    }

    // A subject with a line break could smuggle a header into the mail.
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
