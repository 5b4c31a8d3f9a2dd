using CoProduce.Tests.EmbeddedPostgres;
using Xunit.Runner.InProc.SystemConsole;

namespace CoProduce.Tests;

internal static class EntryPoint
{
    private static Task<int> Main(string[] args) =>
        args is [HeldCluster.Verb, var root] ? HeldCluster.HoldAsync(root) : ConsoleRunner.Run(args);
}
