using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;

namespace CoProduce.Web.Features.Members;

/// <summary>The languages in which a member may be written to.</summary>
internal static class WritingLanguages
{
    /// <summary>Those that the organisation offers, each by its name in itself.</summary>
    public static IReadOnlyList<Choice> Choices(OrganisationProfile organisation) =>
        [
            .. organisation
                .Settings.Languages.Select(code => Languages.Find(code, withTests: false))
                .OfType<Language>()
                .Select(language => new Choice(language.Code, language.Name)),
        ];

    /// <summary>True for the code of a language, and for none.</summary>
    public static bool IsOne(string? code) => string.IsNullOrEmpty(code) || Languages.Find(code, withTests: false)?.Code == code;
}
