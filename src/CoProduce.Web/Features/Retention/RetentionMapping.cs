using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Retention;

internal sealed class RetentionRuleTenantMapping : IEntityTypeConfiguration<RetentionRule>
{
    public void Configure(EntityTypeBuilder<RetentionRule> builder)
    {
        var least = string.Join(
            " or ",
            Enum.GetValues<Kept>()
                .GroupBy(RetentionRule.LeastMonths)
                .Select(g => $"months >= {g.Key} and kind in ({string.Join(", ", g.Select(k => (short)k))})")
        );
        builder.ToTable("retention_rules", t => t.HasCheckConstraint("ck_retention_rules_months", least));
        builder.HasTenantKey(nameof(RetentionRule.Kind));
    }
}

internal sealed class RetentionHoldTenantMapping : IEntityTypeConfiguration<RetentionHold>
{
    public void Configure(EntityTypeBuilder<RetentionHold> builder)
    {
        builder.ToTable("retention_holds");
        builder.HasTenantKey(nameof(RetentionHold.MemberId));
        builder.Property(h => h.Why).HasMaxLength(RetentionHold.WhyLength);
        builder.RefersTo<RetentionHold, Member>(nameof(RetentionHold.MemberId));
        builder.RefersTo<RetentionHold, RoleHolder>(nameof(RetentionHold.By));
    }
}

internal sealed class RetentionRunTenantMapping : IEntityTypeConfiguration<RetentionRun>
{
    public void Configure(EntityTypeBuilder<RetentionRun> builder)
    {
        builder.ToTable("retention_runs");
        builder.HasTenantKey(nameof(RetentionRun.Day), nameof(RetentionRun.Kind));
    }
}
