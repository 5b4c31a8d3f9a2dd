using System.Globalization;

namespace CoProduce.EmbeddedPostgres;

/// <summary>The server's settings: those of a small machine that runs one application.</summary>
internal static class ServerSettings
{
    public static IEnumerable<string> Arguments(ClusterFolder folder, bool durable, int? loopbackPort)
    {
        var settings = new List<(string Name, string Value)>
        {
            ("listen_addresses", loopbackPort is null ? "" : "127.0.0.1"),
            ("port", (loopbackPort ?? 5432).ToString(CultureInfo.InvariantCulture)),
            ("max_connections", "200"),
            ("shared_buffers", "128MB"),
            ("work_mem", "8MB"),
            ("maintenance_work_mem", "64MB"),
            ("random_page_cost", "1.1"),
            ("jit", "off"),
            ("timezone", "UTC"),
            ("log_timezone", "UTC"),
            ("max_wal_size", durable ? "1GB" : "2GB"),
        };
        if (!OperatingSystem.IsWindows())
            settings.Add(("unix_socket_directories", loopbackPort is null ? folder.Sockets : ""));
        if (durable)
            settings.AddRange([
                // A week of log files, each written over when its day comes round again; values of members' data stay out of them.
                ("logging_collector", "on"),
                ("log_directory", folder.Log),
                ("log_filename", "postgresql-%a.log"),
                ("log_rotation_age", "1d"),
                ("log_rotation_size", "0"),
                ("log_truncate_on_rotation", "on"),
                ("log_min_duration_statement", "1s"),
                ("log_parameter_max_length", "0"),
            ]);
        else
            settings.AddRange([
                ("fsync", "off"),
                ("synchronous_commit", "off"),
                ("full_page_writes", "off"),
                ("autovacuum", "off"),
                ("wal_level", "minimal"),
                ("max_wal_senders", "0"),
            ]);
        return settings.SelectMany(setting => new[] { "-c", $"{setting.Name}={setting.Value}" });
    }
}
