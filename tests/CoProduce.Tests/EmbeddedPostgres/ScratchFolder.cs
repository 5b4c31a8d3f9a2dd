namespace CoProduce.Tests.EmbeddedPostgres;

/// <summary>A folder of a test's own, on a RAM disk where there is one, removed afterwards.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly string parent = Directory
        .CreateDirectory(Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"coproduce-{Guid.NewGuid():N}"))
        .FullName;

    public ScratchFolder()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(
                parent,
                (UnixFileMode)0b111_111_111 // another account runs some of the clusters
            );
    }

    public string this[string name] => Path.Combine(parent, name);

    public void Dispose() => Directory.Delete(parent, recursive: true);
}
