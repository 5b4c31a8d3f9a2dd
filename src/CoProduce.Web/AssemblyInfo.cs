using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("CoProduce.Tests")]
[assembly: InternalsVisibleTo("CoProduce.Browser")]
[assembly: InternalsVisibleTo("CoProduce.Benchmarks")]
[assembly: InternalsVisibleTo("CoProduce.Faults")]
