using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Matching.Day;

internal sealed class DayMarkTenantMapping : IEntityTypeConfiguration<DayMark>
{
    public void Configure(EntityTypeBuilder<DayMark> builder)
    {
        builder.ToTable("day_marks");
        builder.HasTenantKey(nameof(DayMark.List), nameof(DayMark.SubjectId));
        builder.Property(m => m.Note).HasMaxLength(DayMark.NoteLength);
        builder.RefersTo<DayMark, RoleHolder>(nameof(DayMark.AssignedTo));
        builder.RefersTo<DayMark, RoleHolder>(nameof(DayMark.By));
    }
}

internal sealed class CaseloadTenantMapping : IEntityTypeConfiguration<Caseload>
{
    public void Configure(EntityTypeBuilder<Caseload> builder)
    {
        builder.ToTable("caseloads");
        builder.HasTenantKey(nameof(Caseload.HubId), nameof(Caseload.HolderId));
        builder.RefersTo<Caseload, Hub>(nameof(Caseload.HubId));
        builder.RefersTo<Caseload, RoleHolder>(nameof(Caseload.HolderId));
    }
}

internal sealed class CoverTenantMapping : IEntityTypeConfiguration<Cover>
{
    public void Configure(EntityTypeBuilder<Cover> builder)
    {
        builder.ToTable("covers");
        builder.HasTenantKey(nameof(Cover.HolderId));
        builder.RefersTo<Cover, RoleHolder>(nameof(Cover.HolderId));
        builder.RefersTo<Cover, RoleHolder>(nameof(Cover.CoveredBy));
    }
}
