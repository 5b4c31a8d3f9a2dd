namespace CoProduce.EmbeddedPostgres;

/// <summary>Says where a private cluster lives and how carefully it keeps its data.</summary>
public sealed record PrivateClusterOptions
{
    /// <summary>The folder that holds all of the cluster; made when absent. Null means <see cref="DefaultRoot"/>.</summary>
    public string? Root { get; init; }

    /// <summary>True keeps every committed row through a power cut; false is for tests and skips all waiting for the disk.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>True removes the folder once the server has stopped, also when this program was killed.</summary>
    public bool DeleteWhenStopped { get; init; }

    /// <summary>Where the steps of a slow first start are told, a sentence each; null tells nobody.</summary>
    public IProgress<string>? Progress { get; init; }

    /// <summary>The folder with <c>initdb</c> and <c>postgres</c>; null looks in the usual places of this system.</summary>
    public string? BinaryFolder { get; init; }

    /// <summary>True passes over the PostgreSQL installed here and fetches the embedded binaries.</summary>
    public bool IgnoreInstalled { get; init; }

    /// <summary>True listens on loopback TCP with a password; false on a unix socket that only this account reaches. Windows needs true.</summary>
    public bool Loopback { get; init; } = OperatingSystem.IsWindows();

    /// <summary>The folder used when none is named: <c>COPRODUCE_DATA</c>, else this platform's place for such data.</summary>
    public static string DefaultRoot =>
        Environment.GetEnvironmentVariable("COPRODUCE_DATA") is { Length: > 0 } named ? Path.GetFullPath(named)
        : IsRoot ? "/var/lib/coproduce"
        : Path.Combine(LocalData, "coproduce");

    internal static string CacheFolder =>
        IsRoot ? "/var/cache/coproduce"
        : OperatingSystem.IsWindows() ? Path.Combine(LocalData, "coproduce-cache")
        : OperatingSystem.IsMacOS() ? Path.Combine(Home, "Library/Caches/coproduce")
        : Path.Combine(
            Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache ? cache : Path.Combine(Home, ".cache"),
            "coproduce"
        );

    internal static bool IsRoot => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    // ~/.local/share, ~/Library/Application Support or LocalAppData
    private static string LocalData =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);

    private static string Home =>
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
}
