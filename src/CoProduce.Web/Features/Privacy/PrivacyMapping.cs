using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Privacy;

internal sealed class ConsentTenantMapping : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("consents");
        builder.HasTenantKey(nameof(Consent.Id));
        builder.Property(c => c.Wording).HasMaxLength(ConsentWording.Length);
        builder.HasTenantIndex(nameof(Consent.MemberId), nameof(Consent.Purpose), nameof(Consent.At));
        builder.RefersTo<Consent, Member>(nameof(Consent.MemberId));
        builder.RefersTo<Consent, RoleHolder>(nameof(Consent.By));
    }
}

internal sealed class ConsentWordingTenantMapping : IEntityTypeConfiguration<ConsentWording>
{
    public void Configure(EntityTypeBuilder<ConsentWording> builder)
    {
        builder.ToTable("consent_wordings");
        builder.HasTenantKey(nameof(ConsentWording.Purpose), nameof(ConsentWording.Version));
        builder.Property(w => w.Wording).HasMaxLength(ConsentWording.Length);
    }
}
