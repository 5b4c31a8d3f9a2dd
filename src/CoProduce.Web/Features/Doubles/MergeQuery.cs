using System.Text.Json.Nodes;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Doubles;

/// <summary>One of two records to be put together.</summary>
/// <param name="Balance">In minutes.</param>
/// <param name="Exchanges">How many the record is part of.</param>
public sealed record MergeSide(Side Side, long Balance, int Exchanges, bool SignsIn);

/// <summary>What would happen.</summary>
/// <param name="Outcome">Whether it can be done, or why not.</param>
/// <param name="Rows">How many rows of each table would come over; what is only filled in counts as one.</param>
public sealed record MergePreview(MergeSide Kept, MergeSide Gone, MergeMembers.Outcome Outcome, IReadOnlyDictionary<string, int> Rows);

/// <summary>A merge with both names and who did it.</summary>
public sealed record MergeShown(MemberMerge Merge, Side Kept, Side Gone, string By);

/// <summary>Reads what putting two records together would come to, and what was put together.</summary>
public sealed class MergeQuery(UnitOfWork work, MergeMembers merging)
{
    /// <summary>Null when one of the two is not here or was erased.</summary>
    public async Task<MergePreview?> PreviewAsync(MemberId kept, MemberId gone, CancellationToken ct = default)
    {
        var sides = await work.ReadAsync(db => SidesAsync(db, [kept, gone], ct), ct);
        if (sides.Find(s => s.Side.Id == kept) is not { } one || sides.Find(s => s.Side.Id == gone) is not { } other || kept == gone)
            return null;
        var (outcome, moved) = await merging.TryAsync(
            new()
            {
                Kept = kept.Value,
                Gone = gone.Value,
                Balance = other.Balance,
            },
            ct
        );
        var rows =
            moved.Length == 0
                ? []
                : JsonNode.Parse(moved)!.AsArray().GroupBy(r => (string)r!["t"]!).ToDictionary(g => g.Key, g => g.Count());
        return new(one, other, outcome, rows);
    }

    /// <summary>What was put together with that member and not taken back, the newest first.</summary>
    public Task<IReadOnlyList<MergeShown>> OfMemberAsync(MemberId member, CancellationToken ct = default) =>
        work.ReadAsync(
            db => ShownAsync(db, db.MemberMerges.Where(m => m.UndoneAt == null && (m.KeptId == member || m.GoneId == member)), ct),
            ct
        );

    /// <summary>One that was not taken back; null when there is none.</summary>
    public Task<MergeShown?> ReadAsync(Guid merge, CancellationToken ct = default) =>
        work.ReadAsync(
            async db => (await ShownAsync(db, db.MemberMerges.Where(m => m.UndoneAt == null && m.Id == merge), ct)).SingleOrDefault(),
            ct
        );

    private static async Task<List<MergeSide>> SidesAsync(TenantDb db, MemberId[] ids, CancellationToken ct) =>
        await (
            from m in db.Members
            where ids.Contains(m.Id) && m.ErasedOn == null
            join h in db.Hubs on m.HubId equals h.Id
            select new MergeSide(
                new(m.Id, m.Number, (m.FirstName + " " + m.LastName).Trim(), h.Name, m.Status, m.JoinedOn),
                db.Accounts.Where(a => a.MemberId == m.Id).Select(a => a.Balance).Single(),
                db.Exchanges.Count(e => e.GiverId == m.Id || e.ReceiverId == m.Id),
                db.RoleHolders.Any(r => r.MemberId == m.Id && r.EndedAt == null)
            )
        ).ToListAsync(ct);

    private static async Task<IReadOnlyList<MergeShown>> ShownAsync(TenantDb db, IQueryable<MemberMerge> merges, CancellationToken ct)
    {
        var found = await (
            from m in merges.AsNoTracking()
            join holder in db.RoleHolders on m.By equals holder.Id
            orderby m.At descending
            select new { Merge = m, holder.Name }
        ).ToListAsync(ct);
        MemberId[] ids = [.. found.SelectMany(f => new[] { f.Merge.KeptId, f.Merge.GoneId }).Distinct()];
        var sides = (await SidesAsync(db, ids, ct)).ToDictionary(s => s.Side.Id, s => s.Side);
        return [.. found.Select(f => new MergeShown(f.Merge, sides[f.Merge.KeptId], sides[f.Merge.GoneId], f.Name))];
    }
}
