using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Cards;

internal sealed class MemberCardTenantMapping : IEntityTypeConfiguration<MemberCard>
{
    public void Configure(EntityTypeBuilder<MemberCard> builder)
    {
        builder.ToTable("member_cards");
        builder.HasTenantKey(nameof(MemberCard.Code));
        builder.Property(c => c.Code).HasMaxLength(MemberCard.CodeLength).UseCollation("C");
        builder
            .HasTenantIndex(nameof(MemberCard.MemberId))
            .IsUnique()
            .HasFilter("replaced_at is null")
            .HasDatabaseName("ix_member_cards_one_that_counts");
        builder.RefersTo<MemberCard, Member>(nameof(MemberCard.MemberId));
    }
}
