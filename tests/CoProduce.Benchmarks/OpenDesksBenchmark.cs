using CoProduce.Browser.Support;
using CoProduce.Web.Data.Demo;
using Microsoft.Playwright;

namespace CoProduce.Benchmarks;

/// <summary>What the program holds for each desk that stands open in a browser, beside as many pages without an island.</summary>
internal static class OpenDesksBenchmark
{
    private const string Here = "/rushey-green";
    private const string Card = "main .lines a[href*='/desk/']:not([href*='/log'])";

    public static async Task RunAsync(int desks)
    {
        var folder = Path.Combine(
            Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(),
            $"coproduce-open-desks-{Environment.ProcessId}"
        );
        var program = Directory.CreateTempSubdirectory("coproduce-published-").FullName;
        try
        {
            await PublishedProgram.PublishAsync(program);
            (await PublishedProgram.StartAsync(program, folder)).Dispose(); // makes the demo, which takes memory of its own
            using var running = await PublishedProgram.StartAsync(program, folder, ("DOTNET_GCgen0size", "0x1000000"));
            using var playwright = await Playwright.CreateAsync();
            await using var chromium = await playwright.Chromium.LaunchAsync(
                new() { ExecutablePath = ChromiumHere.Find(), Args = ChromiumHere.Switches }
            );
            await using var coordinator = await SignedInAsync(chromium, $"http://localhost:{running.Address.Port}");
            var card = await CardAsync(coordinator);
            Console.WriteLine("| open at once | before, MB | after, MB | each, kB | closed again, MB |");
            Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
            await OpenAsync(coordinator, running, $"{Here}/members", "main table, main .lines", desks, isSaid: false); // warms up what both need
            await OpenAsync(coordinator, running, card, "[data-live-others]", 2, isSaid: false);
            await OpenAsync(coordinator, running, $"{Here}/members", "main table, main .lines", desks, isSaid: true);
            await OpenAsync(coordinator, running, card, "[data-live-others]", desks, isSaid: true);
        }
        finally
        {
            Directory.Delete(program, recursive: true);
            // The supervisor may still be stopping the server, which holds its files.
            await Task.Delay(TimeSpan.FromSeconds(3));
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IBrowserContext> SignedInAsync(IBrowser chromium, string address)
    {
        var context = await chromium.NewContextAsync(new() { BaseURL = address });
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{Here}/sign-in");
        await page.FillAsync("main input[type=email]", "coordinator@rushey-green.example");
        await page.FillAsync("main input[type=password]", DemoData.Password);
        await page.PressAsync("main input[type=password]", "Enter");
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        return context;
    }

    private static async Task<string> CardAsync(IBrowserContext coordinator)
    {
        var page = coordinator.Pages[0];
        await page.GotoAsync($"{Here}/desk?q=Hyacinth%20Palmer");
        return "/" + (await page.Locator(Card).First.GetAttributeAsync("href"))!.TrimStart('/');
    }

    private static async Task OpenAsync(
        IBrowserContext coordinator,
        PublishedProgram program,
        string address,
        string isThere,
        int count,
        bool isSaid
    )
    {
        var before = await AtRestAsync(program);
        var pages = new List<IPage>();
        for (var i = 0; i < count; i++)
        {
            var page = await coordinator.NewPageAsync();
            pages.Add(page);
            await page.GotoAsync(address);
            await page.WaitForSelectorAsync(isThere, new() { State = WaitForSelectorState.Attached });
        }
        var after = await AtRestAsync(program);
        foreach (var page in pages)
            await page.CloseAsync();
        var closed = await AtRestAsync(program);
        if (isSaid)
            Console.WriteLine(
                FormattableString.Invariant(
                    $"| {count} × {(address.Contains("/desk/", StringComparison.Ordinal) ? "a card at the desk" : "a page without an island")} | {before / 1e6:0.0} | {after / 1e6:0.0} | {(after - before) / 1e3 / count:0} | {closed / 1e6:0.0} |"
                )
            );
    }

    private static async Task<long> AtRestAsync(PublishedProgram program)
    {
        await Task.Delay(TimeSpan.FromSeconds(5));
        return program.Memory;
    }
}
