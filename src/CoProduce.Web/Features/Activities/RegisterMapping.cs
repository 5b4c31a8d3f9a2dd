using CoProduce.Web.Data;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Activities;

internal sealed class RegisterTenantMapping : IEntityTypeConfiguration<Register>
{
    public void Configure(EntityTypeBuilder<Register> builder)
    {
        builder.ToTable("registers");
        builder.HasTenantKey(nameof(Register.Id));
        builder.Property(r => r.Description).HasMaxLength(Exchange.DescriptionLength);
        builder.Property(r => r.PassReason).HasMaxLength(Register.PassReasonLength);
        builder.Property(r => r.EndReason).HasMaxLength(Exchange.ReasonLength);
        builder.HasTenantIndex(nameof(Register.LoggedAt), nameof(Register.Id));
        builder.HasTenantIndex(nameof(Register.EntryId)).IsUnique();
        builder.RefersTo<Register, Category>(nameof(Register.CategoryId));
        builder.RefersTo<Register, Hub>(nameof(Register.HubId));
    }
}

internal sealed class RegisterLineTenantMapping : IEntityTypeConfiguration<RegisterLine>
{
    public void Configure(EntityTypeBuilder<RegisterLine> builder)
    {
        builder.ToTable("register_lines", table => table.HasCheckConstraint("ck_register_lines_minutes", "minutes > 0"));
        builder.HasTenantKey(nameof(RegisterLine.RegisterId), nameof(RegisterLine.MemberId));
        builder.HasTenantIndex(nameof(RegisterLine.MemberId));
        builder.RefersTo<RegisterLine, Register>(nameof(RegisterLine.RegisterId));
        builder.RefersTo<RegisterLine, Member>(nameof(RegisterLine.MemberId));
    }
}
