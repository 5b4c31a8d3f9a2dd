using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Doubles;

/// <summary>Which merge is taken back.</summary>
public sealed class UndoMergeForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Merge { get; set; }
}

/// <summary>
/// A coordinator takes apart what was put together: the ended record stands as before, with its rows and its hours. What was done since on the record that
/// went on stays there.
/// </summary>
public sealed class UndoMerge(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    IStringLocalizer texts,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Undone,

        /// <summary>There is no such merge, or it was taken back before.</summary>
        NotFound,

        /// <summary>The record that went on has ended since, or was put together with another one; that is undone first.</summary>
        KeptHasLeft,
    }

    public Task<Outcome> HandleAsync(UndoMergeForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => UndoAsync(db, form, ct), ct);

    private async Task<Outcome> UndoAsync(TenantDb db, UndoMergeForm form, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.LockSettingsAsync(ct); // a change of everybody's floor comes wholly before or after
        if (await db.MemberMerges.SingleOrDefaultAsync(m => m.Id == form.Merge && m.UndoneAt == null, ct) is not { } merge)
            return Outcome.NotFound;
        var pair = new Pair(merge.KeptId, merge.GoneId);
        await db.LockMemberAsync(pair.First, ct);
        await db.LockMemberAsync(pair.Second, ct);
        if (await db.Members.AnyAsync(m => m.Id == merge.KeptId && m.Status == MemberStatus.Left, ct))
            return Outcome.KeptHasLeft;
        var gone = await db.Members.SingleAsync(m => m.Id == merge.GoneId, ct);
        if (merge.StoodAs != MemberStatus.Left)
            (gone.Status, gone.LeftOn) = (merge.StoodAs, null);
        (merge.UndoneAt, merge.UndoneBy) = (now, me.Id);
        db.AuditLines.Add(me.Line(nameof(UndoMerge), merge.KeptId.Value, now));
        db.AuditLines.Add(me.Line(nameof(UndoMerge), merge.GoneId.Value, now));
        await db.SaveChangesAsync(ct);
        if (merge.EntryId is not null || merge.StoodAs != MemberStatus.Left)
        {
            var everybodys = await db.Settings.AsNoTracking().Select(s => s.FloorMinutes).SingleAsync(ct);
            await db.ReopenAccountAsync(gone.Id.Account, gone.OwnFloorMinutes ?? everybodys, ct);
        }
        if (merge.EntryId is { } entry)
            await TakeBackAsync(db, new(entry), form, merge, now, ct);
        await db.MoveBackAsync(merge.KeptId, merge.GoneId, merge.Moved, ct);
        db.Keep();
        return Outcome.Undone;
    }

    // A reversal may pass a limit: the hours were never earned under the number that went on.
    private async Task TakeBackAsync(
        TenantDb db,
        EntryId entry,
        UndoMergeForm form,
        MemberMerge merge,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var postings = await db
            .Postings.Where(p => p.EntryId == entry)
            .Select(p => new Posting(p.AccountId, new Minutes(p.Amount)))
            .ToListAsync(ct);
        var reversal = Entry.Reversal(entry, postings, texts["These are two people after all"], organisation.Profile.DateOf(now));
        var posting = await db.PostAsync(
            reversal,
            me.Acting(Door.Screen),
            form.RequestKey,
            LedgerSubject.Member,
            merge.GoneId.Value,
            now,
            ct
        );
        if (!posting.IsPosted)
            throw new InvalidOperationException($"The ledger answered {posting.Outcome}.");
    }
}
