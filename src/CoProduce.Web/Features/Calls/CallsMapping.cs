using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Calls;

internal sealed class CallTenantMapping : IEntityTypeConfiguration<Call>
{
    public void Configure(EntityTypeBuilder<Call> builder)
    {
        builder.ToTable("calls");
        builder.HasTenantKey(nameof(Call.Id));
        builder.Property(c => c.About).HasMaxLength(Call.AboutLength);
        builder.Property(c => c.Note).HasMaxLength(Call.NoteLength);
        builder.HasTenantIndex(nameof(Call.MemberId), nameof(Call.NotedAt));
        builder.RefersTo<Call, Member>(nameof(Call.MemberId));
        builder.RefersTo<Call, RoleHolder>(nameof(Call.NotedBy));
        builder.RefersTo<Call, Call>(nameof(Call.Corrects));
    }
}
