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
        builder.Property(a => a.Name).HasMaxLength(KeepAccount.NameLength);
        builder.HasTenantIndex(nameof(AccountRow.MemberId)).IsUnique();
        builder.HasTenantIndex(nameof(AccountRow.AffiliateId)).IsUnique();
    }
}

internal sealed class EntryTenantMapping : IEntityTypeConfiguration<EntryRow>
{
    public void Configure(EntityTypeBuilder<EntryRow> builder)
    {
        builder.ToTable("entries");
        builder.HasTenantKey(nameof(EntryRow.Id));
        builder.HasTenantIndex(nameof(EntryRow.RequestKey)).IsUnique();
        builder.HasTenantIndex(nameof(EntryRow.Reverses)).IsUnique().HasFilter("reverses is not null");
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

internal sealed class HoldTenantMapping : IEntityTypeConfiguration<HoldRow>
{
    public void Configure(EntityTypeBuilder<HoldRow> builder)
    {
        builder.ToTable("holds");
        builder.HasTenantKey(nameof(HoldRow.Id));
        builder.Property(h => h.Purpose).HasMaxLength(HoldRow.PurposeLength);
        builder.HasTenantIndex(nameof(HoldRow.AccountId), nameof(HoldRow.Status));
        builder.HasTenantIndex(nameof(HoldRow.Status), nameof(HoldRow.Until));
        builder.HasTenantIndex(nameof(HoldRow.EntryId));
        builder.RefersTo<HoldRow, EntryRow>(nameof(HoldRow.EntryId));
    }
}

internal sealed class ClosedPeriodTenantMapping : IEntityTypeConfiguration<ClosedPeriodRow>
{
    public void Configure(EntityTypeBuilder<ClosedPeriodRow> builder)
    {
        builder.ToTable("closed_periods");
        builder.HasTenantKey(nameof(ClosedPeriodRow.ClosedTo));
    }
}

internal sealed class ChainLinkTenantMapping : IEntityTypeConfiguration<ChainLinkRow>
{
    public void Configure(EntityTypeBuilder<ChainLinkRow> builder)
    {
        builder.ToTable("chain_links");
        builder.HasTenantKey(nameof(ChainLinkRow.Number));
        builder.HasTenantIndex(nameof(ChainLinkRow.EntryId)).IsUnique();
        builder.RefersTo<ChainLinkRow, EntryRow>(nameof(ChainLinkRow.EntryId));
    }
}

internal sealed class NewEntryTenantMapping : IEntityTypeConfiguration<NewEntryRow>
{
    public void Configure(EntityTypeBuilder<NewEntryRow> builder)
    {
        builder.ToTable("new_entries");
        builder.HasTenantKey(nameof(NewEntryRow.EntryId)); // no reference to the entry: both are written in one statement, and a check costs each posting
    }
}

internal sealed class LedgerDayTenantMapping : IEntityTypeConfiguration<LedgerDayRow>
{
    public void Configure(EntityTypeBuilder<LedgerDayRow> builder)
    {
        builder.ToTable("ledger_days");
        builder.HasTenantKey(nameof(LedgerDayRow.Day), nameof(LedgerDayRow.Kind));
    }
}

internal sealed class ProofCheckTenantMapping : IEntityTypeConfiguration<ProofCheck>
{
    public void Configure(EntityTypeBuilder<ProofCheck> builder)
    {
        builder.ToTable("proof_checks");
        builder.HasTenantKey(nameof(ProofCheck.Code));
        builder.Property(c => c.Code).HasMaxLength(10);
        builder.Property(c => c.First).HasMaxLength(ProofCheck.FirstLength);
    }
}

internal sealed class FullCheckTenantMapping : IEntityTypeConfiguration<FullCheck>
{
    public void Configure(EntityTypeBuilder<FullCheck> builder)
    {
        builder.ToTable("full_checks");
        builder.HasTenantKey();
    }
}
