using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.WhomWeReach;

internal sealed class ReachAnswerTenantMapping : IEntityTypeConfiguration<ReachAnswer>
{
    public void Configure(EntityTypeBuilder<ReachAnswer> builder)
    {
        builder.ToTable("reach_answers");
        builder.HasTenantKey(nameof(ReachAnswer.MemberId), nameof(ReachAnswer.Question));
        builder.Property(a => a.Words).HasMaxLength(ReachAnswer.WordsLength);
        builder.RefersTo<ReachAnswer, Member>(nameof(ReachAnswer.MemberId));
        builder.RefersTo<ReachAnswer, RoleHolder>(nameof(ReachAnswer.By));
    }
}

internal sealed class ReachSettingsTenantMapping : IEntityTypeConfiguration<ReachSettings>
{
    public void Configure(EntityTypeBuilder<ReachSettings> builder)
    {
        builder.ToTable("reach_settings");
        builder.HasTenantKey();
    }
}
