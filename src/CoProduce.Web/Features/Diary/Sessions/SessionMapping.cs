using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Activities;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoProduce.Web.Features.Diary;

internal sealed class SessionTenantMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions");
        builder.HasTenantKey(nameof(Session.Id));
        builder.Ignore(s => s.Details);
        builder.Property(s => s.Title).HasMaxLength(Exchange.DescriptionLength);
        builder.Property(s => s.Place).HasMaxLength(Visit.PlaceLength);
        builder.Property(s => s.Language).HasMaxLength(Session.LanguageLength);
        builder.Property(s => s.Why).HasMaxLength(Visit.WordsLength);
        builder.HasTenantIndex(nameof(Session.Day));
        builder.HasTenantIndex(nameof(Session.PlannedAs), nameof(Session.Day));
        builder.HasTenantIndex(nameof(Session.LeaderId), nameof(Session.Day));
        builder.HasTenantIndex(nameof(Session.SecondLeaderId), nameof(Session.Day));
        builder.HasTenantIndex(nameof(Session.RegisterId)).IsUnique();
        builder.RefersTo<Session, Hub>(nameof(Session.HubId));
        builder.RefersTo<Session, Member>(nameof(Session.LeaderId));
        builder.RefersTo<Session, Member>(nameof(Session.SecondLeaderId));
        builder.RefersTo<Session, Category>(nameof(Session.CategoryId));
        builder.RefersTo<Session, RoleHolder>(nameof(Session.PlannedBy));
        builder.RefersTo<Session, Register>(nameof(Session.RegisterId));
    }
}

internal sealed class SessionPlaceTenantMapping : IEntityTypeConfiguration<SessionPlace>
{
    public void Configure(EntityTypeBuilder<SessionPlace> builder)
    {
        builder.ToTable("session_places");
        builder.HasTenantKey(nameof(SessionPlace.SessionId), nameof(SessionPlace.MemberId));
        builder.HasTenantIndex(nameof(SessionPlace.SessionId), nameof(SessionPlace.Number)).IsUnique();
        builder.HasTenantIndex(nameof(SessionPlace.MemberId));
        builder.RefersTo<SessionPlace, Session>(nameof(SessionPlace.SessionId));
        builder.RefersTo<SessionPlace, Member>(nameof(SessionPlace.MemberId));
        builder.RefersTo<SessionPlace, RoleHolder>(nameof(SessionPlace.By));
    }
}

internal sealed class SessionCallTenantMapping : IEntityTypeConfiguration<SessionCall>
{
    public void Configure(EntityTypeBuilder<SessionCall> builder)
    {
        builder.ToTable("session_calls");
        builder.HasTenantKey(nameof(SessionCall.Id));
        builder
            .HasTenantIndex(
                nameof(SessionCall.SessionId),
                nameof(SessionCall.MemberId),
                nameof(SessionCall.News),
                nameof(SessionCall.Change)
            )
            .IsUnique();
        builder.HasTenantIndex(nameof(SessionCall.MadeAt)).HasFilter("done_at is null");
        builder.RefersTo<SessionCall, Session>(nameof(SessionCall.SessionId));
        builder.RefersTo<SessionCall, Member>(nameof(SessionCall.MemberId));
        builder.RefersTo<SessionCall, RoleHolder>(nameof(SessionCall.DoneBy));
    }
}
