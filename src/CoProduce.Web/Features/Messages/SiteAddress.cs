using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CoProduce.Web.Features.Messages;

/// <summary>Where this program is reached from outside, for links in mails: Site:Address, or where the server listens when nobody set it.</summary>
/// <remarks>Never the host that a request names: whoever asks for a new password for somebody else could choose it.</remarks>
public sealed class SiteAddress(IConfiguration configuration, IServer server)
{
    private static readonly string[] Everywhere = ["//[::]", "//0.0.0.0", "//*", "//+"];

    /// <summary>The absolute address of a path.</summary>
    public Uri Of(string path) => new(Base, path);

    private Uri Base =>
        configuration["Site:Address"] is { Length: > 0 } named ? new Uri(named)
        : server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } listening ? new Uri(Reachable(listening))
        : new Uri("http://localhost");

    // A server that listens everywhere names no host that a browser could go to.
    private static string Reachable(string listening) =>
        Everywhere.Aggregate(listening, (address, anywhere) => address.Replace(anywhere, "//localhost", StringComparison.Ordinal));
}
