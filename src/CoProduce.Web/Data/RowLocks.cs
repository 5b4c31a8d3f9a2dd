using CoProduce.Web.Features.Activities;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Circles;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Joining;
using CoProduce.Web.Features.Joining.References;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Talk;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Data;

/// <summary>The one place for SQL text in use cases: rows read and locked for the rest of the unit of work.</summary>
internal static class RowLocks
{
    /// <summary>The exchange, locked so that two answers at once are taken one after the other; null when there is none here.</summary>
    public static Task<Exchange?> LockExchangeAsync(this TenantDb db, ExchangeId id, CancellationToken ct) =>
        db
            .Exchanges.FromSql(
                $"select * from exchanges where organisation_id = {db.OrganisationId.Value} and id = {id.Value} for no key update"
            )
            .SingleOrDefaultAsync(ct);

    /// <summary>The exchanges of a series by day, locked in the order of their ids; empty when there is none here.</summary>
    public static async Task<List<Exchange>> LockSeriesAsync(this TenantDb db, SeriesId id, CancellationToken ct)
    {
        var found = await db
            .Exchanges.FromSql(
                $"select * from exchanges where organisation_id = {db.OrganisationId.Value} and series_id = {id.Value} order by id for no key update"
            )
            .ToListAsync(ct);
        return [.. found.OrderBy(e => e.ServiceDate).ThenBy(e => e.LoggedAt)];
    }

    /// <summary>The register, locked so that it is undone once; null when there is none here.</summary>
    public static Task<Register?> LockRegisterAsync(this TenantDb db, RegisterId id, CancellationToken ct) =>
        db
            .Registers.FromSql(
                $"select * from registers where organisation_id = {db.OrganisationId.Value} and id = {id.Value} for no key update"
            )
            .SingleOrDefaultAsync(ct);

    /// <summary>The visit, locked so that two answers at once are taken one after the other; null when there is none here.</summary>
    public static Task<Visit?> LockVisitAsync(this TenantDb db, VisitId id, CancellationToken ct) =>
        db
            .Visits.FromSql($"select * from visits where organisation_id = {db.OrganisationId.Value} and id = {id.Value} for no key update")
            .SingleOrDefaultAsync(ct);

    /// <summary>The session, locked so that two people who would like the last place are taken one after the other; null when there is none here.</summary>
    public static Task<Session?> LockSessionAsync(this TenantDb db, SessionId id, CancellationToken ct) =>
        db
            .Sessions.FromSql(
                $"select * from sessions where organisation_id = {db.OrganisationId.Value} and id = {id.Value} for no key update"
            )
            .SingleOrDefaultAsync(ct);

    /// <summary>Letters that were printed together, locked so that they are posted once; null when there are none here.</summary>
    public static Task<LetterBatch?> LockLetterBatchAsync(this TenantDb db, Guid id, CancellationToken ct) =>
        db
            .LetterBatches.FromSql(
                $"select * from letter_batches where organisation_id = {db.OrganisationId.Value} and id = {id} for no key update"
            )
            .SingleOrDefaultAsync(ct);

    /// <summary>The announcement, locked so that it is sent once; null when there is none here.</summary>
    public static Task<Announcement?> LockAnnouncementAsync(this TenantDb db, Guid id, CancellationToken ct) =>
        db
            .Announcements.FromSql(
                $"select * from announcements where organisation_id = {db.OrganisationId.Value} and id = {id} for no key update"
            )
            .SingleOrDefaultAsync(ct);

    /// <summary>What was promised to be sent, locked so that nobody sends it meanwhile; null when there is none here.</summary>
    public static Task<OutboxItem?> LockOutboxItemAsync(this TenantDb db, Guid id, CancellationToken ct) =>
        db
            .Outbox.FromSql($"select * from outbox where organisation_id = {db.OrganisationId.Value} and id = {id} for no key update")
            .SingleOrDefaultAsync(ct);

    /// <summary>Locks a member's row, so that what is numbered or decided for one member is decided one after the other.</summary>
    public static Task LockMemberAsync(this TenantDb db, MemberId id, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"select 1 from members where organisation_id = {db.OrganisationId.Value} and id = {id.Value} for no key update",
            ct
        );

    /// <summary>Locks two members' rows in the order of their ids, so that what is decided between the two is decided one after the other.</summary>
    public static Task LockMembersAsync(this TenantDb db, MemberId one, MemberId other, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            select 1 from (select id from members where organisation_id = {db.OrganisationId.Value} and id in ({one.Value}, {other.Value})
              order by id for no key update) locked
            """,
            ct
        );

    /// <summary>The report of a conversation, locked so that it is closed once; null when there is none here.</summary>
    public static Task<TalkReport?> LockTalkReportAsync(this TenantDb db, TalkReportId id, CancellationToken ct) =>
        db
            .TalkReports.FromSql(
                $"select * from talk_reports where organisation_id = {db.OrganisationId.Value} and id = {id.Value} for no key update"
            )
            .SingleOrDefaultAsync(ct);

    /// <summary>The household or network, locked so that its members come and go one after the other; null when there is none here.</summary>
    public static Task<Circle?> LockCircleAsync(this TenantDb db, CircleId id, CancellationToken ct) =>
        db
            .Circles.FromSql(
                $"select * from circles where organisation_id = {db.OrganisationId.Value} and id = {id.Value} for no key update"
            )
            .SingleOrDefaultAsync(ct);

    /// <summary>The concern, locked so that steps are taken one after the other; null when there is none here.</summary>
    public static Task<Concern?> LockConcernAsync(this TenantDb db, ConcernId id, CancellationToken ct) =>
        db
            .Concerns.FromSql(
                $"select * from concerns where organisation_id = {db.OrganisationId.Value} and id = {id.Value} for no key update"
            )
            .SingleOrDefaultAsync(ct);

    /// <summary>The offer or request, locked so that what is answered and how it stands is decided one after the other; null when there is none here.</summary>
    public static Task<Offer?> LockOfferAsync(this TenantDb db, OfferId id, CancellationToken ct) =>
        db
            .Offers.FromSql($"select * from offers where organisation_id = {db.OrganisationId.Value} and id = {id.Value} for no key update")
            .SingleOrDefaultAsync(ct);

    /// <summary>Open requests and offers wanted since before those moments that were not asked about, and those asked about and silent since before that one, locked.</summary>
    public static Task<List<Offer>> LockOffersToAskAsync(
        this TenantDb db,
        DateTimeOffset requests,
        DateTimeOffset offers,
        DateTimeOffset silent,
        int most,
        CancellationToken ct
    ) =>
        db
            .Offers.FromSql(
                $"""
                select * from offers where organisation_id = {db.OrganisationId.Value} and status = {(short)OfferStatus.Open}
                  and (asked_at <= {silent} or (asked_at is null
                    and coalesce(wanted_at, made_at) <= case kind when {(short)OfferKind.Request} then {requests} else {offers} end))
                order by id limit {most} for no key update
                """
            )
            .ToListAsync(ct);

    /// <summary>The joiner, locked so that two decisions at once are taken one after the other; null when there is none here.</summary>
    public static Task<Joiner?> LockJoinerAsync(this TenantDb db, JoinerId id, CancellationToken ct) =>
        db
            .Joiners.FromSql(
                $"select * from joiners where organisation_id = {db.OrganisationId.Value} and id = {id.Value} for no key update"
            )
            .SingleOrDefaultAsync(ct);

    /// <summary>The reference, locked so that it is answered once; null when there is none here.</summary>
    public static Task<JoinerReference?> LockReferenceAsync(this TenantDb db, ReferenceId id, CancellationToken ct) =>
        db
            .JoinerReferences.FromSql(
                $"select * from joiner_references where organisation_id = {db.OrganisationId.Value} and id = {id.Value} for no key update"
            )
            .SingleOrDefaultAsync(ct);

    /// <summary>The longest due item of this organisation that nobody else is doing, locked until the unit of work ends; null when there is none.</summary>
    public static Task<OutboxItem?> TakeDueAsync(this TenantDb db, DateTimeOffset now, CancellationToken ct) =>
        db
            .Outbox.FromSql(
                $"""
                select * from outbox where organisation_id = {db.OrganisationId.Value} and done_at is null and due_at <= {now}
                order by due_at, id limit 1 for update skip locked
                """
            )
            .SingleOrDefaultAsync(ct);

    /// <summary>The longest due letter about a sign-in that nobody else is sending, locked until the transaction ends; null when there is none.</summary>
    public static Task<AccountLetter?> TakeDueAsync(this DirectoryDb directory, DateTimeOffset now, CancellationToken ct) =>
        directory
            .AccountLetters.FromSql(
                $"select * from account_letters where done_at is null and due_at <= {now} order by due_at, id limit 1 for update skip locked"
            )
            .SingleOrDefaultAsync(ct);

    /// <summary>Locks two organisations in the directory, the one with the lower id first, so that what is between them is decided one after the other.</summary>
    public static Task LockOrganisationsAsync(this DirectoryDb directory, OrganisationId one, OrganisationId other, CancellationToken ct) =>
        directory.Database.ExecuteSqlAsync(
            $"select 1 from (select id from organisations where id in ({one.Value}, {other.Value}) order by id for no key update) locked",
            ct
        );

    /// <summary>The next member number. The settings row is locked, so that two new members cannot get the same one.</summary>
    public static async Task<int> NextMemberNumberAsync(this TenantDb db, CancellationToken ct)
    {
        await db.LockSettingsAsync(ct);
        return (await db.Members.MaxAsync(m => (int?)m.Number, ct) ?? 0) + 1;
    }

    /// <summary>Locks the settings row, so that what must be decided for the organisation as a whole is decided one after the other.</summary>
    public static Task LockSettingsAsync(this TenantDb db, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select 1 from settings where organisation_id = {db.OrganisationId.Value} for no key update", ct);
}
