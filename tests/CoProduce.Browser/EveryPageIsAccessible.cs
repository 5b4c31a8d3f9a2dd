using CoProduce.Browser.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Shouldly;

namespace CoProduce.Browser;

/// <summary>The rules of WCAG 2.2 AA that a machine can check, on every page, in every theme, on a phone and on a desk.</summary>
public sealed class EveryPageIsAccessible(RunningProgram program)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    public static TheoryData<string, int> Looks() =>
        new()
        {
            { "light", 390 },
            { "light", 1280 },
            { "dark", 390 },
            { "dark", 1280 },
            { "contrast", 390 },
            { "contrast", 1280 },
        };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task No_rule_is_broken_and_nothing_runs_out_of_the_window(string theme, int width)
    {
        var broken = new List<string>();
        foreach (var person in Places.All.GroupBy(p => p.As))
        {
            await using var tab = await program.OpenAsync(person.Key, width: width, theme: theme);
            foreach (var (path, _) in person)
            {
                await tab.Page.GotoAsync(path);
                var found = await tab.Page.RunAxe(Rules);
                broken.AddRange(
                    found.Violations.Select(v => $"{path}: {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")
                );
                if (await tab.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                    broken.Add($"{path}: scrolls sideways");
            }
            broken.AddRange(tab.Complaints.Where(c => !c.Contains("404", StringComparison.Ordinal)));
        }
        broken.ShouldBeEmpty(string.Join('\n', broken));
    }

    [Theory]
    [InlineData(320, false)]
    [InlineData(1280, true)]
    public async Task Narrow_windows_and_large_text_lose_nothing(int width, bool large)
    {
        var broken = new List<string>();
        foreach (var person in Places.All.GroupBy(p => p.As))
        {
            await using var tab = await program.OpenAsync(person.Key, width: width);
            foreach (var (path, _) in person)
            {
                await tab.Page.GotoAsync(path);
                if (large)
                    await tab.Page.EvaluateAsync("document.documentElement.style.setProperty('font-size', '200%')");
                if (await tab.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"))
                    broken.Add($"{path} at {width}{(large ? " with text of 200 %" : "")} scrolls sideways");
            }
        }
        broken.ShouldBeEmpty(string.Join('\n', broken));
    }
}
