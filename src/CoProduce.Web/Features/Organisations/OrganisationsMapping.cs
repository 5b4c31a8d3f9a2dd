using CoProduce.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Organisations;

internal sealed class SettingsTenantMapping : IEntityTypeConfiguration<OrganisationSettings>
{
    public void Configure(EntityTypeBuilder<OrganisationSettings> builder)
    {
        builder.ToTable("settings");
        builder.HasTenantKey();
        builder.Property(s => s.Name).HasMaxLength(OrganisationSettings.NameLength);
        builder.Property(s => s.HighestMaximumMinutes).ValueGeneratedOnAddOrUpdate();
        builder.Property(s => s.Accent).HasMaxLength(7);
        builder.Property(s => s.HelpPhone).HasMaxLength(OrganisationSettings.LineLength);
        builder.Property(s => s.HelpEmail).HasMaxLength(OrganisationSettings.LineLength);
        builder.Property(s => s.TimeZone).HasMaxLength(OrganisationSettings.LineLength);
        builder.Property(s => s.Welcome).HasMaxLength(OrganisationSettings.WelcomeLength);
    }
}

internal sealed class CreditWordsTenantMapping : IEntityTypeConfiguration<CreditWords>
{
    public void Configure(EntityTypeBuilder<CreditWords> builder)
    {
        builder.ToTable("credit_words");
        builder.HasTenantKey(nameof(CreditWords.Language));
        builder.Property(c => c.Language).HasMaxLength(10);
        builder.Property(c => c.One).HasMaxLength(CreditWords.Length);
        builder.Property(c => c.Other).HasMaxLength(CreditWords.Length);
    }
}

internal sealed class ContributionRuleTenantMapping : IEntityTypeConfiguration<ContributionRule>
{
    public void Configure(EntityTypeBuilder<ContributionRule> builder)
    {
        builder.ToTable("contribution_rules");
        builder.HasTenantKey(nameof(ContributionRule.Id));
        builder.Property(r => r.One).HasMaxLength(OrganisationSettings.NameLength);
        builder.Property(r => r.Several).HasMaxLength(OrganisationSettings.NameLength);
        builder.HasTenantIndex(nameof(ContributionRule.Several)).IsUnique();
    }
}

internal sealed class LogoTenantMapping : IEntityTypeConfiguration<Logo>
{
    public void Configure(EntityTypeBuilder<Logo> builder)
    {
        builder.ToTable("logos");
        builder.HasTenantKey();
        builder.Property(l => l.Version).HasMaxLength(40);
    }
}

internal sealed class HubTenantMapping : IEntityTypeConfiguration<Hub>
{
    public void Configure(EntityTypeBuilder<Hub> builder)
    {
        builder.ToTable("hubs");
        builder.HasTenantKey(nameof(Hub.Id));
        builder.Property(h => h.Name).HasMaxLength(OrganisationSettings.NameLength);
        builder.HasTenantIndex(nameof(Hub.Name)).IsUnique();
    }
}

internal sealed class CategoryTenantMapping : IEntityTypeConfiguration<Category>
{
    public void Configure(EntityTypeBuilder<Category> builder)
    {
        builder.ToTable("categories");
        builder.HasTenantKey(nameof(Category.Id));
        builder.Property(c => c.Name).HasMaxLength(OrganisationSettings.NameLength);
        builder.HasTenantIndex(nameof(Category.Name)).IsUnique();
    }
}
