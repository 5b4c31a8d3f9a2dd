using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.MemberLists;

internal sealed class SavedListTenantMapping : IEntityTypeConfiguration<SavedList>
{
    public void Configure(EntityTypeBuilder<SavedList> builder)
    {
        builder.ToTable("saved_lists");
        builder.HasTenantKey(nameof(SavedList.Id));
        builder.Property(l => l.Name).HasMaxLength(SavedList.NameLength);
        builder.Property(l => l.Filter).HasMaxLength(SavedList.FilterLength);
        builder.HasTenantIndex(nameof(SavedList.KeptBy), nameof(SavedList.Name)).IsUnique();
        builder.RefersTo<SavedList, RoleHolder>(nameof(SavedList.KeptBy));
    }
}
