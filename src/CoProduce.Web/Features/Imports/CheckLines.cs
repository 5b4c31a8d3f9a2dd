using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Imports;

/// <summary>Checks lines against everything that is here, and writes down only what it found of them.</summary>
public sealed class CheckLines(CurrentOrganisation organisation, TimeProvider clock)
{
    private const int AtOnce = 5000;

    /// <summary>Checks the next part; true when that was the last.</summary>
    public async Task<bool> HandleAsync(TenantDb db, Import import, CancellationToken ct = default)
    {
        if (import.Cursor == 0)
            await db.ImportNames.Where(n => n.ImportId == import.Id).ExecuteUpdateAsync(n => n.SetProperty(x => x.Lines, 0), ct);
        var lines = await db
            .ImportLines.AsNoTracking()
            .Where(l => l.ImportId == import.Id && l.Number > import.Cursor)
            .OrderBy(l => l.Number)
            .Take(AtOnce)
            .ToListAsync(ct);
        await CheckAsync(db, import, lines, recount: true, ct);
        import.Done += lines.Count;
        import.Cursor = lines.Count == 0 ? import.Cursor : lines[^1].Number;
        return lines.Count < AtOnce;
    }

    /// <summary>Checks these lines now; those that somebody left out stay so.</summary>
    /// <param name="recount">True when every line is checked in turn, so that the lines of each name are counted anew.</param>
    public async Task CheckAsync(TenantDb db, Import import, IReadOnlyList<ImportLine> lines, bool recount, CancellationToken ct = default)
    {
        var checks = lines.Where(l => l.State is not (LineState.LeftOut or LineState.Done)).ToList();
        if (checks.Count == 0)
            return;
        var last = await db.ImportLines.Where(l => l.ImportId == import.Id).MaxAsync(l => l.Number, ct);
        var reading = new LineReading(import, organisation.Profile.TimeZone, organisation.Profile.DateOf(clock.GetUtcNow()));
        var index = await PeopleIndex.ReadAsync(db, import, organisation.Profile.Name, ct);
        var verdicts = new LineVerdicts(
            import,
            reading,
            index,
            await KnownRecords.OfAsync(db, import, reading, index, checks, ct),
            await FirstAsync(db, import, reading, index, ct),
            await db.ClosedPeriods.MaxAsync(p => (DateOnly?)p.ClosedTo, ct),
            await ClosedAccountsAsync(db, ct),
            last
        );
        foreach (var line in checks)
            verdicts.Judge(line);
        await db.SetStatesAsync(import.Id, checks, ct);
        foreach (var (key, (spelling, count)) in verdicts.Unknown)
        {
            if (index.Names.TryGetValue(key, out var known))
                known.Lines = recount ? known.Lines + count : Math.Max(known.Lines, count);
            else
                db.ImportNames.Add(
                    new()
                    {
                        ImportId = import.Id,
                        Key = key,
                        Spelling = PeopleIndex.Cut(spelling),
                        Lines = count,
                    }
                );
        }
        await db.SaveChangesAsync(ct);
    }

    // Of help each line may say the same as another: two lifts on one day.
    private static async Task<FirstLines> FirstAsync(
        TenantDb db,
        Import import,
        LineReading reading,
        PeopleIndex index,
        CancellationToken ct
    ) =>
        FirstLines.Of(
            import,
            reading,
            index,
            import.Kind is ImportKind.History or ImportKind.Offers
                ? []
                : await db
                    .ImportLines.AsNoTracking()
                    .Where(l => l.ImportId == import.Id && l.State != LineState.LeftOut && l.State != LineState.NotMeant)
                    .OrderBy(l => l.Number)
                    .ToListAsync(ct)
        );

    private static async Task<HashSet<AccountId>> ClosedAccountsAsync(TenantDb db, CancellationToken ct) =>
        [.. await db.Accounts.Where(a => a.Kind == AccountKind.Member && a.ClosedAt != null).Select(a => a.Id).ToListAsync(ct)];
}
