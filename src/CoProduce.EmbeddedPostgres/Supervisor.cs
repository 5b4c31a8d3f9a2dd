using System.Diagnostics;

namespace CoProduce.EmbeddedPostgres;

/// <summary>A process beside this one that runs the server and stops it as soon as its standard input, our pipe, ends: also after a kill -9.</summary>
internal sealed class Supervisor : IDisposable
{
    // The server is a child of this script, so its id cannot come to mean another process while the script lives. The watcher
    // reads our pipe through descriptor 3, because a shell gives its background jobs an empty standard input.
    private const string Script = """
        log=$1 signal=$2 delete=$3 root=$4 sockets=$5; shift 5
        trap '' HUP INT QUIT TERM PIPE TSTP
        exec 3<&0 </dev/null >"$log" 2>&1
        "$@" 3<&- &
        server=$!
        (while read -r _ <&3; do :; done; kill -s "$signal" "$server") &
        watcher=$!
        exec 3<&-
        wait "$server"
        status=$?
        kill -9 "$watcher" 2>/dev/null
        if [ "$delete$status" = yes0 ]; then
            cd "$root" && rm -rf data data.new log run owner.lock password "$sockets" && cd / && rmdir "$root" 2>/dev/null
        fi
        exit "$status"
        """;

    // Ctrl+C on a terminal reaches every process of its session's foreground group; the server must outlive the program's own way down.
    // macOS has no setsid command, but has perl.
    private const string InASessionOfItsOwn = """
        command -v setsid >/dev/null 2>&1 && exec setsid /bin/sh -c "$@"
        command -v perl >/dev/null 2>&1 && exec perl -MPOSIX=setsid -e 'setsid; exec @ARGV' /bin/sh -c "$@"
        exec /bin/sh -c "$@"
        """;

    private readonly Process process;

    private Supervisor(Process process) => this.process = process;

    /// <summary>True once the server has stopped, for whatever reason.</summary>
    public bool HasEnded => process.HasExited;

    public static Supervisor Start(
        ServerAccount account,
        PostgresBinaries binaries,
        ClusterFolder folder,
        PrivateClusterOptions options,
        IEnumerable<string> settings
    )
    {
        var server = settings.Prepend(folder.Data).Prepend("-D");
        var start = OperatingSystem.IsWindows()
            ? account.StartInfo("cmd.exe", [])
            : account.StartInfo(
                "/bin/sh",
                [
                    "-c",
                    InASessionOfItsOwn,
                    "sh",
                    Script,
                    "coproduce-postgres",
                    folder.StartLog,
                    options.Durable ? "INT" : "QUIT",
                    options.DeleteWhenStopped ? "yes" : "no",
                    folder.Root,
                    folder.Sockets,
                    binaries.Server,
                    .. server,
                ]
            );
        if (OperatingSystem.IsWindows())
            start.Arguments = WindowsCommand(binaries, folder, server);
        start.RedirectStandardInput = true;
        return new Supervisor(Process.Start(start) ?? throw new PrivateClusterException("The supervisor of PostgreSQL did not start."));
    }

    /// <summary>Ends the pipe and waits until the server has stopped.</summary>
    public async Task StopAsync(CancellationToken ct)
    {
        if (!process.HasExited)
            process.StandardInput.Close();
        await process.WaitForExitAsync(ct);
    }

    public void Dispose() => process.Dispose();

    // pg_ctl leaves administrators' rights behind, which the server itself refuses; sort reads to the end of our pipe.
    private static string WindowsCommand(PostgresBinaries binaries, ClusterFolder folder, IEnumerable<string> server)
    {
        var options = string.Join(' ', server.Skip(2).Select(argument => argument == "-c" ? "-c" : $"\\\"{argument}\\\""));
        var control = $"\"{binaries.Control}\" -D \"{folder.Data}\"";
        return $"/d /s /c \"{control} -l \"{folder.StartLog}\" -s -w -t 300 -o \"{options}\" start && (sort >nul & {control} -s -w -m fast stop)\"";
    }
}
