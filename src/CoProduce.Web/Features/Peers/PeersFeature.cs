using CoProduce.Web.Ui;

namespace CoProduce.Web.Features.Peers;

/// <summary>Registers what the capability owns: who brokers for which hub as a peer, and what they did.</summary>
public static class PeersFeature
{
    public static IServiceCollection AddPeers(this IServiceCollection services)
    {
        services.AddScoped<PeerLetters>().AddScoped<PeerDeedsQuery>();
        return services.AddMenu(
            new MenuEntry("What peer brokers did", "peer-brokers", MenuPlace.People, "look", Audience.Coordinator | Audience.Manager, 20)
        );
    }
}
