using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Care.Guardians;

internal sealed class GuardianTenantMapping : IEntityTypeConfiguration<Guardian>
{
    public void Configure(EntityTypeBuilder<Guardian> builder)
    {
        builder.ToTable("guardians");
        builder.HasTenantKey(nameof(Guardian.MemberId));
        builder.Property(g => g.Name).HasMaxLength(Member.NameLength);
        builder.Property(g => g.Relation).HasMaxLength(Guardian.RelationLength);
        builder.Property(g => g.Phone).HasMaxLength(MemberContact.PhoneLength);
        builder.Property(g => g.Email).HasMaxLength(MemberContact.EmailLength);
        builder.RefersTo<Guardian, Member>(nameof(Guardian.MemberId));
    }
}

internal sealed class GuardianConsentTenantMapping : IEntityTypeConfiguration<GuardianConsent>
{
    public void Configure(EntityTypeBuilder<GuardianConsent> builder)
    {
        builder.ToTable("guardian_consents");
        builder.HasTenantKey(nameof(GuardianConsent.Id));
        builder.Property(c => c.Wording).HasMaxLength(GuardianConsent.WordingLength);
        builder.Property(c => c.Guardian).HasMaxLength(Member.NameLength);
        builder.HasTenantIndex(nameof(GuardianConsent.MemberId), nameof(GuardianConsent.RecordedAt));
        builder.RefersTo<GuardianConsent, Member>(nameof(GuardianConsent.MemberId));
        builder.RefersTo<GuardianConsent, RoleHolder>(nameof(GuardianConsent.RecordedBy));
    }
}
