using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Doubles;

internal sealed class NotDoubleTenantMapping : IEntityTypeConfiguration<NotDouble>
{
    public void Configure(EntityTypeBuilder<NotDouble> builder)
    {
        builder.ToTable("not_doubles");
        builder.HasTenantKey(nameof(NotDouble.FirstId), nameof(NotDouble.SecondId));
        builder.RefersTo<NotDouble, Member>(nameof(NotDouble.FirstId));
        builder.RefersTo<NotDouble, Member>(nameof(NotDouble.SecondId));
        builder.RefersTo<NotDouble, RoleHolder>(nameof(NotDouble.By));
    }
}
