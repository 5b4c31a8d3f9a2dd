using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Moving;

internal sealed class HubMoveTenantMapping : IEntityTypeConfiguration<HubMove>
{
    public void Configure(EntityTypeBuilder<HubMove> builder)
    {
        builder.ToTable("hub_moves");
        builder.HasTenantKey(nameof(HubMove.Id));
        builder.Property(m => m.Reason).HasMaxLength(AuditLine.ReasonLength);
        builder.Ignore(m => m.IsPlanned);
        builder.HasTenantIndex(nameof(HubMove.MemberId), nameof(HubMove.DoneAt));
        builder.RefersTo<HubMove, Member>(nameof(HubMove.MemberId));
        builder.RefersTo<HubMove, Hub>(nameof(HubMove.FromHub));
        builder.RefersTo<HubMove, Hub>(nameof(HubMove.ToHub));
        builder.RefersTo<HubMove, RoleHolder>(nameof(HubMove.By));
    }
}

internal sealed class DepartureTenantMapping : IEntityTypeConfiguration<Departure>
{
    public void Configure(EntityTypeBuilder<Departure> builder)
    {
        builder.ToTable("departures");
        builder.HasTenantKey(nameof(Departure.Id));
        builder.Property(d => d.ThereName).HasMaxLength(OrganisationSettings.NameLength);
        builder.Property(d => d.Wording).HasMaxLength(2 * Departure.WordsLength);
        builder.Property(d => d.Words).HasMaxLength(Departure.WordsLength);
        builder.Property(d => d.Answer).HasMaxLength(Departure.WordsLength);
        builder.HasTenantIndex(nameof(Departure.MemberId)).IsUnique().HasFilter("status = 1"); // one move at a time
        builder.RefersTo<Departure, Member>(nameof(Departure.MemberId));
        builder.RefersTo<Departure, RoleHolder>(nameof(Departure.By));
    }
}

internal sealed class ArrivalTenantMapping : IEntityTypeConfiguration<Arrival>
{
    public void Configure(EntityTypeBuilder<Arrival> builder)
    {
        builder.ToTable("arrivals");
        builder.HasTenantKey(nameof(Arrival.Id));
        builder.Property(a => a.FromName).HasMaxLength(OrganisationSettings.NameLength);
        builder.Property(a => a.Name).HasMaxLength(2 * Member.NameLength + 1);
        builder.Property(a => a.Parcel).HasMaxLength(Arrival.ParcelLength);
        builder.HasTenantIndex(nameof(Arrival.MemberId));
        builder.RefersTo<Arrival, Member>(nameof(Arrival.MemberId));
        builder.RefersTo<Arrival, RoleHolder>(nameof(Arrival.AnsweredBy));
    }
}
