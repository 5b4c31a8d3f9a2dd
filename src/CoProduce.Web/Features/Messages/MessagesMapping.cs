using CoProduce.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Messages;

internal sealed class OutboxTenantMapping : IEntityTypeConfiguration<OutboxItem>
{
    public void Configure(EntityTypeBuilder<OutboxItem> builder)
    {
        builder.ToTable("outbox");
        builder.HasTenantKey(nameof(OutboxItem.Id));
        builder.HasTenantIndex(nameof(OutboxItem.DueAt)).HasFilter("done_at is null");
    }
}
