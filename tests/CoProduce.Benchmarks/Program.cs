using System.Globalization;
using CoProduce.Benchmarks;

// What to measure; the first two when nothing is named. `--seconds` is how long one figure is taken for. `scale` wants a disk.
var seconds = Asked("--seconds", 5);
var named = args.Where(argument =>
        argument is "posting" or "pages" or "import" or "lists" or "board" or "shortlist" or "desk" or "open-desks" or "scale"
    )
    .ToHashSet();

if (named.Count == 0 || named.Contains("posting"))
    await PostingBenchmark.RunAsync(TimeSpan.FromSeconds(seconds));
if (named.Count == 0 || named.Contains("pages"))
    await PagesBenchmark.RunAsync(TimeSpan.FromSeconds(seconds));
if (named.Contains("import"))
    await ImportBenchmark.RunAsync();
if (named.Contains("lists"))
    await ListsBenchmark.RunAsync(TimeSpan.FromSeconds(seconds));
if (named.Contains("board"))
    await BoardBenchmark.RunAsync(TimeSpan.FromSeconds(seconds), (int)Asked("--offers", 50_000));
if (named.Contains("shortlist"))
    await ShortlistBenchmark.RunAsync(TimeSpan.FromSeconds(seconds), (int)Asked("--members", 50_000));
if (named.Contains("desk"))
    await DeskBenchmark.RunAsync(TimeSpan.FromSeconds(seconds), (int)Asked("--exchanges", 200_000));
if (named.Contains("open-desks"))
    await OpenDesksBenchmark.RunAsync((int)Asked("--desks", 60));
if (named.Contains("scale"))
    await ScaleBenchmark.RunAsync(
        args.SkipWhile(argument => argument != "--folder").Skip(1).First(),
        (long)Asked("--entries", 1_000_000),
        (int)Asked("--organisations", 1),
        TimeSpan.FromSeconds(seconds)
    );

double Asked(string name, double otherwise) =>
    args.SkipWhile(argument => argument != name)
        .Skip(1)
        .Select(value => double.Parse(value, CultureInfo.InvariantCulture))
        .FirstOrDefault(otherwise);
