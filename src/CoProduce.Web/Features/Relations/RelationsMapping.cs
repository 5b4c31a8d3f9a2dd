using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Circles;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Relations;

internal sealed class ActingForTenantMapping : IEntityTypeConfiguration<ActingFor>
{
    public void Configure(EntityTypeBuilder<ActingFor> builder)
    {
        builder.ToTable("acting_for");
        builder.HasTenantKey(nameof(ActingFor.Id));
        builder.Property(a => a.Name).HasMaxLength(RoleHolder.NameLength);
        builder.Property(a => a.Relation).HasMaxLength(ActingFor.LineLength);
        builder.Property(a => a.AgreedBy).HasMaxLength(ActingFor.LineLength);
        builder.Property(a => a.EndReason).HasMaxLength(ActingFor.ReasonLength);
        builder.HasTenantIndex(nameof(ActingFor.MemberId));
        builder.HasTenantIndex(nameof(ActingFor.HolderId), nameof(ActingFor.MemberId));
        builder.HasTenantIndex(nameof(ActingFor.InvitationId));
        builder.RefersTo<ActingFor, Member>(nameof(ActingFor.MemberId));
        builder.RefersTo<ActingFor, RoleHolder>(nameof(ActingFor.HolderId));
    }
}

internal sealed class OrganisationContactTenantMapping : IEntityTypeConfiguration<OrganisationContact>
{
    public void Configure(EntityTypeBuilder<OrganisationContact> builder)
    {
        builder.ToTable("organisation_contacts");
        builder.HasTenantKey(nameof(OrganisationContact.Id));
        builder.Property(c => c.Name).HasMaxLength(RoleHolder.NameLength);
        builder.Property(c => c.Role).HasMaxLength(OrganisationContact.LineLength);
        builder.Property(c => c.Phone).HasMaxLength(MemberContact.PhoneLength);
        builder.Property(c => c.Email).HasMaxLength(MemberContact.EmailLength);
        builder.Property(c => c.Note).HasMaxLength(MemberContact.TextLength);
        builder.HasTenantIndex(nameof(OrganisationContact.MemberId));
        builder.RefersTo<OrganisationContact, Member>(nameof(OrganisationContact.MemberId));
    }
}

internal sealed class SupporterTenantMapping : IEntityTypeConfiguration<Supporter>
{
    public void Configure(EntityTypeBuilder<Supporter> builder)
    {
        builder.ToTable(
            "supporters",
            table =>
            {
                table.HasCheckConstraint("ck_supporters_one_supported", "(member_id is null) <> (circle_id is null)");
                table.HasCheckConstraint("ck_supporters_one_name", "(person_id is null) = (name <> '')");
            }
        );
        builder.HasTenantKey(nameof(Supporter.Id));
        builder.Property(s => s.Name).HasMaxLength(RoleHolder.NameLength);
        builder.Property(s => s.Role).HasMaxLength(Supporter.LineLength);
        builder.Property(s => s.Reach).HasMaxLength(Supporter.LineLength);
        builder.Property(s => s.EndedWhy).HasMaxLength(AuditLine.ReasonLength);
        builder.HasTenantIndex(nameof(Supporter.MemberId));
        builder.HasTenantIndex(nameof(Supporter.PersonId));
        builder.HasTenantIndex(nameof(Supporter.CircleId));
        builder.RefersTo<Supporter, Member>(nameof(Supporter.MemberId));
        builder.RefersTo<Supporter, Member>(nameof(Supporter.PersonId));
        builder.RefersTo<Supporter, Circle>(nameof(Supporter.CircleId));
        builder.RefersTo<Supporter, RoleHolder>(nameof(Supporter.SetBy));
    }
}
