using System.Security.Cryptography;

namespace CoProduce.EmbeddedPostgres;

/// <summary>Makes the data of a new cluster: UTF-8, ordered by code point, with a password for whoever comes by TCP.</summary>
internal static class NewData
{
    // Debian has C.UTF-8; macOS calls the same character classes UTF-8; the last one is there everywhere.
    private static readonly string[][] locales =
    [
        ["--locale=C.UTF-8"],
        ["--locale=C", "--lc-ctype=UTF-8"],
        ["--locale=C", "--lc-ctype=en_US.UTF-8"],
        ["--locale=C"],
    ];

    public static async Task MakeAsync(
        ClusterFolder folder,
        PostgresBinaries binaries,
        ServerAccount account,
        bool durable,
        CancellationToken ct
    )
    {
        await MakePasswordAsync(folder, account, ct);
        var output = "";
        foreach (var locale in locales)
        {
            // What a start that was killed half-way left behind.
            if (Directory.Exists(folder.Unfinished))
                Directory.Delete(folder.Unfinished, recursive: true);
            await account.MakePrivateFolderAsync(folder.Unfinished, ct);
            string[] where = ["-D", folder.Unfinished, "--username=postgres", "--encoding=UTF8", "--no-instructions"];
            string[] who = ["--auth-local=trust", "--auth-host=scram-sha-256", $"--pwfile={folder.PasswordFile}"];
            (var exitCode, output) = await account.RunAsync(
                binaries.InitDb,
                [.. where, .. locale, .. who, .. durable ? Array.Empty<string>() : ["--no-sync"]],
                ct
            );
            if (exitCode == 0)
            {
                Directory.Move(folder.Unfinished, folder.Data);
                return;
            }
            if (!output.Contains("locale", StringComparison.Ordinal))
                break;
        }
        throw new PrivateClusterException($"initdb could not make a database cluster in {folder.Root}: {output.Split('\n')[^1].Trim()}");
    }

    private static async Task MakePasswordAsync(ClusterFolder folder, ServerAccount account, CancellationToken ct)
    {
        File.Delete(folder.PasswordFile);
        await using (var file = new StreamWriter(folder.PasswordFile, MadePrivate()))
            await file.WriteAsync(RandomNumberGenerator.GetHexString(40, lowercase: true).AsMemory(), ct);
        await account.OwnAsync(folder.PasswordFile, ct);
    }

    private static FileStreamOptions MadePrivate()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
