using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Doubles;

internal sealed class NotDoubleTenantMapping : IEntityTypeConfiguration<NotDouble>
{
    public void Configure(EntityTypeBuilder<NotDouble> builder)
    {
        builder.ToTable("not_doubles");
        builder.HasTenantKey(nameof(NotDouble.FirstId), nameof(NotDouble.SecondId));
        builder.RefersTo<NotDouble, Member>(nameof(NotDouble.FirstId));
        builder.RefersTo<NotDouble, Member>(nameof(NotDouble.SecondId));
        builder.RefersTo<NotDouble, RoleHolder>(nameof(NotDouble.By));
    }
}

internal sealed class MemberMergeTenantMapping : IEntityTypeConfiguration<MemberMerge>
{
    public void Configure(EntityTypeBuilder<MemberMerge> builder)
    {
        builder.ToTable("member_merges");
        builder.HasTenantKey(nameof(MemberMerge.Id));
        builder.Property(m => m.Moved).HasColumnType("jsonb");
        builder.HasTenantIndex(nameof(MemberMerge.GoneId)).IsUnique().HasFilter("undone_at is null");
        builder.HasTenantIndex(nameof(MemberMerge.KeptId));
        builder.RefersTo<MemberMerge, Member>(nameof(MemberMerge.KeptId));
        builder.RefersTo<MemberMerge, Member>(nameof(MemberMerge.GoneId));
        builder.RefersTo<MemberMerge, RoleHolder>(nameof(MemberMerge.By));
        builder.RefersTo<MemberMerge, RoleHolder>(nameof(MemberMerge.UndoneBy));
    }
}
