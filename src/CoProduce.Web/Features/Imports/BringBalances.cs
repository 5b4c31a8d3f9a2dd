using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Imports;

/// <summary>
/// Brings in what each member had. A stated balance stands: the opening entry is what it says less what imports have brought already, and
/// when history comes later, its opening entries take out what the history adds.
/// </summary>
public sealed class BringBalances(CurrentOrganisation organisation)
{
    private const int AtOnce = 1000;

    public async Task HandleAsync(TenantDb db, ImportPart part, CancellationToken ct = default)
    {
        var stated = new List<(ImportLine, MemberId, long)>();
        var seen = new HashSet<MemberId>();
        foreach (var line in part.Lines)
        {
            var balance = part.Reading.Balance(line, out _)!;
            var member = part.MemberOf(part.Index.Find(balance.Person));
            if (!seen.Add(member) || part.Records.Of(KnownRecords.OfBalance(member.Value))?.ImportId == part.Import.Id)
            {
                ImportPart.Refuse(line, ImportFault.SameIdTwice);
                continue;
            }
            stated.Add((line, member, balance.Stated));
            part.Done(line);
        }
        await StateAsync(db, part, stated, ct);
    }

    /// <summary>Notes what was stated and posts the openings that make it true.</summary>
    public async Task StateAsync(
        TenantDb db,
        ImportPart part,
        IReadOnlyList<(ImportLine Line, MemberId Member, long Minutes)> stated,
        CancellationToken ct
    )
    {
        var keys = stated.Select(s => KnownRecords.OfBalance(s.Member.Value)).ToArray();
        var earlier = await db
            .ImportedRecords.Where(r => r.Kind == ImportKind.Balances && r.UndoneAt == null && keys.Contains(r.Key))
            .ToListAsync(ct);
        foreach (var record in earlier)
            record.UndoneAt = part.Now;
        await db.SaveChangesAsync(ct); // one statement of a balance counts at a time
        foreach (var (line, member, minutes) in stated)
            db.ImportedRecords.Add(
                new()
                {
                    ImportId = part.Import.Id,
                    Line = line.Number,
                    Kind = ImportKind.Balances,
                    Source = part.Import.Source,
                    Key = KnownRecords.OfBalance(member.Value),
                    TargetId = member.Value,
                    Stated = minutes,
                }
            );
        await db.SaveChangesAsync(ct);
        await OpenAsync(db, part.Import, [.. stated.Select(s => (s.Member, s.Minutes))], part.Now, ct);
    }

    /// <summary>After history: whoever's balance was stated has it again.</summary>
    public async Task SettleAsync(TenantDb db, Import import, DateTimeOffset now, CancellationToken ct)
    {
        if (import.Kind != ImportKind.History)
            return;
        var stated = await db
            .ImportedRecords.Where(r => r.Kind == ImportKind.Balances && r.UndoneAt == null && r.Stated != null)
            .OrderBy(r => r.Id)
            .Select(r => new { r.TargetId, r.Stated })
            .ToListAsync(ct);
        foreach (var chunk in stated.Chunk(AtOnce))
            await OpenAsync(db, import, [.. chunk.Select(s => (new MemberId(s.TargetId), s.Stated!.Value))], now, ct);
    }

    private async Task OpenAsync(
        TenantDb db,
        Import import,
        IReadOnlyList<(MemberId Member, long Minutes)> stated,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var brought = await BroughtAsync(db, [.. stated.Select(s => s.Member.Account)], ct);
        var opening = await db.AccountOnFirstUseAsync(AccountKind.Opening, null, now, ct);
        var entries = new List<EntryToPost>();
        foreach (var (member, minutes) in stated)
        {
            var difference = minutes - brought.GetValueOrDefault(member.Account);
            if (difference == 0)
                continue;
            var entry = Entry.Opening(opening, member.Account, new(difference), organisation.Profile.DateOf(now));
            var id = Guid.CreateVersion7();
            entries.Add(new(entry, new(import.MadeBy.Value, null, Door.Import), id, LedgerSubject.Account, member.Value, now));
            db.ImportedRecords.Add(
                new()
                {
                    Id = id,
                    ImportId = import.Id,
                    Kind = ImportKind.Balances,
                    Source = import.Source,
                    TargetId = member.Value,
                    EntryId = entry.Id,
                }
            );
            import.OpeningMinutes += difference;
        }
        await db.SaveChangesAsync(ct);
        if (entries.Count == 0)
            return;
        var posted = await db.PostPastFloorsAsync(entries, ct);
        if (posted.Outcome != PostingOutcome.Posted)
            throw new InvalidOperationException($"The ledger answered {posted.Outcome}.");
    }

    /// <summary>What imports that still count have brought to these accounts, in minutes.</summary>
    private static Task<Dictionary<AccountId, long>> BroughtAsync(TenantDb db, AccountId[] accounts, CancellationToken ct) =>
        (
            from line in db.Postings
            join record in db.ImportedRecords on line.EntryId equals record.EntryId
            where accounts.Contains(line.AccountId) && record.UndoneAt == null
            group line.Amount by line.AccountId into sums
            select new { sums.Key, Sum = sums.Sum() }
        ).ToDictionaryAsync(s => s.Key, s => s.Sum, ct);
}
