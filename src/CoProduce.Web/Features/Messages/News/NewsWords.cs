using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Messages;

/// <summary>The two languages of an announcement, in words.</summary>
internal static class NewsWords
{
    /// <summary>"In Welsh too": over what is written in the second language.</summary>
    public static string Too(IStringLocalizer texts, string code) => code == "cy" ? texts["In Welsh too"] : texts["In English too"];

    /// <summary>"In Welsh".</summary>
    public static string In(IStringLocalizer texts, string code) => code == "cy" ? texts["In Welsh"] : texts["In English"];

    /// <summary>What the heading in that language is called.</summary>
    public static string Heading(IStringLocalizer texts, string code) =>
        code == "cy" ? texts["Heading in Welsh"] : texts["Heading in English"];

    /// <summary>What the words in that language are called.</summary>
    public static string Body(IStringLocalizer texts, string code) =>
        code == "cy" ? texts["What you want to say, in Welsh"] : texts["What you want to say, in English"];

    /// <summary>The way to the words in that language, said in it.</summary>
    public static string Read(IStringLocalizer texts, string code) =>
        SaidIn(code, () => (code == "cy" ? texts["Read it in Welsh"] : texts["Read it in English"]).Value);

    /// <summary>How a letter in that language begins.</summary>
    public static string Greeting(IStringLocalizer texts, string code) => SaidIn(code, () => texts["Dear {0},", "…"].Value);

    private static string SaidIn(string code, Func<string> words) =>
        Languages.Find(code, withTests: false) is { } language ? Composed.In(language, words) : words();
}
