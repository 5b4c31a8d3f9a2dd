using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Peers;

internal sealed class PeerHubTenantMapping : IEntityTypeConfiguration<PeerHub>
{
    public void Configure(EntityTypeBuilder<PeerHub> builder)
    {
        builder.ToTable("peer_hubs");
        builder.HasTenantKey(nameof(PeerHub.HolderId), nameof(PeerHub.HubId));
        builder.RefersTo<PeerHub, RoleHolder>(nameof(PeerHub.HolderId));
        builder.RefersTo<PeerHub, Hub>(nameof(PeerHub.HubId));
    }
}
