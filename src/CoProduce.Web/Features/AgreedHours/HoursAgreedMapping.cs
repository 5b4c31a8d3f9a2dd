using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.AgreedHours;

internal sealed class HoursAgreedTenantMapping : IEntityTypeConfiguration<HoursAgreed>
{
    public void Configure(EntityTypeBuilder<HoursAgreed> builder)
    {
        builder.ToTable(
            "hours_agreed",
            table =>
            {
                table.HasCheckConstraint("ck_hours_agreed_minutes", "minutes > 0");
                table.HasCheckConstraint("ck_hours_agreed_ended", "(ended_on is null) = (ended is null)");
            }
        );
        builder.HasTenantKey(nameof(HoursAgreed.Id));
        builder.Property(a => a.What).HasMaxLength(HoursAgreed.LineLength);
        builder.Property(a => a.EndedWhy).HasMaxLength(AuditLine.ReasonLength);
        builder.HasTenantIndex(nameof(HoursAgreed.MemberId));
        builder.RefersTo<HoursAgreed, Member>(nameof(HoursAgreed.MemberId));
        builder.RefersTo<HoursAgreed, RoleHolder>(nameof(HoursAgreed.SetBy));
    }
}
