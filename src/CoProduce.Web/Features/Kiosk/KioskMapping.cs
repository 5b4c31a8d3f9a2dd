using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Kiosk;

internal sealed class KioskScreenTenantMapping : IEntityTypeConfiguration<KioskScreen>
{
    public void Configure(EntityTypeBuilder<KioskScreen> builder)
    {
        builder.ToTable(
            "kiosk_screens",
            table =>
            {
                table.HasCheckConstraint("ck_kiosk_screens_code", "(code_hash is null) = (code_ends_at is null)");
                table.HasCheckConstraint("ck_kiosk_screens_ended", "ended_at is null or (code_hash is null and token_hash is null)");
            }
        );
        builder.HasTenantKey(nameof(KioskScreen.Id));
        builder.Property(k => k.Name).HasMaxLength(KioskScreen.NameLength);
        builder.HasTenantIndex(nameof(KioskScreen.TokenHash)).IsUnique();
        builder.HasTenantIndex(nameof(KioskScreen.CodeHash)).IsUnique();
        builder.HasTenantIndex(nameof(KioskScreen.HubId));
        builder.RefersTo<KioskScreen, Hub>(nameof(KioskScreen.HubId));
        builder.RefersTo<KioskScreen, RoleHolder>(nameof(KioskScreen.MadeBy));
    }
}

internal sealed class KioskPinTenantMapping : IEntityTypeConfiguration<KioskPin>
{
    public void Configure(EntityTypeBuilder<KioskPin> builder)
    {
        builder.ToTable("kiosk_pins");
        builder.HasTenantKey(nameof(KioskPin.MemberId));
        builder.Property(p => p.PinHash).HasMaxLength(200);
        builder.RefersTo<KioskPin, Member>(nameof(KioskPin.MemberId));
    }
}

internal sealed class KioskVisitTenantMapping : IEntityTypeConfiguration<KioskVisit>
{
    public void Configure(EntityTypeBuilder<KioskVisit> builder)
    {
        builder.ToTable("kiosk_visits");
        builder.HasTenantKey(nameof(KioskVisit.Id));
        builder.HasTenantIndex(nameof(KioskVisit.TokenHash)).IsUnique();
        builder.HasTenantIndex(nameof(KioskVisit.MemberId));
        builder.HasTenantIndex(nameof(KioskVisit.KioskId), nameof(KioskVisit.BegunAt));
        builder.RefersTo<KioskVisit, Member>(nameof(KioskVisit.MemberId));
        builder.RefersTo<KioskVisit, KioskScreen>(nameof(KioskVisit.KioskId));
    }
}

internal sealed class KioskTryTenantMapping : IEntityTypeConfiguration<KioskTry>
{
    public void Configure(EntityTypeBuilder<KioskTry> builder)
    {
        builder.ToTable("kiosk_tries");
        builder.HasTenantKey(nameof(KioskTry.Number));
    }
}
