using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Talk;

internal sealed class TalkMessageTenantMapping : IEntityTypeConfiguration<TalkMessage>
{
    public void Configure(EntityTypeBuilder<TalkMessage> builder)
    {
        builder.ToTable("talk_messages", t => t.HasCheckConstraint("ck_talk_messages_two_people", "from_id <> to_id"));
        builder.HasTenantKey(nameof(TalkMessage.Id));
        builder.Property(m => m.Words).HasMaxLength(TalkMessage.WordsLength);
        builder.HasTenantIndex(nameof(TalkMessage.FromId), nameof(TalkMessage.ToId), nameof(TalkMessage.SentAt));
        builder.HasTenantIndex(nameof(TalkMessage.ToId), nameof(TalkMessage.ReadAt));
        builder.RefersTo<TalkMessage, Member>(nameof(TalkMessage.FromId));
        builder.RefersTo<TalkMessage, Member>(nameof(TalkMessage.ToId));
    }
}

internal sealed class TalkBlockTenantMapping : IEntityTypeConfiguration<TalkBlock>
{
    public void Configure(EntityTypeBuilder<TalkBlock> builder)
    {
        builder.ToTable("talk_blocks", t => t.HasCheckConstraint("ck_talk_blocks_two_people", "by_id <> other_id"));
        builder.HasTenantKey(nameof(TalkBlock.ById), nameof(TalkBlock.OtherId));
        builder.RefersTo<TalkBlock, Member>(nameof(TalkBlock.ById));
        builder.RefersTo<TalkBlock, Member>(nameof(TalkBlock.OtherId));
    }
}

internal sealed class TalkReportTenantMapping : IEntityTypeConfiguration<TalkReport>
{
    public void Configure(EntityTypeBuilder<TalkReport> builder)
    {
        builder.ToTable("talk_reports", t => t.HasCheckConstraint("ck_talk_reports_two_people", "by_id <> other_id"));
        builder.HasTenantKey(nameof(TalkReport.Id));
        builder.Property(r => r.Why).HasMaxLength(TalkReport.WordsLength);
        builder.Property(r => r.Note).HasMaxLength(TalkReport.WordsLength);
        builder.HasTenantIndex(nameof(TalkReport.ClosedAt));
        builder.RefersTo<TalkReport, Member>(nameof(TalkReport.ById));
        builder.RefersTo<TalkReport, Member>(nameof(TalkReport.OtherId));
        builder.RefersTo<TalkReport, RoleHolder>(nameof(TalkReport.ClosedBy));
    }
}

internal sealed class TalkSettingsTenantMapping : IEntityTypeConfiguration<TalkSettings>
{
    public void Configure(EntityTypeBuilder<TalkSettings> builder)
    {
        builder.ToTable("talk_settings");
        builder.HasTenantKey();
    }
}
