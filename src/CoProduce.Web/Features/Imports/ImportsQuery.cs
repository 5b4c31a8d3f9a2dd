using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Imports;

/// <summary>Reads imports, their lines and their names for a manager.</summary>
public sealed class ImportsQuery(UnitOfWork work, CurrentOrganisation organisation, TimeProvider clock)
{
    /// <summary>How many lines or names stand on a page.</summary>
    public const int PageSize = 20;

    /// <summary>How many members who are alike are offered for a name.</summary>
    private const int MostAlike = 6;

    /// <summary>The newest imports, and whether one may be undone.</summary>
    public Task<List<Import>> RecentAsync(CancellationToken ct = default) =>
        work.ReadAsync(db => db.Imports.OrderByDescending(i => i.MadeAt).ThenBy(i => i.Kind).Take(50).ToListAsync(ct), ct);

    /// <summary>One import with its counts; null when there is none here.</summary>
    public Task<ImportShown?> OneAsync(ImportId id, CancellationToken ct = default) =>
        work.ReadAsync<ImportShown?>(
            async db =>
            {
                if (await db.Imports.SingleOrDefaultAsync(i => i.Id == id, ct) is not { } import)
                    return null;
                var counts = await db
                    .ImportLines.Where(l => l.ImportId == id)
                    .GroupBy(l => l.State)
                    .Select(g => new { g.Key, Count = g.Count() })
                    .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
                return new(
                    import,
                    counts,
                    await db.ImportNames.CountAsync(n => n.ImportId == id && n.Lines > 0 && n.Choice == NameChoice.Open, ct),
                    await db.ImportNames.AnyAsync(n => n.ImportId == id, ct),
                    await db.ImportedRecords.CountAsync(r => r.ImportId == id, ct),
                    await db.ImportedRecords.AnyAsync(r => r.ImportId == id && r.Stated != null && r.UndoneAt == null, ct)
                        || (
                            import.Kind == ImportKind.History
                            && await db.ImportedRecords.AnyAsync(r => r.Stated != null && r.UndoneAt == null, ct)
                        ),
                    import.IsWorking && !await db.Outbox.AnyAsync(o => o.SubjectId == id.Value && o.DoneAt == null, ct),
                    await db.Accounts.CountAsync(a => a.FloorPassedTo != null, ct),
                    await db
                        .Imports.Where(i => i.MadeAt == import.MadeAt && i.FileName == import.FileName && i.Id != id)
                        .Where(i => i.Status == ImportStatus.Columns || i.Status == ImportStatus.Checked)
                        .OrderBy(i => i.Kind)
                        .FirstOrDefaultAsync(ct),
                    await StatedAsync(db, import, ct)
                );
            },
            ct
        );

    /// <summary>Lines of an import, in their order; null when there is no such import here.</summary>
    /// <param name="onlyWrong">True to see only those with something wrong.</param>
    public Task<LinesShown?> LinesAsync(ImportId id, bool onlyWrong, int page, CancellationToken ct = default) =>
        work.ReadAsync<LinesShown?>(
            async db =>
            {
                if (await db.Imports.SingleOrDefaultAsync(i => i.Id == id, ct) is not { } import)
                    return null;
                var lines = db.ImportLines.Where(l => l.ImportId == id && (!onlyWrong || l.State == LineState.Wrong));
                var count = await lines.CountAsync(ct);
                var shown = Math.Clamp(page, 1, Pages(count));
                return new(
                    import,
                    await lines.OrderBy(l => l.Number).Skip((shown - 1) * PageSize).Take(PageSize).ToListAsync(ct),
                    count,
                    shown,
                    Pages(count)
                );
            },
            ct
        );

    /// <summary>Names that are or were to be decided, the open ones first; null when there is no such import here.</summary>
    public Task<NamesShown?> NamesAsync(ImportId id, int page, CancellationToken ct = default) =>
        work.ReadAsync<NamesShown?>(
            async db =>
            {
                if (await db.Imports.SingleOrDefaultAsync(i => i.Id == id, ct) is not { } import)
                    return null;
                var all = db.ImportNames.Where(n => n.ImportId == id);
                var count = await all.CountAsync(ct);
                var shown = Math.Clamp(page, 1, Pages(count));
                var names = await all.OrderBy(n => n.Choice != NameChoice.Open)
                    .ThenBy(n => n.Key)
                    .Skip((shown - 1) * PageSize)
                    .Take(PageSize)
                    .ToListAsync(ct);
                var index = await PeopleIndex.ReadAsync(db, import, organisation.Profile.Name, ct);
                var others = await all.Select(n => new { n.Key, n.Spelling }).ToListAsync(ct);
                var alike = names.ToDictionary(
                    n => n.Key,
                    n =>
                        (IReadOnlyList<MemberId>)
                            [.. index.Alike(n.Spelling, MostAlike, surnameIsEnough: true), .. n.MemberId is { } m ? new[] { m } : []]
                );
                var ids = alike.Values.SelectMany(a => a).Distinct().ToArray();
                var labels = await LabelsAsync(db, ids, ct);
                return new(
                    import,
                    [
                        .. names.Select(n => new NameShown(
                            n,
                            [.. alike[n.Key].Distinct().Select(m => (m, labels[m]))],
                            [
                                .. others
                                    .Where(o => o.Key != n.Key && (Spellings.Alike(n.Key).To(o.Key, true) is not null || o.Key == n.SameAs))
                                    .Take(MostAlike)
                                    .Select(o => (o.Key, o.Spelling)),
                            ]
                        )),
                    ],
                    shown,
                    Pages(count)
                );
            },
            ct
        );

    /// <summary>Stated balances beside what was brought in, the largest difference first; null when there is no such import here.</summary>
    public Task<BalancesShown?> BalancesAsync(ImportId id, int page, CancellationToken ct = default) =>
        work.ReadAsync<BalancesShown?>(
            async db =>
            {
                if (await db.Imports.SingleOrDefaultAsync(i => i.Id == id, ct) is not { } import)
                    return null;
                var stated = await db
                    .ImportedRecords.Where(r => r.Stated != null && r.UndoneAt == null)
                    .Where(r => r.ImportId == id || import.Kind == ImportKind.History) // history settles them all
                    .Select(r => new { Member = new MemberId(r.TargetId), Stated = r.Stated!.Value })
                    .ToListAsync(ct);
                var sums = await (
                    from line in db.Postings
                    join record in db.ImportedRecords on line.EntryId equals record.EntryId
                    where record.UndoneAt == null
                    group line.Amount by new { line.AccountId, IsOpening = record.Key == "" } into moved
                    select new { moved.Key, Sum = moved.Sum() }
                ).ToDictionaryAsync(m => (m.Key.AccountId, m.Key.IsOpening), m => m.Sum, ct);
                var shown = Math.Clamp(page, 1, Pages(stated.Count));
                var list = stated
                    .Select(s =>
                        (
                            s.Member,
                            s.Stated,
                            Opening: sums.GetValueOrDefault((s.Member.Account, true)),
                            History: sums.GetValueOrDefault((s.Member.Account, false))
                        )
                    )
                    .OrderByDescending(s => Math.Abs(s.Opening))
                    .ThenBy(s => s.Member.Value)
                    .Skip((shown - 1) * PageSize)
                    .Take(PageSize)
                    .ToList();
                var ids = list.ConvertAll(s => s.Member);
                var labels = await LabelsAsync(db, ids, ct);
                return new(
                    import,
                    list.ConvertAll(s => new BalanceShown(labels.GetValueOrDefault(s.Member, ""), s.History, s.Opening, s.Stated)),
                    shown,
                    Pages(stated.Count)
                );
            },
            ct
        );

    private async Task<long?> StatedAsync(TenantDb db, Import import, CancellationToken ct)
    {
        if (import.Status != ImportStatus.Checked || !import.Columns.Contains(ImportField.Balance))
            return null;
        var reading = new LineReading(import, organisation.Profile.TimeZone, organisation.Profile.DateOf(clock.GetUtcNow()));
        var lines = await db
            .ImportLines.AsNoTracking()
            .Where(l => l.ImportId == import.Id && (l.State == LineState.Ready || l.State == LineState.Changed))
            .ToListAsync(ct);
        return lines.Sum(l => import.Kind == ImportKind.Members ? reading.Member(l, out _)?.Stated : reading.Balance(l, out _)?.Stated);
    }

    private static Task<Dictionary<MemberId, string>> LabelsAsync(
        TenantDb db,
        IReadOnlyCollection<MemberId> members,
        CancellationToken ct
    ) =>
        db
            .Members.Where(m => members.Contains(m.Id))
            .Select(m => new { m.Id, Label = m.Number + " " + (m.FirstName + " " + m.LastName).Trim() })
            .ToDictionaryAsync(m => m.Id, m => m.Label, ct);

    private static int Pages(int count) => Math.Max(1, (count + PageSize - 1) / PageSize);
}
