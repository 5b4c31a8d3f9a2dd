using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Imports;

/// <summary>Takes back what one imported line moved, by a reversal with a reason that everybody concerned reads.</summary>
public sealed class ReverseImported(CurrentOrganisation organisation)
{
    /// <summary>False when it cannot be taken back, because an account was closed meanwhile; true when it is, now or since before.</summary>
    public async Task<bool> HandleAsync(
        TenantDb db,
        Import import,
        ImportedRecord record,
        string reason,
        DateTimeOffset now,
        CancellationToken ct = default
    )
    {
        if (record.EntryId is not { } entry)
            return true;
        var postings = await db
            .Postings.Where(p => p.EntryId == entry)
            .Select(p => new Posting(p.AccountId, new Minutes(p.Amount)))
            .ToListAsync(ct);
        var original = await db.Entries.AsNoTracking().SingleAsync(e => e.Id == entry, ct);
        var reversal = Entry.Reversal(entry, postings, reason, organisation.Profile.DateOf(now));
        var posted = await db.PostAsync(
            reversal,
            new(import.MadeBy.Value, null, Door.Import),
            Guid.CreateVersion7(),
            original.SubjectKind,
            original.SubjectId,
            now,
            ct
        );
        switch (posted.Outcome)
        {
            case PostingOutcome.Posted:
                if (await db.LockExchangeAsync(new(record.TargetId), ct) is { } exchange)
                    exchange.Reverse(import.MadeBy, reason, reversal.Id, now);
                break;
            case PostingOutcome.AlreadyReversed:
                break; // a coordinator undid it before
            case PostingOutcome.ClosedAccount:
                return false;
            default:
                throw new InvalidOperationException($"The ledger answered {posted.Outcome}.");
        }
        record.UndoneAt = now;
        return true;
    }
}
