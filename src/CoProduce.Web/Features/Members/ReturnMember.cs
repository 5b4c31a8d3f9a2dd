using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Members;

/// <summary>Somebody who left takes up their membership again: the same number, the same account and its history. Welcome credits are given once in a life.</summary>
public sealed class ReturnMember(UnitOfWork work, CurrentPerson me, LeavingLetters letters, TimeProvider clock)
{
    public enum Outcome
    {
        IsBack,

        /// <summary>There is no such member, or they died.</summary>
        NotFound,

        /// <summary>They have not left, or are back already.</summary>
        TakesPart,

        /// <summary>Their time bank takes no members any more.</summary>
        HubClosed,
    }

    public Task<Outcome> HandleAsync(StandingForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => ReturnAsync(db, form, ct), ct);

    private async Task<Outcome> ReturnAsync(TenantDb db, StandingForm form, CancellationToken ct)
    {
        await db.LockSettingsAsync(ct); // a change of everybody's floor comes wholly before or after
        var member = await db.Members.SingleOrDefaultAsync(m => m.Id == new MemberId(form.Member) && !m.HasDied, ct);
        if (member is null)
            return Outcome.NotFound;
        if (member.Status != MemberStatus.Left)
            return Outcome.TakesPart;
        if (await db.Hubs.AnyAsync(h => h.Id == member.HubId && h.ClosedAt != null, ct))
            return Outcome.HubClosed;
        (member.Status, member.LeftOn) = (MemberStatus.Active, null);
        db.AuditLines.Add(me.Line(nameof(ReturnMember), form.Member, clock.GetUtcNow(), form.Door, member.Id, form.Reason!.Trim()));
        var everybodys = await db.Settings.AsNoTracking().Select(s => s.FloorMinutes).SingleAsync(ct);
        await db.SaveChangesAsync(ct);
        await db.ReopenAccountAsync(member.Id.Account, member.OwnFloorMinutes ?? everybodys, ct);
        await letters.WelcomeBackAsync(db, member, ct);
        db.Keep();
        return Outcome.IsBack;
    }
}
