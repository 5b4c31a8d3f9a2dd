using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Privacy;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Retention;

/// <summary>A job takes away, every night, what an organisation's rules say goes: members who have left are erased, the rest is deleted.</summary>
public sealed class KeepToRetention(CurrentOrganisation organisation, TimeProvider clock)
{
    private const int MembersAtOnce = 100;

    public enum Outcome
    {
        Done,

        /// <summary>More members are due than one transaction should hold.</summary>
        MoreToDo,
    }

    /// <summary>Makes the round in the caller's unit of work, and plans the next while there is a rule. Made again on the same day, it finds nothing.</summary>
    public async Task<Outcome> HandleAsync(TenantDb db, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        var today = organisation.Profile.DateOf(now);
        await db.LockSettingsAsync(ct); // two nodes at once make one round, and no rule changes meanwhile
        if (!await db.RetentionRules.AnyAsync(ct))
            return Outcome.Done;
        await db.PlanRetentionRoundAsync(now, ct);
        var due = (await db.MembersWhoGoAsync(today, ct)).Where(m => !m.IsKeptBack).Take(MembersAtOnce).Select(m => m.Member).ToList();
        foreach (var member in due)
        {
            await EraseMember.TakeAwayAsync(db, member, today, now, ct);
            db.AuditLines.Add(
                new()
                {
                    At = now,
                    Door = Door.Job,
                    Deed = nameof(KeepToRetention),
                    SubjectId = member.Id.Value,
                }
            );
        }
        await CountAsync(db, today, Kept.FormerMembers, due.Count, ct);
        foreach (var (kind, count) in await db.ForgetWhatIsDueAsync(today, ct))
            await CountAsync(db, today, kind, count, ct);
        return due.Count == MembersAtOnce ? Outcome.MoreToDo : Outcome.Done;
    }

    private static async Task CountAsync(TenantDb db, DateOnly today, Kept kind, int count, CancellationToken ct)
    {
        if (count == 0)
            return;
        var run = await db.RetentionRuns.SingleOrDefaultAsync(r => r.Day == today && r.Kind == kind, ct);
        if (run is null)
            db.RetentionRuns.Add(run = new() { Day = today, Kind = kind });
        run.Gone += count;
    }
}
