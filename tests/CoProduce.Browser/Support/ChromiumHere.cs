namespace CoProduce.Browser.Support;

/// <summary>The Chromium of this machine, and how it is started.</summary>
internal static class ChromiumHere
{
    public static readonly string[] Switches =
    [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    public static string Find() =>
        new[]
        {
            Environment.GetEnvironmentVariable("CHROMIUM") ?? "",
            "/usr/bin/chromium-headless-shell", // without windows, which nobody sees
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            @"C:\Program Files\Google\Chrome\Application\chrome.exe",
            @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
        }.FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException(
            "The browser tests need Chromium: install your system's package (Debian: apt-get install chromium) or set CHROMIUM to its path."
        );
}
