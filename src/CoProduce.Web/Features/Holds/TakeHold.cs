using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Holds;

/// <summary>What was promised happened: the hours that were kept move to the chosen account, and the promise ends.</summary>
public sealed class TakeHold(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Taken,
        NotFound,

        /// <summary>It has ended in the meantime.</summary>
        NotOpen,

        /// <summary>There is no such account to go to, or it was closed.</summary>
        UnknownAccount,

        /// <summary>The books of today are closed.</summary>
        PeriodClosed,
    }

    public Task<Outcome> HandleAsync(TakeHoldForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => TakeAsync(db, form, ct), ct);

    private async Task<Outcome> TakeAsync(TenantDb db, TakeHoldForm form, CancellationToken ct)
    {
        var (id, now) = (new HoldId(form.Hold), clock.GetUtcNow());
        if (await db.FindHoldAsync(id, ct) is not { } found)
            return Outcome.NotFound;
        if (found.Hold.Status != HoldStatus.Open)
            return Outcome.NotOpen;
        if (await EntryAsync(db, form, found.Hold, organisation.Profile.DateOf(now), now, ct) is not { } entry)
            return Outcome.UnknownAccount;
        db.AuditLines.Add(me.Line(nameof(TakeHold), form.Hold, now, form.Door, found.Member, found.Hold.Purpose));
        await db.SaveChangesAsync(ct);
        if (await db.TakeHoldAsync(id, entry.Id, now, me.Id.Value, ct) != HoldEnding.Ended)
            return Outcome.NotOpen;
        var account = entry.Postings[1].Account.Value;
        var acting = me.Acting(form.Door, found.Member);
        var posting = await db.PostAsync(entry, acting, form.RequestKey, LedgerSubject.Account, account, now, ct);
        if (posting.IsPosted)
            db.Keep();
        return posting.Outcome switch
        {
            PostingOutcome.Posted or PostingOutcome.DoneAlready => Outcome.Taken,
            PostingOutcome.ClosedAccount => Outcome.UnknownAccount,
            PostingOutcome.PeriodClosed => Outcome.PeriodClosed,
            _ => throw new InvalidOperationException($"The ledger answered {posting.Outcome}."),
        };
    }

    // It was asked whether they can pay when it was promised. A floor that was raised since does not break the promise: nobody ends lower than they stand.
    private static async Task<Entry?> EntryAsync(
        TenantDb db,
        TakeHoldForm form,
        HoldRow hold,
        DateOnly today,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var (from, minutes) = (hold.AccountId, new Minutes(hold.Minutes));
        if (form.To == TakeHoldForm.Award)
            return Entry
                .Award(from, await db.AccountOnFirstUseAsync(AccountKind.Awards, 0, now, ct), minutes, today, hold.Purpose)
                .LettingPassFloor(hold.Purpose);
        var to = new AccountId(Guid.Parse(form.To!));
        var kind = await db
            .Accounts.Where(a => a.Id == to && a.ClosedAt == null)
            .Select(a => (AccountKind?)a.Kind)
            .SingleOrDefaultAsync(ct);
        var entry = kind switch
        {
            AccountKind.Organisation or AccountKind.Pot => Entry.EventEntry(from, to, minutes, today, hold.Purpose),
            AccountKind.Team => Entry.Gift(from, to, minutes, today, hold.Purpose),
            _ => null,
        };
        return entry?.LettingPassFloor(hold.Purpose);
    }
}
