using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Features.Peers;

/// <summary>That somebody brokers for the people of a hub as their peer. It counts while the role is held, the hub is open and the day has not passed.</summary>
public sealed class PeerHub
{
    /// <summary>Who brokers.</summary>
    public RoleHolderId HolderId { get; init; }

    /// <summary>For whose people.</summary>
    public HubId HubId { get; init; }

    /// <summary>The last day on which it counts; null without end.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset Since { get; init; }
}

/// <summary>A hub for which somebody brokers now.</summary>
public sealed record PeerOf(HubId Hub, string Name);
