using Microsoft.Playwright;

namespace CoProduce.Browser.Support;

/// <summary>Somebody at a keyboard: every key is counted, and every page that opens.</summary>
public sealed class Hands
{
    private const int FarthestTab = 60;
    private readonly IPage page;
    private string last;

    public Hands(IPage page)
    {
        this.page = page;
        last = PathOf(page.Url);
        page.FrameNavigated += (_, frame) =>
        {
            if (frame != page.MainFrame || PathOf(frame.Url) == last)
                return;
            last = PathOf(frame.Url);
            Pages++;
        };
    }

    /// <summary>Keys pressed, every letter one.</summary>
    public int Keys { get; private set; }

    /// <summary>Pages that opened after the first; the same address again is the same page.</summary>
    public int Pages { get; private set; }

    public async Task TypeAsync(string text)
    {
        await page.Keyboard.TypeAsync(text);
        Keys += text.Length;
    }

    public async Task PressAsync(string key)
    {
        await page.Keyboard.PressAsync(key);
        Keys++;
    }

    /// <summary>Presses Tab, or Shift and Tab, until the focus is there. Throws when it does not come.</summary>
    public async Task TabToAsync(string selector, bool back = false)
    {
        for (var i = 0; i < FarthestTab; i++)
        {
            if (await page.EvaluateAsync<bool>("s => document.activeElement?.matches(s) ?? false", selector))
                return;
            await PressAsync(back ? "Shift+Tab" : "Tab");
        }
        throw new InvalidOperationException($"{selector} is not within {FarthestTab} presses of Tab on {page.Url}.");
    }

    private static string PathOf(string address) => new Uri(address).AbsolutePath;
}
