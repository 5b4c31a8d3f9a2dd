using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Exchanges.Disputes;

internal sealed class DisputeTenantMapping : IEntityTypeConfiguration<Dispute>
{
    public void Configure(EntityTypeBuilder<Dispute> builder)
    {
        builder.ToTable(
            "disputes",
            table =>
            {
                table.HasCheckConstraint("ck_disputes_decided", "(state = 3) = (decision is not null and decided_by is not null)");
                table.HasCheckConstraint("ck_disputes_ended", "(state in (3, 4)) = (ended_at is not null)");
            }
        );
        builder.HasTenantKey(nameof(Dispute.Id));
        builder.Ignore(d => d.IsOpen);
        builder.HasTenantIndex(nameof(Dispute.ExchangeId), nameof(Dispute.RaisedAt));
        builder.HasTenantIndex(nameof(Dispute.ExchangeId)).IsUnique().HasFilter("state in (1, 2)");
        builder.RefersTo<Dispute, Exchange>(nameof(Dispute.ExchangeId));
        builder.RefersTo<Dispute, Member>(nameof(Dispute.RaisedBy));
        builder.HasOne<RoleHolder>().WithMany().HasForeignKey(TenantDb.OrganisationColumn, nameof(Dispute.LookedIntoBy));
        builder.HasOne<RoleHolder>().WithMany().HasForeignKey(TenantDb.OrganisationColumn, nameof(Dispute.DecidedBy));
    }
}

internal sealed class DisputeNoteTenantMapping : IEntityTypeConfiguration<DisputeNote>
{
    public void Configure(EntityTypeBuilder<DisputeNote> builder)
    {
        builder.ToTable("dispute_notes");
        builder.HasTenantKey(nameof(DisputeNote.Id));
        builder.Property(n => n.Text).HasMaxLength(DisputeNote.TextLength);
        builder.HasTenantIndex(nameof(DisputeNote.DisputeId), nameof(DisputeNote.At));
        builder.RefersTo<DisputeNote, Dispute>(nameof(DisputeNote.DisputeId));
        builder.RefersTo<DisputeNote, Member>(nameof(DisputeNote.SaidBy));
        builder.RefersTo<DisputeNote, RoleHolder>(nameof(DisputeNote.WrittenBy));
    }
}
