using System.Diagnostics;
using System.Globalization;

namespace CoProduce.EmbeddedPostgres;

/// <summary>A server that is still running on the folder, or only seems to, after its program and supervisor were both killed.</summary>
internal static class LeftOverServer
{
    private const string NoProcess = "99999999";

    /// <summary>Stops the server that still runs on the folder's data; whoever calls holds the folder's lock.</summary>
    public static async Task StopAsync(ClusterFolder folder, PostgresBinaries binaries, ServerAccount account, CancellationToken ct)
    {
        if (!File.Exists(folder.PostmasterFile))
            return;
        string[] lines;
        try
        {
            lines = await File.ReadAllLinesAsync(folder.PostmasterFile, ct);
        }
        catch (FileNotFoundException)
        {
            return;
        }
        if (lines.Length < 3 || !int.TryParse(lines[0], CultureInfo.InvariantCulture, out var id))
            return;
        if (IsServerOf(folder, id, lines[2]))
        {
            foreach (var mode in new[] { "fast", "immediate" })
                if ((await account.RunAsync(binaries.Control, ["-D", folder.Data, "-m", mode, "-w", "-t", "60", "stop"], ct)).ExitCode == 0)
                    return;
        }
        else if (Exists(id))
        {
            // The id has gone to some other process, and the server would take that one for itself and not start. The file stays,
            // because by its other lines the server sees whether an orphan of the last one still has the data open.
            lines[0] = NoProcess;
            await File.WriteAllLinesAsync(folder.PostmasterFile, lines, ct);
        }
    }

    private static bool IsServerOf(ClusterFolder folder, int id, string startedAt)
    {
        try
        {
            if (OperatingSystem.IsLinux())
                return new DirectoryInfo($"/proc/{id}/cwd").LinkTarget == folder.Data;
            using var process = Process.GetProcessById(id);
            var started = DateTimeOffset.FromUnixTimeSeconds(long.Parse(startedAt, CultureInfo.InvariantCulture));
            return process.ProcessName.StartsWith("postgres", StringComparison.Ordinal)
                && (new DateTimeOffset(process.StartTime) - started).Duration() < TimeSpan.FromSeconds(10);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool Exists(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
