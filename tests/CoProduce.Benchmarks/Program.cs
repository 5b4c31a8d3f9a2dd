using CoProduce.Benchmarks;

// What to measure; all when nothing is named. `--seconds` is how long one figure is taken for.
var seconds = args.SkipWhile(argument => argument != "--seconds").Skip(1).Select(double.Parse).FirstOrDefault(5);
var named = args.Where(argument => argument is "posting" or "pages" or "import").ToHashSet();

if (named.Count == 0 || named.Contains("posting"))
    await PostingBenchmark.RunAsync(TimeSpan.FromSeconds(seconds));
if (named.Count == 0 || named.Contains("pages"))
    await PagesBenchmark.RunAsync(TimeSpan.FromSeconds(seconds));
if (named.Count == 0 || named.Contains("import"))
    await ImportBenchmark.RunAsync();
