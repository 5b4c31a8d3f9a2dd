using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Diary;

internal sealed class VisitTenantMapping : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> builder)
    {
        builder.ToTable("visits");
        builder.HasTenantKey(nameof(Visit.Id));
        builder.Property(v => v.Place).HasMaxLength(Visit.PlaceLength);
        builder.Property(v => v.Description).HasMaxLength(Exchange.DescriptionLength);
        builder.Property(v => v.Why).HasMaxLength(Visit.WordsLength);
        builder.HasTenantIndex(nameof(Visit.Day));
        builder.HasTenantIndex(nameof(Visit.GiverId), nameof(Visit.Day));
        builder.HasTenantIndex(nameof(Visit.ReceiverId), nameof(Visit.Day));
        builder.HasTenantIndex(nameof(Visit.RepeatId), nameof(Visit.MeantFor)).IsUnique(); // a repeat makes each day once
        builder.HasTenantIndex(nameof(Visit.ExchangeId)).IsUnique();
        builder.RefersTo<Visit, Member>(nameof(Visit.GiverId));
        builder.RefersTo<Visit, Member>(nameof(Visit.ReceiverId));
        builder.RefersTo<Visit, Hub>(nameof(Visit.HubId));
        builder.RefersTo<Visit, Category>(nameof(Visit.CategoryId));
        builder.RefersTo<Visit, Offer>(nameof(Visit.OfferId));
        builder.RefersTo<Visit, VisitRepeat>(nameof(Visit.RepeatId));
        builder.RefersTo<Visit, Exchange>(nameof(Visit.ExchangeId));
        builder.RefersTo<Visit, RoleHolder>(nameof(Visit.ArrangedBy));
        builder.RefersTo<Visit, RoleHolder>(nameof(Visit.CoveredBy));
    }
}

internal sealed class VisitRepeatTenantMapping : IEntityTypeConfiguration<VisitRepeat>
{
    public void Configure(EntityTypeBuilder<VisitRepeat> builder)
    {
        builder.ToTable("visit_repeats");
        builder.HasTenantKey(nameof(VisitRepeat.Id));
        builder.Property(r => r.Place).HasMaxLength(Visit.PlaceLength);
        builder.Property(r => r.Description).HasMaxLength(Exchange.DescriptionLength);
        builder.RefersTo<VisitRepeat, Member>(nameof(VisitRepeat.GiverId));
        builder.RefersTo<VisitRepeat, Member>(nameof(VisitRepeat.ReceiverId));
        builder.RefersTo<VisitRepeat, Hub>(nameof(VisitRepeat.HubId));
        builder.RefersTo<VisitRepeat, Category>(nameof(VisitRepeat.CategoryId));
    }
}

internal sealed class VisitCallTenantMapping : IEntityTypeConfiguration<VisitCall>
{
    public void Configure(EntityTypeBuilder<VisitCall> builder)
    {
        builder.ToTable("visit_calls");
        builder.HasTenantKey(nameof(VisitCall.Id));
        builder
            .HasTenantIndex(nameof(VisitCall.VisitId), nameof(VisitCall.MemberId), nameof(VisitCall.News), nameof(VisitCall.StartsAt))
            .IsUnique();
        builder.HasTenantIndex(nameof(VisitCall.MadeAt)).HasFilter("done_at is null");
        builder.RefersTo<VisitCall, Visit>(nameof(VisitCall.VisitId));
        builder.RefersTo<VisitCall, Member>(nameof(VisitCall.MemberId));
        builder.RefersTo<VisitCall, RoleHolder>(nameof(VisitCall.DoneBy));
    }
}

internal sealed class VisitAnswerTenantMapping : IEntityTypeConfiguration<VisitAnswer>
{
    public void Configure(EntityTypeBuilder<VisitAnswer> builder)
    {
        builder.ToTable("visit_answers");
        builder.HasTenantKey(nameof(VisitAnswer.VisitId), nameof(VisitAnswer.MemberId));
        builder.Property(a => a.Words).HasMaxLength(Visit.WordsLength);
        builder.RefersTo<VisitAnswer, Visit>(nameof(VisitAnswer.VisitId));
        builder.RefersTo<VisitAnswer, Member>(nameof(VisitAnswer.MemberId));
        builder.RefersTo<VisitAnswer, RoleHolder>(nameof(VisitAnswer.By));
        builder.RefersTo<VisitAnswer, RoleHolder>(nameof(VisitAnswer.SeenBy));
    }
}

internal sealed class DiaryFeedTenantMapping : IEntityTypeConfiguration<DiaryFeed>
{
    public void Configure(EntityTypeBuilder<DiaryFeed> builder)
    {
        builder.ToTable("diary_feeds");
        builder.HasTenantKey(nameof(DiaryFeed.Id));
        builder.HasTenantIndex(nameof(DiaryFeed.MemberId)).IsUnique().HasFilter("revoked_at is null and member_id is not null");
        builder.RefersTo<DiaryFeed, Member>(nameof(DiaryFeed.MemberId));
        builder.RefersTo<DiaryFeed, Hub>(nameof(DiaryFeed.HubId));
        builder.RefersTo<DiaryFeed, RoleHolder>(nameof(DiaryFeed.MadeBy));
    }
}

internal sealed class DiaryChoiceTenantMapping : IEntityTypeConfiguration<DiaryChoice>
{
    public void Configure(EntityTypeBuilder<DiaryChoice> builder)
    {
        builder.ToTable("diary_choices");
        builder.HasTenantKey(nameof(DiaryChoice.MemberId));
        builder.RefersTo<DiaryChoice, Member>(nameof(DiaryChoice.MemberId));
    }
}
