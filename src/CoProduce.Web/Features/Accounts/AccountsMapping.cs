using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Accounts;

internal sealed class RoleHolderTenantMapping : IEntityTypeConfiguration<RoleHolder>
{
    public void Configure(EntityTypeBuilder<RoleHolder> builder)
    {
        builder.ToTable("role_holders");
        builder.HasTenantKey(nameof(RoleHolder.Id));
        builder.Property(r => r.Name).HasMaxLength(RoleHolder.NameLength);
        builder.HasTenantIndex(nameof(RoleHolder.SignInId)).IsUnique();
        builder.HasTenantIndex(nameof(RoleHolder.MemberId)).IsUnique();
        builder.RefersTo<RoleHolder, Member>(nameof(RoleHolder.MemberId));
    }
}

internal sealed class InvitationTenantMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitations");
        builder.HasTenantKey(nameof(Invitation.Id));
        builder.Property(i => i.Email).HasMaxLength(MemberContact.EmailLength);
        builder.Property(i => i.Name).HasMaxLength(RoleHolder.NameLength);
        builder.HasTenantIndex(nameof(Invitation.SecretHash)).IsUnique();
        builder.RefersTo<Invitation, Member>(nameof(Invitation.MemberId));
    }
}

internal sealed class AuditLineTenantMapping : IEntityTypeConfiguration<AuditLine>
{
    public void Configure(EntityTypeBuilder<AuditLine> builder)
    {
        builder.ToTable("audit_lines");
        builder.HasTenantKey(nameof(AuditLine.Id));
        builder.Property(a => a.Deed).HasMaxLength(80);
        builder.Property(a => a.Reason).HasMaxLength(AuditLine.ReasonLength);
        builder.HasTenantIndex(nameof(AuditLine.SubjectId));
        builder
            .HasTenantIndex(nameof(AuditLine.Deed), nameof(AuditLine.At))
            .HasFilter($"deed in ('{AskToGo.ToLeave}', '{AskToGo.ToBeErased}')");
        builder.HasTenantIndex(nameof(AuditLine.PeerHubId), nameof(AuditLine.At)).HasFilter("peer_hub_id is not null");
        builder.RefersTo<AuditLine, Hub>(nameof(AuditLine.PeerHubId));
    }
}
