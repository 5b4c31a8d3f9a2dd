using CoProduce.Browser.Support;
using Shouldly;

namespace CoProduce.Browser;

/// <summary>No sentence is baked into markup, and the language turns the page.</summary>
public sealed class EveryPageSpeaksTheLanguage(RunningProgram program)
{
    // Text that came through the localiser stands in ⟦ ⟧. What is left must be an organisation's or a person's own words, or hold no letters.
    private const string BakedText = """
        own => {
          const found = [];
          const months = Array.from({ length: 12 }, (_, month) => new Date(2026, month).toLocaleDateString('en-GB', { month: 'short' }));
          const isDate = text => /^(\p{L}+ )?(\d{1,2} )?\p{L}+ \d{4}$/u.test(text); // said by the culture, not by a sentence
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const text = walker.currentNode.textContent.trim().replace(/^[:,] /, '');
            const parent = walker.currentNode.parentElement;
            if (!/\p{L}{2,}/u.test(text) || /[⟦⟧]/.test(text)) continue;
            if (own.some(words => words.startsWith(text)) || months.includes(text) || isDate(text) || parent.closest('bdi') || parent.closest('[translate=no], script, style, option[translate=no], [data-own-words]')) continue;
            let outer = parent, inside = false;
            while (outer && outer !== document.body) { if (/^\s*⟦[\s\S]*⟧\s*$/.test(outer.textContent)) { inside = true; break; } outer = outer.parentElement; }
            if (!inside) found.push(text.slice(0, 60));
          }
          for (const e of document.querySelectorAll('[placeholder], [aria-label], [title], [alt]'))
            for (const name of ['placeholder', 'aria-label', 'title', 'alt']) {
              const value = e.getAttribute(name);
              if (value && /\p{L}{2,}/u.test(value) && !/⟦/.test(value) && !isDate(value) && !e.closest('[translate=no]')) found.push(name + '=' + value.slice(0, 60));
            }
          // A page about somebody's request or about a person has that for its heading and its title; the heading was judged above.
          const heading = document.querySelector('h1')?.textContent.trim();
          if (!/⟦/.test(document.title) && !own.concat(heading).some(words => words && document.title.startsWith(words))) found.push('title: ' + document.title);
          return [...new Set(found)];
        }
        """;

    [Fact]
    public async Task No_text_is_baked_into_a_page()
    {
        var own = await program.OwnWordsAsync("fair-shares", "holy-cross", "rushey-green");
        var baked = await program.LookEverywhereAsync(
            async (tab, _) => await tab.Page.EvaluateAsync<string[]>(BakedText, own),
            [],
            language: "qps-ploc"
        );
        baked.ShouldBeEmpty();
    }

    // That no page scrolls then is looked at with everything else that a stylesheet can break.
    [Fact]
    public async Task A_language_from_right_to_left_turns_the_page()
    {
        await using var tab = await program.OpenAsync(Places.Member, language: "ar");
        await tab.Page.GotoAsync("/fair-shares");
        (await tab.Page.EvaluateAsync<string>("document.documentElement.dir")).ShouldBe("rtl");
    }

    [Fact]
    public async Task A_member_reads_Welsh_and_comes_back_to_where_they_were()
    {
        await using var tab = await program.OpenAsync(Places.Member, javaScript: false);
        await tab.Page.GotoAsync("/fair-shares/log");
        await tab.Page.ClickAsync("footer >> text=Cymraeg");
        new Uri(tab.Page.Url).AbsolutePath.ShouldBe("/fair-shares/log");
        (await tab.Page.GetAttributeAsync("html", "lang")).ShouldBe("cy-GB");
        (await tab.Page.InnerTextAsync("h1")).ShouldNotContain("Log");
    }
}
