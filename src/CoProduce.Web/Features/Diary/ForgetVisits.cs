using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Diary;

/// <summary>What of a person's visits goes when they are erased: places, own words, and whatever was still to be.</summary>
internal static class ForgetVisits
{
    /// <summary>Leaves of each only who met, when, and what was logged from it.</summary>
    public static async Task ForgetVisitsAsync(this TenantDb db, MemberId member, DateOnly today, DateTimeOffset now, CancellationToken ct)
    {
        var theirs = db.Visits.Where(v => v.GiverId == member || v.ReceiverId == member);
        await theirs
            .Where(v => v.Status == VisitStatus.Arranged || v.Status == VisitStatus.Moved)
            .ExecuteUpdateAsync(v => v.SetProperty(x => x.Status, VisitStatus.CalledOff).SetProperty(x => x.ChangedAt, now), ct);
        await theirs.ExecuteUpdateAsync(
            v => v.SetProperty(x => x.Place, "").SetProperty(x => x.Description, "").SetProperty(x => x.Why, ""),
            ct
        );
        await db.Sessions.Where(s => s.LeaderId == member).ExecuteUpdateAsync(s => s.SetProperty(x => x.LeaderId, (MemberId?)null), ct);
        await db
            .Sessions.Where(s => s.SecondLeaderId == member)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.SecondLeaderId, (MemberId?)null), ct);
        await db
            .VisitRepeats.Where(r => r.GiverId == member || r.ReceiverId == member)
            .ExecuteUpdateAsync(
                r => r.SetProperty(x => x.Place, "").SetProperty(x => x.Description, "").SetProperty(x => x.Until, today.AddDays(-1)),
                ct
            );
    }
}
