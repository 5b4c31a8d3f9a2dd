using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Care;

/// <summary>A check as it was seen.</summary>
/// <param name="SeenBy">Who saw it, as people know them.</param>
/// <param name="Until">The last day on which it is good; null for ever. <see cref="CheckKind.Until"/> proposes it.</param>
/// <param name="Note">A few words, such as the conditions; empty for none.</param>
public sealed record CheckSeen(CheckKindId Kind, CheckDecision Decision, string SeenBy, DateOnly SeenOn, DateOnly? Until, string Note = "");

/// <summary>Writes a check down in the caller's unit of work; for everything that ends in one, such as joining.</summary>
public static class RecordingChecks
{
    /// <summary>The newest of its kind is in force from now on, and the earlier ones stay. The kind and the member must be of this organisation.</summary>
    public static async Task<MemberCheck> RecordCheckAsync(
        this TenantDb db,
        MemberId member,
        CheckSeen seen,
        CurrentPerson by,
        Door door,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        await db.LockMemberAsync(member, ct); // two checks of a kind at once get a number each
        var last = await db.MemberChecks.Where(c => c.MemberId == member && c.KindId == seen.Kind).MaxAsync(c => (int?)c.Number, ct);
        var check = new MemberCheck
        {
            MemberId = member,
            KindId = seen.Kind,
            Number = (last ?? 0) + 1,
            Decision = seen.Decision,
            SeenBy = seen.SeenBy,
            SeenOn = seen.SeenOn,
            Until = seen.Until,
            Note = seen.Note,
            RecordedBy = by.Id,
            RecordedAt = now,
            Door = door,
        };
        db.MemberChecks.Add(check);
        db.AuditLines.Add(by.Line(nameof(RecordCheck), check.Id, now, door, member));
        if (check.Until is not null)
            await db.PlanCareRoundAsync(now, ct);
        await db.SaveChangesAsync(ct);
        return check;
    }

    /// <summary>Of every member and kind the newest check.</summary>
    public static IQueryable<MemberCheck> ChecksInForce(this TenantDb db) =>
        db.MemberChecks.Where(c => !db.MemberChecks.Any(o => o.MemberId == c.MemberId && o.KindId == c.KindId && o.Number > c.Number));

    /// <summary>Checks of a kind in force that allow on that day what needs them, as <see cref="MemberCheck.IsGoodOn"/>.</summary>
    public static IQueryable<MemberCheck> GoodChecks(this TenantDb db, CheckKindId kind, DateOnly day) =>
        db.ChecksInForce().Where(c => c.KindId == kind && c.Decision != CheckDecision.NotSatisfied && (c.Until == null || c.Until >= day));

    /// <summary>Checks in force of members who take part, that end by that day or have ended.</summary>
    public static IQueryable<MemberCheck> ChecksThatEnd(this TenantDb db, DateOnly by) =>
        db.ChecksInForce()
            .Where(c => c.Until <= by && c.Decision != CheckDecision.NotSatisfied)
            .Where(c => db.Members.Any(m => m.Id == c.MemberId && m.Status == MemberStatus.Active))
            .Where(c => db.CheckKinds.Any(k => k.Id == c.KindId && k.HiddenAt == null));
}
