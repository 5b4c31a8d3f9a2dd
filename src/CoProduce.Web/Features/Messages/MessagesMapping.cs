using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
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

internal sealed class SendingTenantMapping : IEntityTypeConfiguration<Sending>
{
    public void Configure(EntityTypeBuilder<Sending> builder)
    {
        builder.ToTable("sendings");
        builder.HasTenantKey(nameof(Sending.Id));
        builder.Property(s => s.Subject).HasMaxLength(Sending.SubjectLength);
        builder.Property(s => s.Number).HasMaxLength(IncomingText.NumberLength);
        builder.HasTenantIndex(nameof(Sending.Number), nameof(Sending.MadeAt)).HasFilter("number <> ''"); // whom a text that comes in answers
        builder.HasTenantIndex(nameof(Sending.MemberId), nameof(Sending.MadeAt));
        builder.HasTenantIndex(nameof(Sending.Way), nameof(Sending.MadeAt)).HasFilter("state = 1"); // the tray and the list of calls
        builder.HasTenantIndex(nameof(Sending.BatchId));
        builder.HasTenantIndex(nameof(Sending.AnnouncementId), nameof(Sending.MemberId)).IsUnique(); // nobody gets an announcement twice
        builder.RefersTo<Sending, Member>(nameof(Sending.MemberId));
        builder.RefersTo<Sending, LetterBatch>(nameof(Sending.BatchId));
        builder.RefersTo<Sending, Announcement>(nameof(Sending.AnnouncementId));
        builder.RefersTo<Sending, RoleHolder>(nameof(Sending.DoneBy));
    }
}

internal sealed class LetterBatchTenantMapping : IEntityTypeConfiguration<LetterBatch>
{
    public void Configure(EntityTypeBuilder<LetterBatch> builder)
    {
        builder.ToTable("letter_batches");
        builder.HasTenantKey(nameof(LetterBatch.Id));
        builder.HasTenantIndex(nameof(LetterBatch.MadeAt));
        builder.RefersTo<LetterBatch, RoleHolder>(nameof(LetterBatch.MadeBy));
        builder.RefersTo<LetterBatch, RoleHolder>(nameof(LetterBatch.NotedBy));
    }
}

internal sealed class AnnouncementTenantMapping : IEntityTypeConfiguration<Announcement>
{
    public void Configure(EntityTypeBuilder<Announcement> builder)
    {
        builder.ToTable(
            "announcements",
            table =>
                table.HasCheckConstraint(
                    "ck_announcements_other_language",
                    "(other_language = '') = (other_subject = '') and (other_subject = '') = (other_body = '') and (other_language = '' or other_language <> language)"
                )
        );
        builder.HasTenantKey(nameof(Announcement.Id));
        builder.Property(a => a.Subject).HasMaxLength(Announcement.SubjectLength);
        builder.Property(a => a.Body).HasMaxLength(Announcement.BodyLength);
        builder.Property(a => a.OtherSubject).HasMaxLength(Announcement.SubjectLength);
        builder.Property(a => a.OtherBody).HasMaxLength(Announcement.BodyLength);
        builder.Property(a => a.Language).HasMaxLength(Announcement.LanguageLength);
        builder.Property(a => a.OtherLanguage).HasMaxLength(Announcement.LanguageLength);
        builder.HasTenantIndex(nameof(Announcement.MadeAt));
        builder.RefersTo<Announcement, RoleHolder>(nameof(Announcement.MadeBy));
        builder.RefersTo<Announcement, RoleHolder>(nameof(Announcement.SentBy));
    }
}

internal sealed class AnnouncementTallyTenantMapping : IEntityTypeConfiguration<AnnouncementTally>
{
    public void Configure(EntityTypeBuilder<AnnouncementTally> builder)
    {
        builder.ToTable("announcement_tallies");
        builder.HasTenantKey(nameof(AnnouncementTally.AnnouncementId), nameof(AnnouncementTally.Way));
        builder.RefersTo<AnnouncementTally, Announcement>(nameof(AnnouncementTally.AnnouncementId));
    }
}
