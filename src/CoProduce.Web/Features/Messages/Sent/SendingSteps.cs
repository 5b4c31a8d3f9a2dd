using CoProduce.Web.Data;
using CoProduce.Web.Features.Calls;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Messages;

/// <summary>Keeps what is sent in step with the outbox, inside a unit of work.</summary>
internal static class SendingSteps
{
    /// <summary>Notes how a try of the outbox ended; nothing for what is no sending.</summary>
    public static async Task NoteSendingAsync(this TenantDb db, OutboxItem item, DateTimeOffset now, CancellationToken ct)
    {
        if (item.Kind is not (OutboxKind.Mail or OutboxKind.Text) || item.SubjectId is not { } id || item.DoneAt is null)
            return;
        if (await db.Sendings.SingleOrDefaultAsync(s => s.Id == id, ct) is not { } sending)
            return;
        if (item.Failure.Length == 0)
            sending.Go(now);
        else
            sending.GiveUp();
    }

    /// <summary>What those letters said, or what was told in that call, is kept no longer, unless it was taken back.</summary>
    /// <param name="id">A batch of letters, or a call.</param>
    public static Task ForgetPostedAsync(this TenantDb db, Guid id, CancellationToken ct) =>
        db
            .Sendings.Where(s => s.State == SendingState.Gone)
            .Where(s =>
                s.BatchId == id
                || db.Calls.Any(c =>
                    c.Id == new CallId(id) && c.MemberId == s.MemberId && c.NotedAt == s.DoneAt && s.Way == SendingWay.Call
                )
            )
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Letter, ""), ct);
}
