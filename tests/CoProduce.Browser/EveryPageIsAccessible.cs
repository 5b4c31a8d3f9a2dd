using CoProduce.Browser.Support;
using Shouldly;

namespace CoProduce.Browser;

/// <summary>The rules of WCAG 2.2 AA that a machine can check, on every page, in every theme, on a phone and on a desk.</summary>
public sealed class EveryPageIsAccessible(RunningProgram program)
{
    private const string Stranger = "stranger";
    private const string ScrollsSideways = "document.documentElement.scrollWidth > document.documentElement.clientWidth";

    /// <summary>Every kind of person, in the words of their sign-in.</summary>
    public static TheoryData<string> People() => new(Places.All.Select(p => p.As ?? Stranger).Distinct());

    // A page is fetched once and looked at in every theme, width, size of text and direction: what differs between them is the stylesheet's alone.
    [Theory]
    [MemberData(nameof(People))]
    public async Task No_rule_is_broken_in_any_theme_on_a_phone_or_a_desk(string person) =>
        (await program.LookEverywhereAsync(BrokenAsync, [person == Stranger ? null : person])).ShouldBeEmpty();

    // The frame around a page is the same on all of them and is looked at in every theme at both widths on a person's first; the rest in each theme once.
    private static string[] Themes(Place place, int width) =>
        place == Places.All.First(p => p.As == place.As) ? ["light", "dark", "contrast"]
        : width < 1280 ? ["light", "dark"]
        : ["light", "contrast"];

    private static async Task<IEnumerable<string>> BrokenAsync(Tab tab, Place place)
    {
        var broken = new List<string>();
        await Axe.ComeAsync(tab.Page);
        foreach (var width in (int[])[1280, 390])
        {
            await tab.Page.SetViewportSizeAsync(width, 900);
            foreach (var theme in Themes(place, width))
                broken.AddRange((await Axe.BrokenAsync(tab.Page, theme)).Select(rule => $"{theme} {width}: {rule}"));
            await ScrollsAsync(width, 100, "ltr");
        }
        await ScrollsAsync(390, 100, "rtl");
        await ScrollsAsync(390, 200, "ltr");
        await ScrollsAsync(320, 100, "ltr");
        await ScrollsAsync(1280, 200, "ltr");
        broken.AddRange(
            tab.Complaints.Where(c =>
                !c.Contains("(Not Found)", StringComparison.Ordinal) && !c.Contains("(Gone)", StringComparison.Ordinal)
            )
        );
        tab.Complaints.Clear();
        return broken;

        async Task ScrollsAsync(int width, int text, string direction)
        {
            await tab.Page.SetViewportSizeAsync(width, 900);
            await tab.Page.EvaluateAsync(
                "([size, direction]) => { document.documentElement.style.fontSize = size; document.documentElement.dir = direction; }",
                new[] { $"{text}%", direction }
            );
            if (await tab.Page.EvaluateAsync<bool>(ScrollsSideways))
                broken.Add($"at {width} with text of {text} % from {direction} scrolls sideways");
        }
    }
}
