using CoProduce.Web.Data;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Exchanges;

internal sealed class ExchangeTenantMapping : IEntityTypeConfiguration<Exchange>
{
    public void Configure(EntityTypeBuilder<Exchange> builder)
    {
        builder.ToTable(
            "exchanges",
            table =>
            {
                table.HasCheckConstraint("ck_exchanges_minutes", $"minutes between 1 and {OrganisationSettings.MaximumMinutesLimit}");
                table.HasCheckConstraint("ck_exchanges_two_people", "giver_id is distinct from receiver_id");
                table.HasCheckConstraint("ck_exchanges_shape", "(shape = 1) = (receiver_id is not null)");
            }
        );
        builder.HasTenantKey(nameof(Exchange.Id));
        builder.Property(e => e.Description).HasMaxLength(Exchange.DescriptionLength);
        builder.Property(e => e.DisputeReason).HasMaxLength(Exchange.ReasonLength);
        builder.Property(e => e.EndReason).HasMaxLength(Exchange.ReasonLength);
        builder.Ignore(e => e.Asked).Ignore(e => e.People);
        builder.HasTenantIndex(nameof(Exchange.GiverId), nameof(Exchange.ServiceDate));
        builder.HasTenantIndex(nameof(Exchange.ReceiverId), nameof(Exchange.ServiceDate));
        builder.HasTenantIndex(nameof(Exchange.EntryId)).HasFilter("entry_id is not null"); // statements ask by the entries of their days
        builder.HasTenantIndex(nameof(Exchange.ReversalId)).HasFilter("reversal_id is not null");
        builder.HasTenantIndex(nameof(Exchange.Status), nameof(Exchange.LoggedAt));
        builder.HasTenantIndex(nameof(Exchange.LoggedAt), nameof(Exchange.Id));
        builder.HasTenantIndex(nameof(Exchange.SeriesId), nameof(Exchange.ServiceDate)).HasFilter("series_id is not null");
        builder.HasTenantIndex(nameof(Exchange.CorrectsId)).IsUnique().HasFilter("corrects_id is not null");
        builder.RefersTo<Exchange, Exchange>(nameof(Exchange.CorrectsId));
        builder.RefersTo<Exchange, Category>(nameof(Exchange.CategoryId));
        builder.RefersTo<Exchange, Hub>(nameof(Exchange.HubId));
        builder.HasOne<Member>().WithMany().HasForeignKey(TenantDb.OrganisationColumn, nameof(Exchange.GiverId));
        builder.HasOne<Member>().WithMany().HasForeignKey(TenantDb.OrganisationColumn, nameof(Exchange.ReceiverId));
    }
}

internal sealed class ExchangeWordTenantMapping : IEntityTypeConfiguration<ExchangeWord>
{
    public void Configure(EntityTypeBuilder<ExchangeWord> builder)
    {
        builder.ToTable("exchange_words");
        builder.HasTenantKey(nameof(ExchangeWord.Word), nameof(ExchangeWord.ExchangeId));
        builder.Property(w => w.Word).UseCollation("C");
        builder.HasTenantIndex(nameof(ExchangeWord.ExchangeId));
    }
}
