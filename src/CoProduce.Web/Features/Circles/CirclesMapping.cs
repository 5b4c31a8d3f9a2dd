using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Circles;

internal sealed class CircleTenantMapping : IEntityTypeConfiguration<Circle>
{
    public void Configure(EntityTypeBuilder<Circle> builder)
    {
        builder.ToTable("circles");
        builder.HasTenantKey(nameof(Circle.Id));
        builder
            .HasMany<CircleMember>()
            .WithOne()
            .HasForeignKey(TenantDb.OrganisationColumn, nameof(CircleMember.CircleId), nameof(CircleMember.Kind))
            .HasPrincipalKey(TenantDb.OrganisationColumn, nameof(Circle.Id), nameof(Circle.Kind)); // a member's line has the circle's own kind
        builder.Property(c => c.Name).HasMaxLength(Circle.NameLength);
        builder.Property(c => c.EndedWhy).HasMaxLength(AuditLine.ReasonLength);
        builder.HasTenantIndex(nameof(Circle.HubId), nameof(Circle.EndedAt));
        builder.RefersTo<Circle, Hub>(nameof(Circle.HubId));
        builder.RefersTo<Circle, Member>(nameof(Circle.LeaderId));
        builder.RefersTo<Circle, Member>(nameof(Circle.ContactId));
    }
}

internal sealed class CircleMemberTenantMapping : IEntityTypeConfiguration<CircleMember>
{
    public void Configure(EntityTypeBuilder<CircleMember> builder)
    {
        builder.ToTable("circle_members");
        builder.HasTenantKey(nameof(CircleMember.Id));
        builder.Property(m => m.Place).HasMaxLength(CircleMember.PlaceLength);
        builder
            .HasTenantIndex(nameof(CircleMember.MemberId))
            .IsUnique()
            .HasFilter($"until is null and kind = {(short)CircleKind.Household}")
            .HasDatabaseName("ix_circle_members_one_household");
        builder.HasTenantIndex(nameof(CircleMember.MemberId), nameof(CircleMember.CircleId)).IsUnique().HasFilter("until is null");
        builder.RefersTo<CircleMember, Member>(nameof(CircleMember.MemberId));
    }
}
