using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CoProduce.Browser.Support;

/// <summary>axe in the page itself: it comes once a page, however often it is asked.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

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

    /// <summary>Brings axe into the page that is open. No page here has a frame inside.</summary>
    public static Task ComeAsync(IPage page) => page.EvaluateAsync(Script);

    /// <summary>The rules that the page breaks in a theme, each with up to three places.</summary>
    public static Task<string[]> BrokenAsync(IPage page, string theme) => page.EvaluateAsync<string[]>(Run, theme);
}
