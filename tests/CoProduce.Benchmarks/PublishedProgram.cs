using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CoProduce.Benchmarks;

/// <summary>The program as it is delivered: published, started as a process of its own with the demo, and asked over loopback.</summary>
internal sealed class PublishedProgram : IDisposable
{
    private readonly Process process;

    private PublishedProgram(Process process, Uri address, TimeSpan untilFirstPage) =>
        (this.process, Address, UntilFirstPage) = (process, address, untilFirstPage);

    public Uri Address { get; }

    /// <summary>From starting the process to having its first page.</summary>
    public TimeSpan UntilFirstPage { get; }

    /// <summary>Publishes the web project into a folder.</summary>
    public static async Task PublishAsync(string folder)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "CoProduce.sln")))
            root = root.Parent ?? throw new InvalidOperationException("Run this inside a clone of CoProduce.");
        string[] arguments = ["publish", Path.Combine(root.FullName, "src/CoProduce.Web"), "-c", "Release", "-v", "quiet", "-o", folder];
        using var publish = Process.Start(new ProcessStartInfo("dotnet", arguments))!;
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0)
            throw new InvalidOperationException("The web project could not be published.");
    }

    /// <summary>Starts it over the data in that folder and waits for its first page.</summary>
    public static async Task<PublishedProgram> StartAsync(string folder, string data, params (string Name, string Value)[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "CoProduce.Web.dll"), "--demo"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["COPRODUCE_DATA"] = data;
        start.Environment.Remove("ConnectionStrings__CoProduce");
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var since = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var http = new HttpClient { BaseAddress = address };
        while (!await AnswersAsync(http))
        {
            if (process.HasExited)
                throw new InvalidOperationException("The program ended before its first page.");
            await Task.Delay(20);
        }
        return new(process, address, Stopwatch.GetElapsedTime(since));
    }

    /// <summary>The most memory that the process had until now, in bytes, the database apart.</summary>
    public long PeakMemory
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    /// <summary>The memory that the process has now, in bytes, the database apart.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    // The program stops the database itself, whatever becomes of it.
    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
