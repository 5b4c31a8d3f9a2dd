using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Slips;

internal sealed class SlipPileTenantMapping : IEntityTypeConfiguration<SlipPile>
{
    public void Configure(EntityTypeBuilder<SlipPile> builder)
    {
        builder.ToTable("slip_piles");
        builder.HasTenantKey(nameof(SlipPile.Id));
        builder.HasTenantIndex(nameof(SlipPile.ChangedAt));
        builder.RefersTo<SlipPile, RoleHolder>(nameof(SlipPile.BegunBy));
    }
}

internal sealed class SlipTenantMapping : IEntityTypeConfiguration<Slip>
{
    public void Configure(EntityTypeBuilder<Slip> builder)
    {
        builder.ToTable("slips");
        builder.HasTenantKey(nameof(Slip.Id));
        builder.Property(s => s.Typed).HasMaxLength(Slip.TypedLength);
        builder.Property(s => s.Refusal).HasConversion<string>().HasMaxLength(40); // its numbers are not kept anywhere else
        builder.Ignore(s => s.Form);
        builder.HasTenantIndex(nameof(Slip.PileId), nameof(Slip.TypedAt));
        builder.RefersTo<Slip, SlipPile>(nameof(Slip.PileId));
    }
}
