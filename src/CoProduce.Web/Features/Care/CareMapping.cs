using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Care;

internal sealed class CheckKindTenantMapping : IEntityTypeConfiguration<CheckKind>
{
    public void Configure(EntityTypeBuilder<CheckKind> builder)
    {
        builder.ToTable("check_kinds");
        builder.HasTenantKey(nameof(CheckKind.Id));
        builder.Property(k => k.Name).HasMaxLength(CheckKind.NameLength);
        builder.HasTenantIndex(nameof(CheckKind.Name)).IsUnique();
    }
}

internal sealed class CheckNeedTenantMapping : IEntityTypeConfiguration<CheckNeed>
{
    public void Configure(EntityTypeBuilder<CheckNeed> builder)
    {
        builder.ToTable("check_needs");
        builder.HasTenantKey(nameof(CheckNeed.CategoryId), nameof(CheckNeed.KindId));
        builder.RefersTo<CheckNeed, CheckKind>(nameof(CheckNeed.KindId));
        builder.RefersTo<CheckNeed, Category>(nameof(CheckNeed.CategoryId));
    }
}

internal sealed class MemberCheckTenantMapping : IEntityTypeConfiguration<MemberCheck>
{
    public void Configure(EntityTypeBuilder<MemberCheck> builder)
    {
        builder.ToTable("member_checks");
        builder.HasTenantKey(nameof(MemberCheck.Id));
        builder.Property(c => c.SeenBy).HasMaxLength(MemberCheck.SeenByLength);
        builder.Property(c => c.Note).HasMaxLength(MemberCheck.NoteLength);
        builder.HasTenantIndex(nameof(MemberCheck.MemberId), nameof(MemberCheck.KindId), nameof(MemberCheck.Number)).IsUnique();
        builder.HasTenantIndex(nameof(MemberCheck.Until));
        builder.RefersTo<MemberCheck, Member>(nameof(MemberCheck.MemberId));
        builder.RefersTo<MemberCheck, CheckKind>(nameof(MemberCheck.KindId));
        builder.RefersTo<MemberCheck, RoleHolder>(nameof(MemberCheck.RecordedBy));
    }
}

internal sealed class RestrictionTenantMapping : IEntityTypeConfiguration<Restriction>
{
    public void Configure(EntityTypeBuilder<Restriction> builder)
    {
        builder.ToTable("restrictions");
        builder.HasTenantKey(nameof(Restriction.Id));
        builder.Property(r => r.Words).HasMaxLength(Restriction.WordsLength);
        builder.Property(r => r.Why).HasMaxLength(Restriction.WhyLength);
        builder.Property(r => r.FromWhom).HasMaxLength(Restriction.FromLength);
        builder.RefersTo<Restriction, Member>(nameof(Restriction.MemberId));
        builder.RefersTo<Restriction, RoleHolder>(nameof(Restriction.MadeBy));
        builder.RefersTo<Restriction, RoleHolder>(nameof(Restriction.LiftedBy));
    }
}

internal sealed class CareMarkTenantMapping : IEntityTypeConfiguration<CareMark>
{
    public void Configure(EntityTypeBuilder<CareMark> builder)
    {
        builder.ToTable("care_marks");
        builder.HasTenantKey(nameof(CareMark.Id));
        builder.HasTenantIndex(nameof(CareMark.SubjectId));
        builder.HasTenantIndex(nameof(CareMark.ReadAt));
        builder.RefersTo<CareMark, Member>(nameof(CareMark.MemberId));
        builder.RefersTo<CareMark, Restriction>(nameof(CareMark.RestrictionId));
        builder.RefersTo<CareMark, CheckKind>(nameof(CareMark.CheckKindId));
        builder.RefersTo<CareMark, RoleHolder>(nameof(CareMark.ReadBy));
    }
}

internal sealed class CareNoteTenantMapping : IEntityTypeConfiguration<CareNote>
{
    public void Configure(EntityTypeBuilder<CareNote> builder)
    {
        builder.ToTable("care_notes");
        builder.HasTenantKey(nameof(CareNote.Id));
        builder.Property(n => n.Words).HasMaxLength(CareNote.WordsLength);
        builder.RefersTo<CareNote, Member>(nameof(CareNote.MemberId));
        builder.RefersTo<CareNote, RoleHolder>(nameof(CareNote.WrittenBy));
        builder.RefersTo<CareNote, CareNote>(nameof(CareNote.Corrects));
    }
}

internal sealed class ConcernTenantMapping : IEntityTypeConfiguration<Concern>
{
    public void Configure(EntityTypeBuilder<Concern> builder)
    {
        builder.ToTable("concerns");
        builder.HasTenantKey(nameof(Concern.Id));
        builder.Property(c => c.Seen).HasMaxLength(Concern.TextLength);
        builder.Property(c => c.SeenBy).HasMaxLength(Concern.SeenByLength);
        builder.Property(c => c.DoneAtOnce).HasMaxLength(Concern.TextLength);
        builder.RefersTo<Concern, Member>(nameof(Concern.MemberId));
        builder.RefersTo<Concern, RoleHolder>(nameof(Concern.RecordedBy));
        builder.RefersTo<Concern, RoleHolder>(nameof(Concern.OwnerId));
    }
}

internal sealed class ConcernStepTenantMapping : IEntityTypeConfiguration<ConcernStep>
{
    public void Configure(EntityTypeBuilder<ConcernStep> builder)
    {
        builder.ToTable("concern_steps");
        builder.HasTenantKey(nameof(ConcernStep.Id));
        builder.Property(s => s.Words).HasMaxLength(Concern.TextLength);
        builder.RefersTo<ConcernStep, Concern>(nameof(ConcernStep.ConcernId));
        builder.RefersTo<ConcernStep, RoleHolder>(nameof(ConcernStep.WrittenBy));
        builder.RefersTo<ConcernStep, RoleHolder>(nameof(ConcernStep.OwnerId));
    }
}

internal sealed class RecordViewTenantMapping : IEntityTypeConfiguration<RecordView>
{
    public void Configure(EntityTypeBuilder<RecordView> builder)
    {
        builder.ToTable("record_views");
        builder.HasTenantKey(nameof(RecordView.Id));
        builder.HasTenantIndex(nameof(RecordView.MemberId), nameof(RecordView.ViewedAt));
        builder.RefersTo<RecordView, Member>(nameof(RecordView.MemberId));
        builder.RefersTo<RecordView, RoleHolder>(nameof(RecordView.ViewedBy));
        builder.RefersTo<RecordView, Concern>(nameof(RecordView.ConcernId));
    }
}

internal sealed class CareRoundTenantMapping : IEntityTypeConfiguration<CareRound>
{
    public void Configure(EntityTypeBuilder<CareRound> builder)
    {
        builder.ToTable("care_rounds");
        builder.HasTenantKey(nameof(CareRound.Day));
    }
}
