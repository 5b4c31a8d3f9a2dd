using CoProduce.Web.Data;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Features.Messages;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Joining;

/// <summary>A job deletes everything about somebody who was refused, changed their mind or never finished writing, after the organisation's time.</summary>
public sealed class ForgetJoiner(TimeProvider clock)
{
    /// <summary>The promise to do so.</summary>
    public static OutboxItem Promise(JoinerId joiner, DateTimeOffset at) =>
        new()
        {
            Kind = OutboxKind.ForgetJoiner,
            DueAt = at,
            SubjectId = joiner.Value,
        };

    /// <summary>Does nothing for somebody who waits or is a member. A time that was made longer since is kept to.</summary>
    public async Task HandleAsync(TenantDb db, JoinerId id, CancellationToken ct)
    {
        if (await db.LockJoinerAsync(id, ct) is not { } joiner || joiner.State is JoinerState.Waiting or JoinerState.Approved)
            return;
        var due = (joiner.EndedAt ?? joiner.BeganAt).AddDays((await db.JoiningRulesAsync(ct)).Settings.KeptDays);
        if (due > clock.GetUtcNow())
        {
            db.Outbox.Add(Promise(id, due));
            return;
        }
        await DeleteAsync(db, id, ct);
    }

    /// <summary>Deletes all that was kept of somebody's joining, also of a member who is erased. Does nothing where there is nothing.</summary>
    public static async Task DeleteAsync(TenantDb db, JoinerId id, CancellationToken ct)
    {
        await db.Signposts.Where(s => s.JoinerId == id).ExecuteDeleteAsync(ct);
        await db.Referrals.Where(r => r.JoinerId == id).ExecuteDeleteAsync(ct);
        await db.JoinerReferences.Where(r => r.JoinerId == id).ExecuteDeleteAsync(ct);
        await db.JoinerChecks.Where(c => c.JoinerId == id).ExecuteDeleteAsync(ct);
        await db.JoinerSteps.Where(s => s.JoinerId == id).ExecuteDeleteAsync(ct);
        await db.JoinCodes.Where(c => c.JoinerId == id).ExecuteDeleteAsync(ct);
        await db.JoinerDetails.Where(d => d.JoinerId == id).ExecuteDeleteAsync(ct);
        await db.Joiners.Where(j => j.Id == id).ExecuteDeleteAsync(ct);
    }
}
