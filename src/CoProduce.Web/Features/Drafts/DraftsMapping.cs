using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Drafts;

internal sealed class DraftTenantMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("drafts");
        builder.HasTenantKey(nameof(Draft.Id));
        builder.Property(d => d.Fields).HasMaxLength(Draft.FieldsLength);
        builder.HasTenantIndex(nameof(Draft.KeptBy), nameof(Draft.ChangedAt));
        builder.HasTenantIndex(nameof(Draft.ChangedAt));
        builder.RefersTo<Draft, RoleHolder>(nameof(Draft.KeptBy));
        builder.RefersTo<Draft, Member>(nameof(Draft.MemberId));
    }
}
