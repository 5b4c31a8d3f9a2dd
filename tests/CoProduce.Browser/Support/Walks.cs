using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace CoProduce.Browser.Support;

/// <summary>Every page looked at by everybody who can reach it.</summary>
public static class Walks
{
    // A page keeps one core busy at a time, first the program's and then the browser's.
    private const int Tabs = 2;

    /// <summary>Opens each place as whoever looks at it and gathers what is wrong there, in no order.</summary>
    /// <param name="look">What is wrong with the place that the tab shows; nothing when all is well.</param>
    /// <param name="people">The sign-ins to look as, null being a stranger; empty for everybody.</param>
    public static async Task<List<string>> LookEverywhereAsync(
        this RunningProgram program,
        Func<Tab, Place, Task<IEnumerable<string>>> look,
        IReadOnlyList<string?> people,
        int width = 1280,
        string language = "en"
    )
    {
        var wrong = new ConcurrentBag<string>();
        foreach (var person in Places.All.GroupBy(p => p.As).Where(g => people.Count == 0 || people.Contains(g.Key)))
        {
            var places = new ConcurrentQueue<Place>(person);
            var tabs = new List<Tab>();
            while (tabs.Count < Math.Min(Tabs, places.Count))
                tabs.Add(await program.OpenAsync(person.Key, width: width, language: language)); // the first signs in, the next has its cookie
            await Task.WhenAll(tabs.Select(LookAsync));

            async Task LookAsync(Tab tab)
            {
                await using var _ = tab;
                while (places.TryDequeue(out var place))
                {
                    try
                    {
                        await program.GoAsync(tab, place);
                        foreach (var thing in await look(tab, place))
                            wrong.Add($"{place} {thing}");
                    }
                    catch (Exception e) when (e is PlaywrightException or TimeoutException)
                    {
                        wrong.Add($"{place} as {person.Key}: {e.Message}"); // the others are looked at all the same
                    }
                }
            }
        }
        return [.. wrong.Order(StringComparer.Ordinal)];
    }
}
