using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CoProduce.Web.Ui;
using Shouldly;
using Xunit;

namespace CoProduce.Tests.Ui;

public sealed partial class WelshLacksNothingTests
{
    // The style guide is for those who build.
    private static readonly string[] Translated = ["Ui", "Features"];

    [Fact]
    public void Every_sentence_has_its_Welsh()
    {
        var welsh = Texts.Of("cy");
        var keys = Translated.SelectMany(KeysOf).Distinct().ToList();
        keys.Count.ShouldBeGreaterThan(50);
        keys.Where(k => !welsh.ContainsKey(k)).ShouldBeEmpty();
    }

    [Fact]
    public void A_translation_has_the_places_for_values_of_its_sentence()
    {
        foreach (var (english, welsh) in Texts.Of("cy"))
            Places(welsh).ShouldBe(Places(english.Split('#')[0]), english);
    }

    [Fact]
    public void No_translation_is_empty() => Texts.Of("cy").Where(p => string.IsNullOrWhiteSpace(p.Value)).ShouldBeEmpty();

    private static IEnumerable<string> KeysOf(string folder)
    {
        var files = Directory.EnumerateFiles(Path.Combine(Web(), folder), "*.*", SearchOption.AllDirectories);
        foreach (
            var file in files.Where(f =>
                Path.GetExtension(f) is ".razor" or ".cs" && !Path.GetFileName(f).StartsWith("Style", StringComparison.Ordinal)
            )
        )
        {
            var source = string.Join('\n', File.ReadLines(file).Where(l => !l.TrimStart().StartsWith("///", StringComparison.Ordinal)));
            foreach (Match match in Key().Matches(source))
                yield return Regex.Unescape(match.Groups[1].Value);
            foreach (Match match in Chosen().Matches(source))
                yield return Regex.Unescape(match.Groups["words"].Value);
            foreach (Match match in Counted().Matches(source))
            {
                yield return Regex.Unescape(match.Groups[1].Value);
                yield return Regex.Unescape(match.Groups[2].Value);
            }
        }
    }

    private static string[] Places(string text) => [.. Place().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)];

    private static string Web([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "CoProduce.Web"));

    [GeneratedRegex("""\b(?:T|t|texts|words)\[\s*"((?:[^"\\]|\\.)*)"\s*[\],]""")]
    private static partial Regex Key();

    // A sentence that is chosen here and looked up elsewhere: an arm, an answer, the words of a menu, the last argument of a rule.
    [GeneratedRegex(
        """(?:(?:=>|return|[?:]|new MenuEntry\()\s*"(?!CoProduce|M+\b)(?<words>[A-Z“](?:[^"\\\n]|\\.)*)"|,\s*"(?<words>[A-Z“](?:[^"\\\n]|\\.)*\.)"\))"""
    )]
    private static partial Regex Chosen();

    [GeneratedRegex("""\.Count\([^"]*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"\)""")]
    private static partial Regex Counted();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();
}
