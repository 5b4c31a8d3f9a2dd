using System.Globalization;

namespace CoProduce.Web.Ui;

/// <summary>A language that pages can be shown in; <see cref="Formats"/> decides dates and numbers, <see cref="Wording"/> decides the texts.</summary>
/// <param name="Code">What the cookie and the address carry, such as "cy".</param>
/// <param name="Name">Its name in itself, such as "Cymraeg"; never translated.</param>
/// <param name="ForTests">True when only a test host may offer it.</param>
public sealed record Language(string Code, string Name, CultureInfo Formats, CultureInfo Wording, bool ForTests = false)
{
    /// <summary>Whether text runs from right to left.</summary>
    public bool RightToLeft => Wording.TextInfo.IsRightToLeft;

    /// <summary>Whether this is the language of the running request.</summary>
    public bool IsCurrent => Equals(Languages.Current, this);
}

/// <summary>The languages of the program, the first being the one that everything falls back to.</summary>
public static class Languages
{
    /// <summary>The pseudo-language whose every text is accented and stands in ⟦ ⟧, so that a test finds text baked into markup.</summary>
    public const string PseudoCode = "qps-ploc";

    public static readonly IReadOnlyList<Language> All =
    [
        new("en", "English", CultureInfo.GetCultureInfo("en-GB"), CultureInfo.GetCultureInfo("en-GB")),
        new("cy", "Cymraeg", CultureInfo.GetCultureInfo("cy-GB"), CultureInfo.GetCultureInfo("cy-GB")),
        new(PseudoCode, "Pseudo", CultureInfo.GetCultureInfo("en-GB"), CultureInfo.GetCultureInfo(PseudoCode), ForTests: true),
        new("ar", "العربية", CultureInfo.GetCultureInfo("en-GB"), CultureInfo.GetCultureInfo("ar"), ForTests: true),
    ];

    /// <summary>The language of the running request.</summary>
    public static Language Current => Find(CultureInfo.CurrentUICulture.Name, withTests: true) ?? All[0];

    /// <summary>The language for a code or culture name ("cy", "cy-GB"); null when there is none.</summary>
    public static Language? Find(string? code, bool withTests) =>
        All.FirstOrDefault(l => (withTests || !l.ForTests) && Matches(l.Code, code));

    private static bool Matches(string own, string? asked) =>
        asked is not null
        && (own.Equals(asked, StringComparison.OrdinalIgnoreCase) || asked.StartsWith(own + "-", StringComparison.OrdinalIgnoreCase));
}
