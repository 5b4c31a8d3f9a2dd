using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Ui;

/// <summary>
/// The words on screen in the language of the request: the key is the English sentence, translations are the embedded Texts/*.json,
/// and what has no translation is shown in English.
/// </summary>
public sealed class Texts : IStringLocalizer
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Translations = Languages
        .All.Where(l => !l.ForTests)
        .ToDictionary(l => l.Code, IReadOnlyDictionary<string, string> (l) => Load(l.Code));

    public LocalizedString this[string name]
    {
        get
        {
            var (text, found) = Find(name);
            return new(name, text, resourceNotFound: !found);
        }
    }

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var (text, found) = Find(name);
            return new(name, string.Format(CultureInfo.CurrentCulture, text, arguments), resourceNotFound: !found);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        Of(Languages.Current.Code).Select(pair => new LocalizedString(pair.Key, pair.Value));

    /// <summary>Every translated sentence of a language, by its English key; empty for English.</summary>
    public static IReadOnlyDictionary<string, string> Of(string languageCode) =>
        Translations.GetValueOrDefault(languageCode) ?? new Dictionary<string, string>();

    private static (string Text, bool Found) Find(string name)
    {
        var code = Languages.Current.Code;
        if (code == Languages.PseudoCode)
            return (Pseudo(name), true);
        return Of(code).TryGetValue(name, out var text) ? (text, true) : (name, code == "en");
    }

    private static Dictionary<string, string> Load(string code)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"CoProduce.Web.Texts.{code}.json");
        return file is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(file)!;
    }

    private static string Pseudo(string text)
    {
        const string plain = "aceinouyACEINOUY";
        const string dressed = "áçéíñóúýÁÇÉÍÑÓÚÝ";
        var result = new StringBuilder("⟦");
        var inPlaceholder = false;
        foreach (var letter in text)
        {
            inPlaceholder = letter == '{' || inPlaceholder && letter != '}';
            var at = inPlaceholder ? -1 : plain.IndexOf(letter, StringComparison.Ordinal);
            result.Append(at < 0 ? letter : dressed[at]);
        }

        return result.Append('⟧').ToString();
    }
}
