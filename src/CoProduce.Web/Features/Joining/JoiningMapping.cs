using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Joining.References;
using CoProduce.Web.Features.Joining.Referrals;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Joining;

internal sealed class JoinerTenantMapping : IEntityTypeConfiguration<Joiner>
{
    public void Configure(EntityTypeBuilder<Joiner> builder)
    {
        builder.ToTable("joiners", table => table.HasCheckConstraint("ck_joiners_ended", "(state in (3, 4, 5)) = (ended_at is not null)"));
        builder.HasTenantKey(nameof(Joiner.Id));
        builder.Property(j => j.FirstName).HasField("firstName").HasMaxLength(Member.NameLength);
        builder.Property(j => j.LastName).HasField("lastName").HasMaxLength(Member.NameLength);
        builder.Property(j => j.FoldedName).HasMaxLength(2 * Member.NameLength + 40);
        builder.HasTenantIndex(nameof(Joiner.State), nameof(Joiner.AskedAt));
        builder.HasTenantIndex(nameof(Joiner.FoldedName));
        builder.RefersTo<Joiner, Hub>(nameof(Joiner.HubId));
        builder.RefersTo<Joiner, RoleHolder>(nameof(Joiner.EndedBy));
    }
}

internal sealed class JoinerDetailsTenantMapping : IEntityTypeConfiguration<JoinerDetails>
{
    public void Configure(EntityTypeBuilder<JoinerDetails> builder)
    {
        builder.ToTable("joiner_details");
        builder.HasTenantKey(nameof(JoinerDetails.JoinerId));
        builder.Property(d => d.Email).HasMaxLength(MemberContact.EmailLength);
        builder.Property(d => d.Phone).HasMaxLength(MemberContact.PhoneLength);
        builder.Property(d => d.Address).HasMaxLength(MemberContact.TextLength);
        builder.Property(d => d.GuardianName).HasMaxLength(Member.NameLength);
        builder.Property(d => d.GuardianRelation).HasMaxLength(JoinerDetails.RelationLength);
        builder.Property(d => d.GuardianPhone).HasMaxLength(MemberContact.PhoneLength);
        builder.Property(d => d.Likes).HasMaxLength(JoinerDetails.TextLength);
        builder.Property(d => d.Wants).HasMaxLength(JoinerDetails.TextLength);
        builder.Property(d => d.WhoMatters).HasMaxLength(JoinerDetails.TextLength);
        builder.Property(d => d.Notes).HasMaxLength(JoinerDetails.TextLength);
        builder.Property(d => d.OfferWords).HasMaxLength(Offer.TitleLength);
        builder.Property(d => d.RequestWords).HasMaxLength(Offer.TitleLength);
        builder.Property(d => d.KindWords).HasMaxLength(JoinerDetails.TextLength);
        builder.Property(d => d.PrivateReason).HasMaxLength(JoinerDetails.TextLength);
        builder.RefersTo<JoinerDetails, Joiner>(nameof(JoinerDetails.JoinerId));
    }
}

internal sealed class JoinerCheckTenantMapping : IEntityTypeConfiguration<JoinerCheck>
{
    public void Configure(EntityTypeBuilder<JoinerCheck> builder)
    {
        builder.ToTable("joiner_checks");
        builder.HasTenantKey(nameof(JoinerCheck.JoinerId), nameof(JoinerCheck.KindId));
        builder.Property(c => c.SeenBy).HasMaxLength(MemberCheck.SeenByLength);
        builder.RefersTo<JoinerCheck, Joiner>(nameof(JoinerCheck.JoinerId));
        builder.RefersTo<JoinerCheck, CheckKind>(nameof(JoinerCheck.KindId));
    }
}

internal sealed class JoinCodeTenantMapping : IEntityTypeConfiguration<JoinCode>
{
    public void Configure(EntityTypeBuilder<JoinCode> builder)
    {
        builder.ToTable("join_codes");
        builder.HasTenantKey(nameof(JoinCode.JoinerId));
        builder.HasTenantIndex(nameof(JoinCode.CodeHash)).IsUnique();
        builder.RefersTo<JoinCode, Joiner>(nameof(JoinCode.JoinerId));
    }
}

internal sealed class JoinStepTenantMapping : IEntityTypeConfiguration<JoinStep>
{
    public void Configure(EntityTypeBuilder<JoinStep> builder)
    {
        builder.ToTable("join_steps");
        builder.HasTenantKey(nameof(JoinStep.Kind));
        builder.Property(s => s.English).HasMaxLength(JoinStep.NameLength);
        builder.Property(s => s.Welsh).HasMaxLength(JoinStep.NameLength);
        builder.Ignore(s => s.Name);
    }
}

internal sealed class JoinerStepTenantMapping : IEntityTypeConfiguration<JoinerStep>
{
    public void Configure(EntityTypeBuilder<JoinerStep> builder)
    {
        builder.ToTable(
            "joiner_steps",
            table => table.HasCheckConstraint("ck_joiner_steps_ended", "(result is null) = (ended_at is null)")
        );
        builder.HasTenantKey(nameof(JoinerStep.JoinerId), nameof(JoinerStep.Kind));
        builder.Property(s => s.Words).HasMaxLength(JoinerStep.WordsLength);
        builder.Property(s => s.AgreementLanguage).HasMaxLength(JoinerStep.LanguageLength);
        builder.Property(s => s.English).HasMaxLength(JoinStep.NameLength);
        builder.Property(s => s.Welsh).HasMaxLength(JoinStep.NameLength);
        builder.Ignore(s => s.Name);
        builder.HasTenantIndex(nameof(JoinerStep.JoinerId)).HasFilter("result is null");
        builder.RefersTo<JoinerStep, Joiner>(nameof(JoinerStep.JoinerId));
        builder.RefersTo<JoinerStep, RoleHolder>(nameof(JoinerStep.EndedBy));
        builder.RefersTo<JoinerStep, AgreementWording>(nameof(JoinerStep.AgreementVersion));
    }
}

internal sealed class AgreementWordingTenantMapping : IEntityTypeConfiguration<AgreementWording>
{
    public void Configure(EntityTypeBuilder<AgreementWording> builder)
    {
        builder.ToTable("agreement_wordings");
        builder.HasTenantKey(nameof(AgreementWording.Version));
        builder.Property(a => a.English).HasMaxLength(AgreementWording.TextLength);
        builder.Property(a => a.Welsh).HasMaxLength(AgreementWording.TextLength);
        builder.Ignore(a => a.Languages);
        builder.RefersTo<AgreementWording, RoleHolder>(nameof(AgreementWording.WrittenBy));
    }
}

internal sealed class JoiningSettingsTenantMapping : IEntityTypeConfiguration<JoiningSettings>
{
    public void Configure(EntityTypeBuilder<JoiningSettings> builder)
    {
        builder.ToTable("joining_settings");
        builder.HasTenantKey();
    }
}

internal sealed class JoinerReferenceTenantMapping : IEntityTypeConfiguration<JoinerReference>
{
    public void Configure(EntityTypeBuilder<JoinerReference> builder)
    {
        builder.ToTable(
            "joiner_references",
            table => table.HasCheckConstraint("ck_joiner_references_answered", "(answer is null) = (answered_at is null)")
        );
        builder.HasTenantKey(nameof(JoinerReference.Id));
        builder.Property(r => r.Name).HasMaxLength(JoinerReference.LineLength);
        builder.Property(r => r.Knows).HasMaxLength(JoinerReference.LineLength);
        builder.Property(r => r.Email).HasMaxLength(MemberContact.EmailLength);
        builder.Property(r => r.Phone).HasMaxLength(MemberContact.PhoneLength);
        builder.Property(r => r.Address).HasMaxLength(MemberContact.TextLength);
        builder.Property(r => r.Words).HasMaxLength(JoinerReference.WordsLength);
        builder.RefersTo<JoinerReference, Joiner>(nameof(JoinerReference.JoinerId));
        builder.RefersTo<JoinerReference, RoleHolder>(nameof(JoinerReference.AskedBy));
        builder.RefersTo<JoinerReference, RoleHolder>(nameof(JoinerReference.WrittenBy));
    }
}

internal sealed class ReferrerTenantMapping : IEntityTypeConfiguration<Referrer>
{
    public void Configure(EntityTypeBuilder<Referrer> builder)
    {
        builder.ToTable("referrers");
        builder.HasTenantKey(nameof(Referrer.Id));
        builder.Property(r => r.Name).HasMaxLength(Referrer.NameLength);
        builder.Property(r => r.Workplace).HasMaxLength(Referrer.NameLength);
        builder.RefersTo<Referrer, Hub>(nameof(Referrer.HubId));
        builder.RefersTo<Referrer, RoleHolder>(nameof(Referrer.MadeBy));
        builder.RefersTo<Referrer, RoleHolder>(nameof(Referrer.RevokedBy));
    }
}

internal sealed class ReferralTenantMapping : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.ToTable("referrals");
        builder.HasTenantKey(nameof(Referral.JoinerId));
        builder.Property(r => r.WrittenBy).HasMaxLength(Referrer.NameLength);
        builder.Property(r => r.Words).HasMaxLength(JoinerDetails.TextLength);
        builder.Property(r => r.ConsentWording).HasMaxLength(Referral.WordingLength);
        builder.RefersTo<Referral, Joiner>(nameof(Referral.JoinerId));
        builder.RefersTo<Referral, Referrer>(nameof(Referral.ReferrerId));
    }
}
