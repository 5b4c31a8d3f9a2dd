using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Diary;

/// <summary>
/// One of the two says how a visit went, and the exchange is logged from it, once. When the other says the same, that confirms it; when they say otherwise,
/// it is not right until a coordinator has looked.
/// </summary>
public sealed class AnswerVisit(
    UnitOfWork work,
    CurrentPerson me,
    LogHelp help,
    AnswerExchange answers,
    IStringLocalizer texts,
    TimeProvider clock
)
{
    public enum Outcome
    {
        /// <summary>It happened: the exchange is logged, and the other is asked unless a coordinator wrote it down.</summary>
        Logged,

        /// <summary>Both say the same, and the hours moved.</summary>
        Agreed,

        /// <summary>The two say different things; a coordinator looks at it.</summary>
        Different,

        /// <summary>It did not happen, and that is written down.</summary>
        Closed,

        /// <summary>This person said it before.</summary>
        DoneAlready,
        NotFound,

        /// <summary>It has not begun yet.</summary>
        TooEarly,

        /// <summary>It was called off.</summary>
        CalledOff,
        TooLong,
        NotInSteps,

        /// <summary>The books for its day are closed, or it is too long ago.</summary>
        BooksClosed,

        /// <summary>The hours cannot move: below the floor, or somebody has left. A coordinator sorts it out.</summary>
        CannotMove,
    }

    /// <summary>The signed-in member says it.</summary>
    public Task<Outcome> OwnAsync(AnswerVisitForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => AnswerAsync(db, form, me.Member, me.Id, null, Door.Screen, ct), ct);

    /// <summary>The member to whom a mail was written says it by its link.</summary>
    public Task<Outcome> ByLinkAsync(AnswerVisitForm form, MemberId member, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => AnswerAsync(db, form, member, null, null, Door.Mail, ct), ct);

    /// <summary>One of them says it by a text.</summary>
    public Task<Outcome> ByTextAsync(AnswerVisitForm form, MemberId member, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => AnswerAsync(db, form, member, null, null, Door.Text, ct), ct);

    /// <summary>A coordinator, or a peer broker for two people of their hubs, writes down what one of them said in a call or a text; the hours move at once and both are told.</summary>
    public Task<Outcome> ForMemberAsync(AnswerVisitForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => AnswerAsync(db, form, new(form.Member ?? default), me.Id, me.Id, form.Door, ct), ct);

    private async Task<Outcome> AnswerAsync(
        TenantDb db,
        AnswerVisitForm form,
        MemberId member,
        RoleHolderId? by,
        RoleHolderId? coordinator,
        Door door,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        if (await db.LockVisitAsync(new(form.Visit), ct) is not { } visit || !visit.Concerns(member))
            return Outcome.NotFound;
        HubId? hub = null;
        if (coordinator is not null && (hub = await db.HubOfBrokeredAsync(me, visit.Id, ct)) is null)
            return Outcome.NotFound;
        if (visit.Status == VisitStatus.CalledOff)
            return Outcome.CalledOff;
        if (visit.StartsAt > now)
            return Outcome.TooEarly;
        if (await db.VisitAnswers.AnyAsync(a => a.VisitId == visit.Id && a.MemberId == member, ct))
            return Outcome.DoneAlready;
        var answer = new VisitAnswer
        {
            VisitId = visit.Id,
            MemberId = member,
            DidHappen = form.Happened,
            Minutes = form.Happened ? (int?)form.HowLong.ToMinutes() : null,
            IsAllWell = form.IsAllWell,
            Words = form.Words?.Trim() ?? "",
            At = now,
            Door = door,
            By = by,
        };
        var acting = new Authorship(by?.Value, coordinator is null ? (by is null ? member.Value : null) : member.Value, door);
        db.VisitAnswers.Add(answer);
        db.AuditLines.Add(
            new()
            {
                At = now,
                By = by,
                OnBehalfOf = coordinator is null && by is not null ? null : member,
                Door = door,
                Deed = nameof(AnswerVisit),
                SubjectId = visit.Id.Value,
                PeerHubId = hub is { } of ? me.AsPeerOf(of) : null,
            }
        );
        var outcome = await TakeAsync(db, visit, answer, coordinator, acting, now, ct);
        if (outcome is Outcome.Logged or Outcome.Agreed or Outcome.Different or Outcome.Closed)
            db.Keep();
        return outcome;
    }

    private async Task<Outcome> TakeAsync(
        TenantDb db,
        Visit visit,
        VisitAnswer answer,
        RoleHolderId? coordinator,
        Authorship acting,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (visit.ExchangeId is { } logged)
            return await SecondAsync(db, logged, answer, coordinator, acting, ct);
        if (answer.DidHappen)
            return await LogAsync(db, visit, answer, coordinator, acting, now, ct);
        if (visit.IsOpen)
            visit.FallThrough(now);
        return Outcome.Closed;
    }

    private async Task<Outcome> LogAsync(
        TenantDb db,
        Visit visit,
        VisitAnswer answer,
        RoleHolderId? coordinator,
        Authorship acting,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var exchange = new Exchange
        {
            Id = new(Guid.CreateVersion7()),
            Shape = visit.ReceiverId is null ? ExchangeShape.ForTheOrganisation : ExchangeShape.OneToOne,
            GiverId = visit.GiverId,
            ReceiverId = visit.ReceiverId,
            Minutes = answer.Minutes!.Value,
            ServiceDate = visit.Day,
            Description = visit.Description,
            CategoryId = visit.CategoryId,
            HubId = visit.HubId,
            LoggedBy = answer.By,
            LoggedFor = coordinator is null ? answer.MemberId : null,
            Door = answer.Door,
            LoggedAt = now,
        };
        var outcome = coordinator is { } one
            ? await help.ByBrokerAsync(db, exchange, one, Broker, acting, ct)
            : await help.BySideAsync(db, exchange, ct);
        if (outcome == LogOutcome.Logged)
        {
            visit.Happen(exchange.Id, now);
            if (visit.OfferId is { } id && await db.LockOfferAsync(id, ct) is { IsAlive: true } offer)
                offer.MeetBy(exchange.Id, now);
        }
        return Of(outcome);
    }

    // The first has logged it. The same from the second is a yes to it; anything else says that it is not right. Their other words are for coordinators alone.
    private async Task<Outcome> SecondAsync(
        TenantDb db,
        ExchangeId logged,
        VisitAnswer answer,
        RoleHolderId? coordinator,
        Authorship acting,
        CancellationToken ct
    )
    {
        var exchange = (await db.LockExchangeAsync(logged, ct))!;
        if (!answer.DidHappen || answer.Minutes != exchange.Minutes)
        {
            var reason = answer.DidHappen ? texts["It took {0}.", texts.Duration(answer.Minutes!.Value)] : texts["It did not happen."];
            await answers.DisputeAsync(db, logged, answer.MemberId, reason, answer.By, answer.Door, ct);
            return Outcome.Different;
        }
        if (exchange.Status != ExchangeStatus.Unconfirmed || exchange.Asked != answer.MemberId)
            return Outcome.Agreed; // it moved already, or waits for a coordinator: the word is kept
        var by =
            coordinator is not null ? Broker
            : answer.Door == Door.Mail ? Confirmation.MailLink
            : answer.Door == Door.Text ? Confirmation.Text
            : Confirmation.Screen;
        return await answers.ConfirmAsync(db, logged, answer.MemberId, by, acting, ct) is AnswerExchange.Outcome.Confirmed
            ? Outcome.Agreed
            : Outcome.CannotMove;
    }

    private Confirmation Broker => me.Holds(Role.Coordinator) ? Confirmation.Coordinator : Confirmation.PeerBroker;

    private static Outcome Of(LogOutcome outcome) =>
        outcome switch
        {
            LogOutcome.Logged => Outcome.Logged,
            LogOutcome.TooLong => Outcome.TooLong,
            LogOutcome.NotInSteps => Outcome.NotInSteps,
            LogOutcome.PeriodClosed or LogOutcome.TooLongAgo => Outcome.BooksClosed,
            LogOutcome.BelowFloor or LogOutcome.PotIsShort or LogOutcome.NotTakingPart => Outcome.CannotMove,
            LogOutcome.InTheFuture => Outcome.TooEarly,
            LogOutcome.SamePerson
            or LogOutcome.UnknownMember
            or LogOutcome.UnknownCategory
            or LogOutcome.CheckMissing
            or LogOutcome.CareUnread
            or LogOutcome.NeedsCoordinator => throw new InvalidOperationException($"A visit that stands cannot be {outcome}."),
        };
}
