using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Exchanges.Disputes;

/// <summary>The steps of a dispute that several use cases take. Each needs the exchange locked, which keeps two steps at once apart.</summary>
internal static class DisputeSteps
{
    /// <summary>One side says that it is not right, and its being decided in time is promised.</summary>
    /// <param name="writtenBy">The role holder who writes it down; null when it comes by the link in a mail.</param>
    /// <param name="days">After so many days without a decision it is overdue.</param>
    public static void OpenDispute(
        this TenantDb db,
        Exchange exchange,
        MemberId side,
        string words,
        RoleHolderId? writtenBy,
        Door door,
        int days,
        DateTimeOffset now
    )
    {
        exchange.Dispute(side, words, now);
        var dispute = new Dispute
        {
            Id = new(Guid.CreateVersion7(now)),
            ExchangeId = exchange.Id,
            RaisedBy = side,
            RaisedAt = now,
            DueAt = now.AddDays(days),
        };
        db.Disputes.Add(dispute);
        db.Note(dispute, words, side, writtenBy, door, now);
        db.RemindOf(dispute, dispute.DueAt);
    }

    /// <summary>Keeps what was said.</summary>
    public static void Note(
        this TenantDb db,
        Dispute dispute,
        string words,
        MemberId? saidBy,
        RoleHolderId? writtenBy,
        Door door,
        DateTimeOffset now
    ) =>
        db.DisputeNotes.Add(
            new()
            {
                DisputeId = dispute.Id,
                At = now,
                SaidBy = saidBy,
                WrittenBy = writtenBy,
                Door = door,
                Text = words,
            }
        );

    /// <summary>Promises to remind of it when it is not over by then.</summary>
    public static void RemindOf(this TenantDb db, Dispute dispute, DateTimeOffset at) =>
        db.Outbox.Add(
            new OutboxItem
            {
                Kind = OutboxKind.RemindOfDispute,
                DueAt = at,
                SubjectId = dispute.Id.Value,
            }
        );

    /// <summary>The dispute of this exchange that is not over; null when there is none.</summary>
    public static Task<Dispute?> OpenDisputeOfAsync(this TenantDb db, ExchangeId exchange, CancellationToken ct) =>
        db.Disputes.SingleOrDefaultAsync(
            d => d.ExchangeId == exchange && (d.State == DisputeState.Open || d.State == DisputeState.LookedInto),
            ct
        );

    /// <summary>Ends the dispute of this exchange, if there is one, with what was decided.</summary>
    public static async Task DecideDisputeAsync(
        this TenantDb db,
        ExchangeId exchange,
        DisputeDecision decision,
        RoleHolderId by,
        DateTimeOffset now,
        CancellationToken ct
    ) => (await db.OpenDisputeOfAsync(exchange, ct))?.Decide(decision, by, now);
}
