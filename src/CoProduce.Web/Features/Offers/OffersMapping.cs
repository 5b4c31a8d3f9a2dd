using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Offers;

internal sealed class OfferTenantMapping : IEntityTypeConfiguration<Offer>
{
    public void Configure(EntityTypeBuilder<Offer> builder)
    {
        builder.ToTable("offers");
        builder.HasTenantKey(nameof(Offer.Id));
        builder.Property(o => o.Title).HasMaxLength(Offer.TitleLength);
        builder.Property(o => o.Details).HasMaxLength(Offer.DetailsLength);
        builder.HasTenantIndex(nameof(Offer.Status), nameof(Offer.MadeAt));
        builder.RefersTo<Offer, Member>(nameof(Offer.MemberId));
        builder.RefersTo<Offer, Category>(nameof(Offer.CategoryId));
    }
}
