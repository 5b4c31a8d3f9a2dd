using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Skills;

/// <summary>Whose answers a form holds: one's own, or those of a member for whom a coordinator writes.</summary>
public sealed class Whose
{
    /// <summary>The member for whom a coordinator writes; null for oneself. Set by the page from its address.</summary>
    public Guid? Member { get; set; }

    /// <summary>How the member's word reached the coordinator; means nothing for oneself.</summary>
    public Door Door { get; set; } = Door.Phone;
}

/// <summary>How the answers to one question about somebody were kept.</summary>
public enum KeptAnswer
{
    Kept,

    /// <summary>There is no such member here, or it is not theirs to change who asked.</summary>
    NotFound,
}

/// <summary>Keeps what a member says of themselves, once for each form, with a line of who wrote it, for whom and by which door.</summary>
public sealed class KeepAnswers(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    /// <summary>Runs <paramref name="write"/> for the member whose answers these are, unless that is not for this person to do.</summary>
    /// <param name="kept">The outcome upon which all is kept and the line is written.</param>
    /// <param name="notFound">The outcome when the member is none that this person may write for.</param>
    public Task<TOutcome> OnceAsync<TOutcome>(
        Guid requestKey,
        object form,
        Whose whose,
        string deed,
        (TOutcome Kept, TOutcome NotFound) ends,
        Func<TenantDb, MemberId, Task<TOutcome>> write,
        CancellationToken ct
    )
        where TOutcome : struct, Enum =>
        work.OnceAsync(
            requestKey,
            form,
            async db =>
            {
                if (await WhoAsync(db, whose, ct) is not { } member)
                    return ends.NotFound;
                var outcome = await write(db, member);
                if (!outcome.Equals(ends.Kept))
                    return outcome;
                var (door, behalf) = whose.Member is null ? (Door.Screen, (MemberId?)null) : (whose.Door, member);
                db.AuditLines.Add(me.Line(deed, member.Value, clock.GetUtcNow(), door, behalf));
                db.Keep();
                return outcome;
            },
            ct
        );

    /// <summary>The same for an answer that is always kept when the member is there.</summary>
    public Task<KeptAnswer> OnceAsync(
        Guid requestKey,
        object form,
        Whose whose,
        string deed,
        Func<TenantDb, MemberId, Task> write,
        CancellationToken ct
    ) =>
        OnceAsync(
            requestKey,
            form,
            whose,
            deed,
            (KeptAnswer.Kept, KeptAnswer.NotFound),
            async (db, member) =>
            {
                await write(db, member);
                return KeptAnswer.Kept;
            },
            ct
        );

    private async Task<MemberId?> WhoAsync(TenantDb db, Whose whose, CancellationToken ct)
    {
        if (whose.Member is not { } other)
            return me.MemberId;
        var member = new MemberId(other);
        return me.Holds(Role.Coordinator) && await db.Members.AnyAsync(m => m.Id == member, ct) ? member : null;
    }
}

/// <summary>Reads and makes the row of what suits a member.</summary>
internal static class WhatSuitsRows
{
    /// <summary>The member's row, to be changed; a new one when nothing was said yet.</summary>
    public static async Task<WhatSuits> SuitsOfAsync(this TenantDb db, MemberId member, CancellationToken ct)
    {
        if (await db.WhatSuits.SingleOrDefaultAsync(s => s.MemberId == member, ct) is { } said)
            return said;
        var row = new WhatSuits { MemberId = member };
        db.WhatSuits.Add(row);
        return row;
    }
}
