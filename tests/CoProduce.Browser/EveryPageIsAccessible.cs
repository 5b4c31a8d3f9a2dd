using CoProduce.Browser.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Shouldly;

namespace CoProduce.Browser;

/// <summary>The rules of WCAG 2.2 AA that a machine can check, on every page, in every theme, on a phone and on a desk.</summary>
public sealed class EveryPageIsAccessible(RunningProgram program)
{
    private const string Stranger = "stranger";
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
    public static TheoryData<string> People() => new(Places.All.Select(p => p.As ?? Stranger).Distinct());

    // A page is fetched once and looked at in every theme and width: what differs between them is the stylesheet's alone.
    [Theory]
    [MemberData(nameof(People))]
    public async Task No_rule_is_broken_in_any_theme_on_a_phone_or_a_desk(string person) =>
        (await program.LookEverywhereAsync(BrokenAsync, [person == Stranger ? null : person])).ShouldBeEmpty();

    [Fact]
    public async Task Narrow_windows_and_large_text_lose_nothing()
    {
        var broken = await program.LookEverywhereAsync(
            async (tab, _) =>
            {
                var found = new List<string>();
                foreach (var (width, text) in new[] { (320, 100), (390, 200), (1280, 200) })
                {
                    await tab.Page.SetViewportSizeAsync(width, 900);
                    await tab.Page.EvaluateAsync("size => document.documentElement.style.setProperty('font-size', size)", $"{text}%");
                    if (await tab.Page.EvaluateAsync<bool>(ScrollsSideways))
                        found.Add($"at {width} with text of {text} % scrolls sideways");
                }
                return found;
            },
            []
        );
        broken.ShouldBeEmpty();
    }

    // The frame around a page is the same on all of them and is looked at in every theme at both widths on a person's first; the rest in each theme once.
    private static string[] Themes(Place place, int width) =>
        place == Places.All.First(p => p.As == place.As) ? ["light", "dark", "contrast"]
        : width < 1280 ? ["light", "dark"]
        : ["light", "contrast"];

    private static async Task<IEnumerable<string>> BrokenAsync(Tab tab, Place place)
    {
        var broken = new List<string>();
        foreach (var width in (int[])[390, 1280])
        {
            await tab.Page.SetViewportSizeAsync(width, 900);
            foreach (var theme in Themes(place, width))
            {
                await tab.Page.EvaluateAsync("theme => document.documentElement.dataset.theme = theme", theme);
                var found = await tab.Page.RunAxe(theme == "light" ? Rules : Colours);
                broken.AddRange(
                    found.Violations.Select(v =>
                        $"{theme} {width}: {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"
                    )
                );
            }
            if (await tab.Page.EvaluateAsync<bool>(ScrollsSideways))
                broken.Add($"{width}: scrolls sideways");
        }
        broken.AddRange(
            tab.Complaints.Where(c =>
                !c.Contains("(Not Found)", StringComparison.Ordinal) && !c.Contains("(Gone)", StringComparison.Ordinal)
            )
        );
        tab.Complaints.Clear();
        return broken;
    }
}
