using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges.Disputes;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>The other side says yes to an exchange, or says that it is not right, on screen or by the link in a mail.</summary>
public sealed class AnswerExchange(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    ExchangeLetters letters,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Confirmed,
        Disputed,

        /// <summary>The same answer was given before.</summary>
        DoneAlready,

        /// <summary>There is none that concerns this member.</summary>
        NotFound,

        /// <summary>It is not waiting for this member's answer any more.</summary>
        NoLongerOpen,

        /// <summary>The hours would take the receiver below the floor.</summary>
        BelowFloor,

        /// <summary>One of the two has left, so that no hours can move.</summary>
        AccountClosed,

        /// <summary>The books for its day are closed.</summary>
        PeriodClosed,
    }

    /// <summary>The signed-in member says yes.</summary>
    public Task<Outcome> ConfirmAsync(ExchangeId id, CancellationToken ct = default) =>
        work.WriteAsync(db => ConfirmAsync(db, id, me.Member, Confirmation.Screen, me.Acting(Door.Screen), ct), ct);

    /// <summary>The member to whom a mail was written says yes by its link, signed in or not.</summary>
    public Task<Outcome> ConfirmByMailAsync(ExchangeId id, MemberId member, CancellationToken ct = default) =>
        work.WriteAsync(db => ConfirmAsync(db, id, member, Confirmation.MailLink, new(null, member.Value, Door.Mail), ct), ct);

    /// <summary>The signed-in member says that it is not right, before or after the hours moved.</summary>
    public Task<Outcome> DisputeAsync(ExchangeId id, string reason, CancellationToken ct = default) =>
        work.WriteAsync(db => DisputeAsync(db, id, me.Member, reason, me.Id, Door.Screen, ct), ct);

    /// <summary>The member to whom a mail was written says by its link that it is not right.</summary>
    public Task<Outcome> DisputeByMailAsync(ExchangeId id, MemberId member, string reason, CancellationToken ct = default) =>
        work.WriteAsync(db => DisputeAsync(db, id, member, reason, null, Door.Mail, ct), ct);

    /// <summary>That member says yes by a text.</summary>
    public Task<Outcome> ConfirmByTextAsync(ExchangeId id, MemberId member, CancellationToken ct = default) =>
        work.WriteAsync(db => ConfirmAsync(db, id, member, Confirmation.Text, new(null, member.Value, Door.Text), ct), ct);

    /// <summary>That member says by a text that it is not right.</summary>
    public Task<Outcome> DisputeByTextAsync(ExchangeId id, MemberId member, string reason, CancellationToken ct = default) =>
        work.WriteAsync(db => DisputeAsync(db, id, member, reason, null, Door.Text, ct), ct);

    /// <summary>That member says yes inside another use case's unit of work, which is kept when it is confirmed.</summary>
    public async Task<Outcome> ConfirmAsync(
        TenantDb db,
        ExchangeId id,
        MemberId member,
        Confirmation by,
        Authorship acting,
        CancellationToken ct
    )
    {
        if (await db.LockExchangeAsync(id, ct) is not { } exchange || !exchange.Concerns(member))
            return Outcome.NotFound;
        if (exchange.Status == ExchangeStatus.Confirmed)
            return Outcome.DoneAlready;
        if (exchange.Status != ExchangeStatus.Unconfirmed || exchange.Asked != member)
            return Outcome.NoLongerOpen;
        var posting = await db.PostExchangeAsync(exchange, by, acting, clock.GetUtcNow(), ct);
        if (posting.IsPosted)
            db.Keep();
        return OfPosting(posting.Outcome);
    }

    /// <summary>What an answer came to by what the ledger said to its posting.</summary>
    internal static Outcome OfPosting(PostingOutcome outcome) =>
        outcome switch
        {
            PostingOutcome.Posted or PostingOutcome.DoneAlready => Outcome.Confirmed,
            PostingOutcome.BelowFloor => Outcome.BelowFloor,
            PostingOutcome.ClosedAccount => Outcome.AccountClosed,
            PostingOutcome.PeriodClosed => Outcome.PeriodClosed,
            PostingOutcome.KeyReused or PostingOutcome.UnknownAccount or PostingOutcome.AlreadyReversed or PostingOutcome.NotItsMirror =>
                throw new InvalidOperationException($"The ledger answered {outcome}."),
        };

    /// <summary>That member says inside another use case's unit of work that it is not right.</summary>
    public async Task<Outcome> DisputeAsync(
        TenantDb db,
        ExchangeId id,
        MemberId member,
        string reason,
        RoleHolderId? by,
        Door door,
        CancellationToken ct
    )
    {
        if (await db.LockExchangeAsync(id, ct) is not { } exchange || !exchange.Concerns(member))
            return Outcome.NotFound;
        if (exchange.Status == ExchangeStatus.Disputed)
            return Outcome.DoneAlready;
        if (exchange.Status is not (ExchangeStatus.Unconfirmed or ExchangeStatus.Confirmed))
            return Outcome.NoLongerOpen;
        var now = clock.GetUtcNow();
        db.OpenDispute(exchange, member, reason.Trim(), by, door, organisation.Profile.Settings.DisputeDays, now);
        db.AuditLines.Add(
            new()
            {
                At = now,
                By = by,
                OnBehalfOf = by is null ? member : me.ActsFor?.Id,
                Door = door,
                Deed = nameof(DisputeAsync),
                SubjectId = id.Value,
            }
        );
        await letters.TellOfDisputeAsync(db, exchange, ct);
        db.Keep();
        return Outcome.Disputed;
    }
}
