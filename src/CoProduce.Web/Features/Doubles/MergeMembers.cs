using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Doubles;

/// <summary>Which two records are put together.</summary>
public sealed class MergeForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>The record that goes on.</summary>
    public Guid Kept { get; set; }

    /// <summary>The record that ends.</summary>
    public Guid Gone { get; set; }

    /// <summary>What was shown as being on the record that ends, in minutes.</summary>
    public long Balance { get; set; }
}

/// <summary>
/// A coordinator puts two records of one person together. What belongs to the person follows them, what is left of the hours comes over by an entry, and the
/// other record ends and stays readable with its history. It can be taken back (<see cref="UndoMerge"/>).
/// </summary>
public sealed class MergeMembers(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    IStringLocalizer texts,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Merged,

        /// <summary>One of the two is not here, was erased, or the two are a person and an organisation.</summary>
        NotFound,

        /// <summary>The record that would go on has left.</summary>
        KeptHasLeft,

        /// <summary>The record that would end was put together with another one before.</summary>
        MergedBefore,

        /// <summary>Both have a sign-in, and one person signs in once.</summary>
        BothSignIn,

        /// <summary>Exchanges of the record that ends wait for an answer, or hours of it are kept for something.</summary>
        SomethingWaits,

        /// <summary>What is on the record that ends is no longer what was shown.</summary>
        BalanceChanged,
    }

    public Task<Outcome> HandleAsync(MergeForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                var (outcome, _) = await MergeAsync(db, form, ct);
                if (outcome == Outcome.Merged)
                    db.Keep();
                return outcome;
            },
            ct
        );

    /// <summary>Says what it would come to now, by doing it and keeping nothing.</summary>
    /// <returns>With the rows that would come over, as JSON; empty when it was refused.</returns>
    public Task<(Outcome Outcome, string Moved)> TryAsync(MergeForm form, CancellationToken ct = default) =>
        work.WriteAsync(db => MergeAsync(db, form, ct), ct);

    private async Task<(Outcome, string)> MergeAsync(TenantDb db, MergeForm form, CancellationToken ct)
    {
        var (keptId, goneId, now) = (new MemberId(form.Kept), new MemberId(form.Gone), clock.GetUtcNow());
        var pair = new Pair(keptId, goneId);
        await db.LockMemberAsync(pair.First, ct); // in one order, so that two who put the same together do it one after the other
        await db.LockMemberAsync(pair.Second, ct);
        var both = await db.Members.Where(m => (m.Id == keptId || m.Id == goneId) && m.ErasedOn == null).ToListAsync(ct);
        if (
            both.Find(m => m.Id == keptId) is not { } kept
            || both.Find(m => m.Id == goneId) is not { } gone
            || kept.Kind != gone.Kind
            || kept == gone
        )
            return (Outcome.NotFound, "");
        if (await RefusalAsync(db, kept, gone, ct) is { } refusal)
            return (refusal, "");
        if (await db.Accounts.Where(a => a.Id == goneId.Account).Select(a => a.Balance).SingleAsync(ct) != form.Balance)
            return (Outcome.BalanceChanged, "");
        var stoodAs = gone.Status;
        if (stoodAs != MemberStatus.Left)
            (gone.Status, gone.LeftOn) = (MemberStatus.Left, organisation.Profile.DateOf(now));
        await db.SaveChangesAsync(ct);
        var custody = await db.Hubs.AnyAsync(h => (h.Id == kept.HubId || h.Id == gone.HubId) && h.Kind == HubKind.Custody, ct);
        var moved = await db.MoveToAsync(keptId, goneId, contact: !custody, ct);
        var entry = await BringOverAsync(db, form, kept, gone, now, ct);
        if (await db.CloseAccountAsync(goneId.Account, now, ct) != ClosingOutcome.Closed)
            return (Outcome.BalanceChanged, "");
        db.MemberMerges.Add(
            new()
            {
                KeptId = keptId,
                GoneId = goneId,
                By = me.Id,
                At = now,
                StoodAs = stoodAs,
                EntryId = entry?.Value,
                Moved = moved,
            }
        );
        db.AuditLines.Add(me.Line(nameof(MergeMembers), form.Kept, now));
        db.AuditLines.Add(me.Line(nameof(MergeMembers), form.Gone, now));
        await db.SaveChangesAsync(ct);
        return (Outcome.Merged, moved);
    }

    private static async Task<Outcome?> RefusalAsync(TenantDb db, Member kept, Member gone, CancellationToken ct)
    {
        if (kept.Status == MemberStatus.Left)
            return Outcome.KeptHasLeft;
        if (await db.MemberMerges.AnyAsync(m => m.GoneId == gone.Id && m.UndoneAt == null, ct))
            return Outcome.MergedBefore;
        if (
            await db.RoleHolders.AnyAsync(r => r.MemberId == gone.Id && r.EndedAt == null, ct)
            && await db.RoleHolders.AnyAsync(r => r.MemberId == kept.Id, ct)
        )
            return Outcome.BothSignIn;
        return
            await db.Exchanges.AnyAsync(e => LeaveQuery.Waiting.Contains(e.Status) && (e.GiverId == gone.Id || e.ReceiverId == gone.Id), ct)
            || await db.Holds.AnyAsync(h => h.AccountId == gone.Id.Account && h.Status == HoldStatus.Open, ct)
            ? Outcome.SomethingWaits
            : null;
    }

    private async Task<EntryId?> BringOverAsync(
        TenantDb db,
        MergeForm form,
        Member kept,
        Member gone,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (form.Balance == 0)
            return null;
        var (today, words) = (organisation.Profile.DateOf(now), texts["From number {0}, the same person", gone.Number].Value);
        var entry =
            form.Balance > 0
                ? Entry.Leaving(gone.Id.Account, kept.Id.Account, new(form.Balance), today, words)
                // What they owe is theirs under either number, so no limit stands in its way.
                : Entry.Leaving(kept.Id.Account, gone.Id.Account, new(-form.Balance), today).LettingPassFloor(words);
        var posting = await db.PostAsync(entry, me.Acting(Door.Screen), form.RequestKey, LedgerSubject.Member, form.Gone, now, ct);
        return posting.IsPosted ? posting.Entry : throw new InvalidOperationException($"The ledger answered {posting.Outcome}.");
    }
}
