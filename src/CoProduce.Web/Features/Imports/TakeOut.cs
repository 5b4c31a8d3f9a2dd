using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Imports;

/// <summary>Undoes an import, the last line first: reversals in the ledger, offers taken down, members removed or marked as left where nothing else has happened with them.</summary>
public sealed class TakeOut(ReverseImported reverse)
{
    private const int AtOnce = 400;

    /// <summary>Undoes the next part; true when that was the last.</summary>
    public async Task<bool> HandleAsync(TenantDb db, Import import, DateOnly today, DateTimeOffset now, CancellationToken ct = default)
    {
        var done = import.Done;
        var records = await db
            .ImportedRecords.Where(r => r.ImportId == import.Id && r.UndoneAt == null)
            .OrderByDescending(r => r.EntryId != null) // hours first, then those who had them
            .ThenByDescending(r => r.Kind)
            .ThenByDescending(r => r.Id)
            .Skip(import.Kept)
            .Take(AtOnce)
            .ToListAsync(ct);
        foreach (var record in records)
        {
            var undone = record switch
            {
                { EntryId: not null } => await reverse.HandleAsync(db, import, record, import.UndoReason, now, ct),
                { Kind: ImportKind.Members } => await TakeMemberAsync(db, import, record, today, now, ct),
                { Kind: ImportKind.Offers } => await TakeOfferAsync(db, record, now, ct),
                _ => true, // a stated balance is a note only
            };
            if (undone)
                record.UndoneAt = now;
            else
                import.Kept++;
            if (undone && record.Key.Length > 0 && record.Kind != ImportKind.Members && record.Stated is null)
                import.Removed++;
        }
        import.Done = done + records.Count;
        if (records.Count == AtOnce)
            return false;
        db.AuditLines.Add(
            new AuditLine
            {
                At = now,
                By = import.MadeBy,
                Door = CoProduce.Ledger.Door.Import,
                Deed = nameof(TakeOut),
                SubjectId = import.Id.Value,
                Reason = import.UndoReason,
            }
        );
        return true;
    }

    private static async Task<bool> TakeOfferAsync(TenantDb db, ImportedRecord record, DateTimeOffset now, CancellationToken ct)
    {
        var offer = await db.Offers.SingleOrDefaultAsync(o => o.Id == new OfferId(record.TargetId), ct);
        if (offer is not null && offer.Status == OfferStatus.Met)
            return false;
        offer?.Close(OfferStatus.Withdrawn, now);
        return true;
    }

    // An account that has a history stays for good, and so does whoever it belongs to; the others go without a trace.
    private static async Task<bool> TakeMemberAsync(
        TenantDb db,
        Import import,
        ImportedRecord record,
        DateOnly today,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var id = new MemberId(record.TargetId);
        if (await db.Members.SingleOrDefaultAsync(m => m.Id == id, ct) is not { } member)
            return true;
        if (!record.IsOurs)
            return true; // who was here before is only not known by that id any more
        if (await HasALifeAsync(db, id, ct))
            return false;
        if (await db.Postings.AnyAsync(p => p.AccountId == id.Account, ct) || await db.Offers.AnyAsync(o => o.MemberId == id, ct))
        {
            (member.Status, member.LeftOn) = (MemberStatus.Left, today);
            import.MarkedLeft++;
            return true;
        }
        db.MemberContacts.RemoveRange(await db.MemberContacts.Where(c => c.MemberId == id).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
        db.Members.Remove(member);
        await db.CloseAccountAsync(id.Account, now, ct);
        import.Removed++;
        return true;
    }

    private static async Task<bool> HasALifeAsync(TenantDb db, MemberId id, CancellationToken ct)
    {
        return await db.RoleHolders.AnyAsync(r => r.MemberId == id, ct)
            || await db.Invitations.AnyAsync(i => i.MemberId == id, ct)
            || await db.MemberSkills.AnyAsync(s => s.MemberId == id, ct)
            || await db.MemberLanguages.AnyAsync(l => l.MemberId == id, ct)
            || await db.WhatSuits.AnyAsync(s => s.MemberId == id, ct)
            || await db.RecordViews.AnyAsync(v => v.MemberId == id, ct)
            || await db.MemberChecks.AnyAsync(c => c.MemberId == id, ct)
            || await db.Restrictions.AnyAsync(r => r.MemberId == id, ct)
            || await db.CareMarks.AnyAsync(m => m.MemberId == id, ct)
            || await db.CareNotes.AnyAsync(n => n.MemberId == id, ct)
            || await db.Concerns.AnyAsync(c => c.MemberId == id, ct)
            || await db.Offers.AnyAsync(o => o.MemberId == id && o.Door != CoProduce.Ledger.Door.Import, ct)
            || await db.Exchanges.AnyAsync(e => (e.GiverId == id || e.ReceiverId == id) && e.Door != CoProduce.Ledger.Door.Import, ct)
            || await (
                from line in db.Postings
                join entry in db.Entries on line.EntryId equals entry.Id
                where
                    line.AccountId == id.Account
                    && !db.ImportedRecords.Any(r => r.EntryId != null && (r.EntryId == entry.Id || r.EntryId == entry.Reverses))
                select 1
            ).AnyAsync(ct);
    }
}
