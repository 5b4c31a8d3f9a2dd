using System.Diagnostics;

namespace CoProduce.EmbeddedPostgres;

/// <summary>The operating system account that PostgreSQL's programs run as: never root, which they refuse.</summary>
internal sealed class ServerAccount
{
    /// <summary>The account to change to; null stays the account that runs this program.</summary>
    public string? Name { get; } =
        !PrivateClusterOptions.IsRoot ? null
        : File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres"
        : "nobody";

    /// <summary>Makes a folder that only this account, and root, can enter, or makes the one that is there so.</summary>
    public async Task MakePrivateFolderAsync(string folder, CancellationToken ct)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }
        if (new DirectoryInfo(folder).LinkTarget is not null && folder.StartsWith("/tmp/", StringComparison.Ordinal))
            throw new PrivateClusterException($"{folder} is a link that somebody else may have laid: remove it.");
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        var isNew = !Directory.Exists(folder);
        try
        {
            Directory.CreateDirectory(folder, mode);
            if (Name is not null)
                await RunAsRootAsync("chown", [Name, folder], ct);
            // Fails where a folder that was there already belongs to somebody else.
            File.SetUnixFileMode(folder, mode);
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            throw new PrivateClusterException(
                $"The folder {folder} cannot be used by {Environment.UserName}: name another one in COPRODUCE_DATA.",
                refused
            );
        }
        if (Name is null || (await RunAsync("/bin/sh", ["-c", "cd \"$0\"", folder], ct)).ExitCode == 0)
            return;
        if (isNew)
            Directory.Delete(folder);
        throw new PrivateClusterException(
            $"The folder {folder} cannot be reached by the account {Name}, which the server runs as because root may not: "
                + "name another one in COPRODUCE_DATA."
        );
    }

    /// <summary>Runs a program as this account to its end and answers what it printed.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(string file, IEnumerable<string> arguments, CancellationToken ct) =>
        await ToEndAsync(StartInfo(file, arguments), ct);

    /// <summary>Gives a file to this account.</summary>
    public async Task OwnAsync(string file, CancellationToken ct)
    {
        if (Name is not null)
            await RunAsRootAsync("chown", [Name, file], ct);
    }

    private static async Task RunAsRootAsync(string file, IEnumerable<string> arguments, CancellationToken ct)
    {
        var (exitCode, output) = await ToEndAsync(new ProcessStartInfo(file, arguments), ct);
        if (exitCode != 0)
            throw new IOException(output);
    }

    /// <summary>How a program is started as this account, free of settings meant for other PostgreSQL servers.</summary>
    public ProcessStartInfo StartInfo(string file, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = Path.GetPathRoot(Environment.SystemDirectory) is { Length: > 0 } drive ? drive : "/",
            CreateNoWindow = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsAboutPostgresOrLanguage).ToList())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";
        start.Environment["TZ"] = "UTC";
        if (Name is not null)
        {
            start.UserName = Name;
            start.Environment["HOME"] = "/";
        }
        return start;
    }

    private static bool IsAboutPostgresOrLanguage(string name) =>
        name.StartsWith("PG", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("LC_", StringComparison.Ordinal)
        || name is "LANG" or "LANGUAGE";

    internal static async Task<(int ExitCode, string Output)> ToEndAsync(ProcessStartInfo start, CancellationToken ct)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start) ?? throw new PrivateClusterException($"{start.FileName} did not start.");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var errors = process.StandardError.ReadToEndAsync(ct);
        try
        {
            await process.WaitForExitAsync(ct);
            return (process.ExitCode, (await output + await errors).Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
