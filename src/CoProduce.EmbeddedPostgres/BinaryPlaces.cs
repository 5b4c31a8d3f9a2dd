namespace CoProduce.EmbeddedPostgres;

/// <summary>The places of this machine where PostgreSQL's programs and npm may be; tests name others.</summary>
internal sealed record BinaryPlaces(string? Named, string SearchPath, IReadOnlyList<string> Roots, string Cache)
{
    /// <summary>This machine as it is.</summary>
    public static BinaryPlaces OfThisMachine { get; } =
        new(
            Environment.GetEnvironmentVariable("PGBIN"),
            Environment.GetEnvironmentVariable("PATH") ?? "",
            OperatingSystem.IsWindows()
                    ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL", "*", "bin")]
                : OperatingSystem.IsMacOS()
                    ?
                    [
                        "/opt/homebrew/opt/postgresql@*/bin",
                        "/usr/local/opt/postgresql@*/bin",
                        "/Applications/Postgres.app/Contents/Versions/*/bin",
                        "/Library/PostgreSQL/*/bin",
                    ]
                : ["/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin"],
            PrivateClusterOptions.CacheFolder
        );

    /// <summary>Folders that may hold the programs, the best first: the named one, the search path, then the newest of the usual places.</summary>
    public IEnumerable<string> Installed() =>
        (Named is { Length: > 0 } ? [Named] : Array.Empty<string>())
            .Concat(Folders(SearchPath))
            .Concat(Roots.SelectMany(Matching).OrderByDescending(folder => folder.Version).Select(folder => folder.Path));

    /// <summary>The npm command; null where there is none.</summary>
    public string? Npm()
    {
        var names = OperatingSystem.IsWindows() ? new[] { "npm.cmd", "npm.exe" } : ["npm"];
        return Folders(SearchPath).SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }

    private static string[] Folders(string searchPath) =>
        searchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<(string Path, int Version)> Matching(string pattern)
    {
        // The pattern has its one star in the name above "bin".
        var versioned = Path.GetDirectoryName(pattern)!;
        var parent = Path.GetDirectoryName(versioned)!;
        if (!Directory.Exists(parent))
            return [];
        return Directory
            .EnumerateDirectories(parent, Path.GetFileName(versioned))
            .Select(folder =>
            {
                var digits = new string([.. Path.GetFileName(folder).Where(char.IsAsciiDigit)]);
                return (Path.Combine(folder, "bin"), int.TryParse(digits, out var version) ? version : 0);
            });
    }
}
