using CoProduce.Browser.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Shouldly;

namespace CoProduce.Browser;

/// <summary>The rules of WCAG 2.2 AA that a machine can check, on every page, in every theme, on a phone and on a desk.</summary>
public sealed class EveryPageIsAccessible(RunningProgram program)
{
    private const string ScrollsSideways = "document.documentElement.scrollWidth > document.documentElement.clientWidth";

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    // What a theme can break: the rest stays what it was in light.
    private static readonly AxeRunOptions Colours = new()
    {
        RunOnly = new() { Type = "rule", Values = ["color-contrast", "link-in-text-block"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>Every kind of person, in the words of their sign-in.</summary>
    public static TheoryData<string> People() => new(Places.All.Select(p => p.As ?? "stranger").Distinct());

    // A page is fetched once and looked at in every theme and width: what differs between them is the stylesheet's alone.
    [Theory]
    [MemberData(nameof(People))]
    public async Task No_rule_is_broken_in_any_theme_on_a_phone_or_a_desk(string person)
    {
        var broken = new List<string>();
        var signIn = person == "stranger" ? null : person;
        await using var tab = await program.OpenAsync(signIn);
        foreach (var place in Places.All.Where(p => p.As == signIn))
        {
            await program.GoAsync(tab, place);
            foreach (var width in (int[])[390, 1280])
            {
                await tab.Page.SetViewportSizeAsync(width, 900);
                foreach (var theme in (string[])["light", "dark", "contrast"])
                {
                    await tab.Page.EvaluateAsync("theme => document.documentElement.dataset.theme = theme", theme);
                    var found = await tab.Page.RunAxe(theme == "light" ? Rules : Colours);
                    broken.AddRange(
                        found.Violations.Select(v =>
                            $"{place} {theme} {width}: {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"
                        )
                    );
                }
                if (await tab.Page.EvaluateAsync<bool>(ScrollsSideways))
                    broken.Add($"{place} {width}: scrolls sideways");
            }
        }
        broken.AddRange(
            tab.Complaints.Where(c =>
                !c.Contains("(Not Found)", StringComparison.Ordinal) && !c.Contains("(Gone)", StringComparison.Ordinal)
            )
        );
        broken.ShouldBeEmpty(string.Join('\n', broken));
    }

    [Theory]
    [InlineData(320, false)]
    [InlineData(390, true)]
    [InlineData(1280, true)]
    public async Task Narrow_windows_and_large_text_lose_nothing(int width, bool large)
    {
        var broken = new List<string>();
        foreach (var person in Places.All.GroupBy(p => p.As))
        {
            await using var tab = await program.OpenAsync(person.Key, width: width);
            foreach (var place in person)
            {
                await program.GoAsync(tab, place);
                if (large)
                    await tab.Page.EvaluateAsync("document.documentElement.style.setProperty('font-size', '200%')");
                if (await tab.Page.EvaluateAsync<bool>(ScrollsSideways))
                    broken.Add($"{place} at {width}{(large ? " with text of 200 %" : "")} scrolls sideways");
            }
        }
        broken.ShouldBeEmpty(string.Join('\n', broken));
    }
}
