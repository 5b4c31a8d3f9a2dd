namespace CoProduce.Web.Hosting;

/// <summary>Tells the person at the terminal what the start is doing.</summary>
public static class StartProgress
{
    /// <summary>Writes each step on a line of its own, in order.</summary>
    public static IProgress<string> ToConsole { get; } = new Lines();

    private sealed class Lines : IProgress<string>
    {
        public void Report(string value) => Console.WriteLine(value);
    }
}
