using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CoProduce.EmbeddedPostgres;

/// <summary>The folder of one private cluster: what lies where in it, and the lock that gives it one owner at a time.</summary>
internal sealed class ClusterFolder : IDisposable
{
    private const string SocketFile = "/.s.PGSQL.5432";

    // The shortest sun_path of the supported systems, macOS', less the closing zero.
    private const int LongestSocketPath = 103;

    private readonly ServerAccount account;
    private FileStream? ownership;

    public ClusterFolder(string root, ServerAccount account)
    {
        this.account = account;
        Root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        Sockets = Fits(Path.Combine(Root, "run")) ? Path.Combine(Root, "run") : ShortSocketFolder();
    }

    public string Root { get; }
    public string Data => Path.Combine(Root, "data");
    public string Unfinished => Path.Combine(Root, "data.new");
    public string Log => Path.Combine(Root, "log");
    public string StartLog => Path.Combine(Log, "start.log");
    public string PasswordFile => Path.Combine(Root, "password");
    public string OwnerFile => Path.Combine(Root, "owner.lock");
    public string PostmasterFile => Path.Combine(Data, "postmaster.pid");
    public string Sockets { get; }

    /// <summary>The major version of PostgreSQL that made the data; null when there is none yet.</summary>
    public int? DataMajor =>
        File.Exists(Path.Combine(Data, "PG_VERSION"))
            ? int.Parse(File.ReadAllText(Path.Combine(Data, "PG_VERSION")), CultureInfo.InvariantCulture)
            : null;

    /// <summary>Makes the folder and becomes its one owner; throws where another program is.</summary>
    public async Task TakeAsync(CancellationToken ct)
    {
        // A folder that holds other things keeps the permissions that somebody gave it.
        if (!Directory.Exists(Root) || !Directory.EnumerateFileSystemEntries(Root).Any())
            await account.MakePrivateFolderAsync(Root, ct);
        try
        {
            ownership = new FileStream(OwnerFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new PrivateClusterException(
                $"The folder {Root} belongs to another account than {Environment.UserName}: name another one in COPRODUCE_DATA.",
                refused
            );
        }
        catch (IOException taken)
        {
            throw new PrivateClusterException(
                $"Another CoProduce uses the folder {Root}: stop it, or name another folder in COPRODUCE_DATA.",
                taken
            );
        }
        await account.MakePrivateFolderAsync(Sockets, ct);
        await account.MakePrivateFolderAsync(Log, ct);
    }

    /// <summary>Removes what the cluster made, and the folder itself where nothing else is in it.</summary>
    public void Delete()
    {
        foreach (var made in new[] { Data, Unfinished, Log, Sockets }.Where(Directory.Exists))
            Directory.Delete(made, recursive: true);
        Dispose();
        foreach (var made in new[] { PasswordFile, OwnerFile })
            File.Delete(made);
        if (!Directory.EnumerateFileSystemEntries(Root).Any())
            Directory.Delete(Root);
    }

    public void Dispose() => ownership?.Dispose();

    private string ShortSocketFolder()
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Root)))[..12];
        var name = $"coproduce-{Environment.UserName}-{hash}";
        var runtime = Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR");
        return account.Name is null && runtime is { Length: > 0 } && Directory.Exists(runtime) && Fits(Path.Combine(runtime, name))
            ? Path.Combine(runtime, name)
            : Path.Combine("/tmp", Fits(Path.Combine("/tmp", name)) ? name : $"coproduce-{hash}");
    }

    private static bool Fits(string folder) => Encoding.UTF8.GetByteCount(folder + SocketFile) <= LongestSocketPath;
}
