using CoProduce.Web.Data.Demo;

namespace CoProduce.Benchmarks;

/// <summary>A member's home page against an almost empty page of the same program; the first page after a start; what a page weighs.</summary>
internal static class PagesBenchmark
{
    private const string Home = "/fair-shares";

    // The frame with a heading and two lines, for anybody.
    private const string AlmostEmpty = "/status/404";

    public static async Task RunAsync(TimeSpan time)
    {
        var folder = Path.Combine(
            Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(),
            $"coproduce-measured-{Environment.ProcessId}"
        );
        var program = Directory.CreateTempSubdirectory("coproduce-published-").FullName;
        try
        {
            await PublishedProgram.PublishAsync(program);
            using (var first = await PublishedProgram.StartAsync(program, folder))
                Console.WriteLine(
                    FormattableString.Invariant(
                        $"First start, with the demo made, to the first page: {first.UntilFirstPage.TotalSeconds:0.0} s"
                    )
                );
            using var running = await PublishedProgram.StartAsync(program, folder);
            Console.WriteLine(
                FormattableString.Invariant(
                    $"A later start, after a kill -9, to the first page: {running.UntilFirstPage.TotalSeconds:0.0} s"
                )
            );
            await MeasureAsync(running.Address, time);
            Console.WriteLine(
                FormattableString.Invariant($"Peak working set of the program under that load: {running.PeakMemory / 1e6:0} MB")
            );
        }
        finally
        {
            Directory.Delete(program, recursive: true);
            // The supervisor may still be stopping the server, which holds its files.
            await Task.Delay(TimeSpan.FromSeconds(3));
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(Uri address, TimeSpan time)
    {
        using var member = new Visitor(address);
        using var stranger = new Visitor(address);
        await member.SignInAsync("member@fair-shares.example", DemoData.Password);
        await Load.PerSecondAsync(4, TimeSpan.FromSeconds(5), _ => member.FetchAsync(Home));
        await Load.PerSecondAsync(4, TimeSpan.FromSeconds(3), _ => stranger.FetchAsync(AlmostEmpty));

        Console.WriteLine();
        Console.WriteLine("Pages a second, the best of three.");
        Console.WriteLine();
        Console.WriteLine("| clients | member's home | almost empty | ratio |");
        Console.WriteLine("| ---: | ---: | ---: | ---: |");
        foreach (var clients in new[] { 1, 4, 16 })
        {
            var best = await Load.BestAsync(
                3,
                () => Load.PerSecondAsync(clients, time, _ => member.FetchAsync(Home)),
                () => Load.PerSecondAsync(clients, time, _ => stranger.FetchAsync(AlmostEmpty))
            );
            Console.WriteLine(FormattableString.Invariant($"| {clients} | {best[0]:0} | {best[1]:0} | {best[0] / best[1]:0.00} |"));
        }
        var (page, rest) = await member.WeightAsync(Home);
        Console.WriteLine();
        Console.WriteLine(
            FormattableString.Invariant(
                $"First visit to the member's home, Blazor's script apart: {(page + rest) / 1000.0:0.0} kB ({page / 1000.0:0.0} page, {rest / 1000.0:0.0} the rest)"
            )
        );
    }
}
