using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CoProduce.Browser.Support;

/// <summary>What a machine can find wrong with a page. axe runs in the page itself and comes once a page, however often it is asked; no page here has a frame inside.</summary>
internal static class Axe
{
    private const string ScrollsSideways = "document.documentElement.scrollWidth > document.documentElement.clientWidth";

    // Colours are all that a theme can break: the rest stays what it was in light.
    private const string Run = """
        async theme => {
          document.documentElement.dataset.theme = theme;
          const runOnly = theme === 'light'
            ? { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }
            : { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
          const found = await axe.run({ runOnly, resultTypes: ['violations'] });
          return found.violations.map(v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html).join(' | ')}`);
        }
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>The rules that the page as it stands breaks, each with up to three places; for pages on the way of a journey.</summary>
    public static async Task<string[]> BrokenAsync(IPage page)
    {
        await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Run, "light");
    }

    /// <summary>
    /// Looks at the page that is open in every theme, width, size of text and direction, and gathers the console's complaints: the page is fetched once, and what
    /// differs between them is the stylesheet's alone.
    /// </summary>
    /// <param name="everyTheme">True for every theme at both widths; false for each theme once.</param>
    public static async Task<IEnumerable<string>> WrongAsync(Tab tab, bool everyTheme)
    {
        var (page, wrong) = (tab.Page, new List<string>());
        await page.EvaluateAsync(Script);
        foreach (var (width, other) in new[] { (1280, "contrast"), (390, "dark") })
        {
            await page.SetViewportSizeAsync(width, 900);
            foreach (var theme in everyTheme ? ["light", "dark", "contrast"] : new[] { "light", other })
                wrong.AddRange((await page.EvaluateAsync<string[]>(Run, theme)).Select(rule => $"{theme} {width}: {rule}"));
            await ScrollsAsync(width, 100, "ltr");
        }
        await ScrollsAsync(390, 100, "rtl");
        await ScrollsAsync(390, 200, "ltr");
        await ScrollsAsync(320, 100, "ltr");
        await ScrollsAsync(1280, 200, "ltr");
        wrong.AddRange(
            tab.Complaints.Where(c =>
                !c.Contains("(Not Found)", StringComparison.Ordinal) && !c.Contains("(Gone)", StringComparison.Ordinal)
            )
        );
        tab.Complaints.Clear();
        return wrong;

        async Task ScrollsAsync(int width, int text, string direction)
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EvaluateAsync(
                "([size, direction]) => { document.documentElement.style.fontSize = size; document.documentElement.dir = direction; }",
                new[] { $"{text}%", direction }
            );
            if (await page.EvaluateAsync<bool>(ScrollsSideways))
                wrong.Add($"at {width} with text of {text} % from {direction} scrolls sideways");
        }
    }
}
