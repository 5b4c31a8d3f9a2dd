using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Care;

/// <summary>Writes who looked at what of a member's record, in the unit of work that reads it.</summary>
public static class RecordLooks
{
    /// <summary>A page that is loaded again within this time is the same look.</summary>
    public static readonly TimeSpan OneLook = TimeSpan.FromMinutes(15);

    /// <summary>A number that stands beside a call to be made is one look for as long as a day of work, however often the list is opened.</summary>
    public static readonly TimeSpan OneDayOfCalls = TimeSpan.FromHours(12);

    /// <summary>One line, unless the same person looked at the same part a moment ago. What the caller reads is kept from them when this cannot be written.</summary>
    public static async Task WriteLookAsync(
        this TenantDb db,
        MemberId member,
        RecordPart part,
        CurrentPerson by,
        DateTimeOffset now,
        CancellationToken ct,
        ConcernId? concern = null
    )
    {
        var (me, since) = (by.Id, now - OneLook);
        var isSame = await db.RecordViews.AnyAsync(
            v => v.MemberId == member && v.ViewedAt > since && v.ViewedBy == me && v.Part == part && v.ConcernId == concern,
            ct
        );
        if (isSame)
            return;
        db.RecordViews.Add(
            new()
            {
                MemberId = member,
                ViewedBy = me,
                ViewedAt = now,
                Part = part,
                ConcernId = concern,
            }
        );
    }

    /// <summary>The same for several members at once.</summary>
    public static async Task WriteLooksAsync(
        this TenantDb db,
        IReadOnlyCollection<MemberId> members,
        RecordPart part,
        CurrentPerson by,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var (me, since) = (by.Id, now - (part == RecordPart.Telephone ? OneDayOfCalls : OneLook));
        var same = await db
            .RecordViews.Where(v => members.Contains(v.MemberId) && v.ViewedAt > since && v.ViewedBy == me && v.Part == part)
            .Select(v => v.MemberId)
            .ToListAsync(ct);
        foreach (var member in members.Except(same))
            db.RecordViews.Add(
                new()
                {
                    MemberId = member,
                    ViewedBy = me,
                    ViewedAt = now,
                    Part = part,
                }
            );
    }
}
