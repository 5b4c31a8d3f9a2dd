using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Moving;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Members;

/// <summary>
/// A member leaves. What they have goes to a pot or a person, what they owe is taken over by a pot, or both wait until somebody decides; then the
/// same is asked again for somebody who has left. The history stays in any case.
/// </summary>
public sealed class EndMembership(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    LeavingLetters letters,
    EndArrangements arrangements,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Left,
        NotFound,

        /// <summary>They have left, and nothing is left to decide.</summary>
        HasLeft,

        /// <summary>Exchanges of the member still wait or are not agreed; they are settled first.</summary>
        ExchangesWait,

        /// <summary>The balance is no longer what was shown.</summary>
        BalanceChanged,
        UnknownPerson,

        /// <summary>Whoever should get the hours is suspended or has left.</summary>
        PersonNotTakingPart,

        /// <summary>There is no such pot, or it was closed.</summary>
        UnknownPot,

        /// <summary>The pot has less than is owed.</summary>
        PotTooSmall,
    }

    public Task<Outcome> HandleAsync(LeaveForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                var outcome = await EndAsync(db, form, ct);
                if (outcome == Outcome.Left)
                    db.Keep();
                return outcome;
            },
            ct
        );

    /// <summary>Says what it would come to now, by doing it and keeping nothing.</summary>
    public Task<Outcome> TryAsync(LeaveForm form, CancellationToken ct = default) => work.WriteAsync(db => EndAsync(db, form, ct), ct);

    private async Task<Outcome> EndAsync(TenantDb db, LeaveForm form, CancellationToken ct)
    {
        var (id, now) = (new MemberId(form.Member), clock.GetUtcNow());
        if (await db.Members.SingleOrDefaultAsync(m => m.Id == id, ct) is not { } member)
            return Outcome.NotFound;
        if (form.HasDied && member.Kind != MemberKind.Person)
            return Outcome.NotFound;
        if (member.Status == MemberStatus.Left && form.Balance == 0)
            return Outcome.HasLeft;
        if (await db.Exchanges.AnyAsync(e => LeaveQuery.Waiting.Contains(e.Status) && (e.GiverId == id || e.ReceiverId == id), ct))
            return Outcome.ExchangesWait;
        if (await RefusalAsync(db, form, ct) is { } refusal)
            return refusal;
        await letters.TellAsync(db, member, form, ct); // while they can still be written to
        if (member.Status != MemberStatus.Left)
            (member.Status, member.LeftOn, member.HasDied) = (MemberStatus.Left, organisation.Profile.DateOf(now), form.HasDied);
        foreach (
            var move in await db.Departures.Where(d => d.MemberId == id && d.Status == MoveStatus.Waiting).Select(d => d.Id).ToListAsync(ct)
        )
            await db.WithdrawMoveAsync(move, now, ct); // nothing of them waits elsewhere
        await arrangements.OfAsync(db, id, me.Id, now, ct);
        db.AuditLines.Add(me.Line(nameof(EndMembership), form.Member, now, form.Door, id, form.Kept));
        await db.SaveChangesAsync(ct);
        await db.ReleaseHoldsOfAsync(id.Account, now, me.Id.Value, ct);
        if (await db.Accounts.Where(a => a.Id == id.Account).Select(a => a.Balance).SingleAsync(ct) != form.Balance)
            return Outcome.BalanceChanged;
        if (Settling(form, id, organisation.Profile.DateOf(now)) is not { } entry)
            return form.Balance != 0 || await IsClosedAsync(db, id, now, ct) ? Outcome.Left : Outcome.BalanceChanged;
        var posting = await db.PostAsync(entry, me.Acting(form.Door, id), form.RequestKey, LedgerSubject.Member, form.Member, now, ct);
        return posting.Outcome switch
        {
            PostingOutcome.Posted or PostingOutcome.DoneAlready => await IsClosedAsync(db, id, now, ct)
                ? Outcome.Left
                : Outcome.BalanceChanged,
            PostingOutcome.BelowFloor => form.Balance < 0 ? Outcome.PotTooSmall : Outcome.BalanceChanged,
            PostingOutcome.ClosedAccount => form.IsToSomebody ? Outcome.PersonNotTakingPart : Outcome.UnknownPot,
            _ => throw new InvalidOperationException($"The ledger answered {posting.Outcome}."),
        };
    }

    private static async Task<Outcome?> RefusalAsync(TenantDb db, LeaveForm form, CancellationToken ct)
    {
        if (form.IsToSomebody)
        {
            var person = new MemberId(form.Person!.Value);
            var status = await db.Members.Where(m => m.Id == person).Select(m => (MemberStatus?)m.Status).SingleOrDefaultAsync(ct);
            return status == MemberStatus.Active ? null
                : status is null ? Outcome.UnknownPerson
                : Outcome.PersonNotTakingPart;
        }
        return form.Pot is { } pot && !await db.Accounts.AnyAsync(a => a.Id == pot && a.Kind == AccountKind.Pot && a.ClosedAt == null, ct)
            ? Outcome.UnknownPot
            : null;
    }

    // Null when there is nothing to settle, or it is decided later.
    private static Entry? Settling(LeaveForm form, MemberId member, DateOnly today) =>
        form.IsToSomebody ? Entry.Leaving(member.Account, new MemberId(form.Person!.Value).Account, new(form.Balance), today)
        : form.Pot is not { } pot ? null
        : form.Balance > 0 ? Entry.Leaving(member.Account, pot, new(form.Balance), today)
        : Entry.WriteOff(pot, member.Account, new(-form.Balance), today, form.DebtReason!);

    private static async Task<bool> IsClosedAsync(TenantDb db, MemberId member, DateTimeOffset now, CancellationToken ct) =>
        await db.CloseAccountAsync(member.Account, now, ct) == ClosingOutcome.Closed;
}
