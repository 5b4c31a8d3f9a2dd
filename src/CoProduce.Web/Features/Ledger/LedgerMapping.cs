using CoProduce.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Ledger;

internal sealed class AccountTenantMapping : IEntityTypeConfiguration<AccountRow>
{
    public void Configure(EntityTypeBuilder<AccountRow> builder)
    {
        builder.ToTable(
            "accounts",
            table => table.HasCheckConstraint("ck_accounts_floor", "balance - held >= least(floor, coalesce(floor_passed_to, floor))")
        );
        builder.HasTenantKey(nameof(AccountRow.Id));
        builder.Property(a => a.Balance).HasDefaultValue(0L);
        builder.Property(a => a.Held).HasDefaultValue(0L);
        builder.Property(a => a.LastNumber).HasDefaultValue(0L);
        builder.HasTenantIndex(nameof(AccountRow.MemberId)).IsUnique();
    }
}

internal sealed class EntryTenantMapping : IEntityTypeConfiguration<EntryRow>
{
    public void Configure(EntityTypeBuilder<EntryRow> builder)
    {
        builder.ToTable("entries");
        builder.HasTenantKey(nameof(EntryRow.Id));
        builder.HasTenantIndex(nameof(EntryRow.RequestKey)).IsUnique();
        builder.HasTenantIndex(nameof(EntryRow.Reverses)).IsUnique();
        builder.HasTenantIndex(nameof(EntryRow.PostedAt));
        builder.HasTenantIndex(nameof(EntryRow.ServiceDate)); // reports ask by the day of the help
    }
}

internal sealed class PostingTenantMapping : IEntityTypeConfiguration<PostingRow>
{
    public void Configure(EntityTypeBuilder<PostingRow> builder)
    {
        builder.ToTable("postings");
        builder.HasTenantKey(nameof(PostingRow.AccountId), nameof(PostingRow.Number));
        builder.HasTenantIndex(nameof(PostingRow.EntryId));
        builder.RefersTo<PostingRow, EntryRow>(nameof(PostingRow.EntryId));
    }
}
