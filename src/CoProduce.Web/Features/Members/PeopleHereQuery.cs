using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Members;

/// <summary>What one member may see of another when they look for somebody: a name and a place, and nothing else.</summary>
/// <param name="Hub">The name of the member's hub.</param>
public sealed record PersonHere(MemberId Id, string FirstName, string Name, string Hub);

/// <summary>
/// The members among whom the signed-in member chooses: of those whom they may name the ones who take part now, never themself.
/// </summary>
public sealed class PeopleHereQuery(UnitOfWork work, CurrentPerson me)
{
    /// <summary>How many people known from earlier exchanges are offered.</summary>
    public const int Known = 6;

    /// <summary>How many people a search shows.</summary>
    public const int Found = 20;

    /// <summary>Those with whom the member exchanged before, the most recent first.</summary>
    public Task<IReadOnlyList<PersonHere>> KnownAsync(CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var mine = me.Member;
                var helped = await db
                    .Exchanges.Where(e => e.GiverId == mine && e.ReceiverId != null)
                    .GroupBy(e => e.ReceiverId)
                    .Select(g => new { Id = g.Key!.Value, Last = g.Max(e => e.ServiceDate) })
                    .ToListAsync(ct);
                var helpers = await db
                    .Exchanges.Where(e => e.ReceiverId == mine)
                    .GroupBy(e => e.GiverId)
                    .Select(g => new { Id = g.Key, Last = g.Max(e => e.ServiceDate) })
                    .ToListAsync(ct);
                var last = helped.Concat(helpers).GroupBy(p => p.Id).ToDictionary(g => g.Key, g => g.Max(p => p.Last));
                var ids = last.Keys.ToList();
                var people = await Here(db).Where(p => ids.Contains(p.Id)).ToListAsync(ct);
                return (IReadOnlyList<PersonHere>)
                    [
                        .. people
                            .OrderByDescending(p => last[p.Id])
                            .ThenBy(p => p.FirstName, StringComparer.CurrentCulture)
                            .Take(Known)
                            .Select(Shown),
                    ];
            },
            ct
        );

    /// <summary>Those whose name has every typed word in it; empty when nothing was typed.</summary>
    public Task<IReadOnlyList<PersonHere>> FindAsync(string? typed, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var words = Folded.Of(typed ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(5).ToList();
                if (words.Count == 0 || words.Sum(w => w.Length) > 2 * Member.NameLength)
                    return (IReadOnlyList<PersonHere>)[];
                var people = words.Aggregate(
                    Here(db),
                    (found, word) => found.Where(p => EF.Functions.Like(p.SearchText, Folded.Anywhere(word), "\\"))
                );
                return [.. (await people.OrderBy(p => p.FirstName).ThenBy(p => p.LastName).Take(Found).ToListAsync(ct)).Select(Shown)];
            },
            ct
        );

    /// <summary>That member; null when there is none whom this member may name.</summary>
    public Task<PersonHere?> ByIdAsync(MemberId id, CancellationToken ct = default) =>
        work.ReadAsync(async db => await Here(db).SingleOrDefaultAsync(p => p.Id == id, ct) is { } found ? Shown(found) : null, ct);

    private IQueryable<Row> Here(TenantDb db)
    {
        var mine = me.Member;
        return from m in db.MembersNamedBy(me)
            join h in db.Hubs on m.HubId equals h.Id
            where m.Status == MemberStatus.Active && m.Id != mine
            select new Row
            {
                Id = m.Id,
                FirstName = m.FirstName,
                LastName = m.LastName,
                SearchText = m.SearchText,
                Hub = h.Name,
            };
    }

    private static PersonHere Shown(Row row) =>
        new(row.Id, row.FirstName, row.LastName.Length == 0 ? row.FirstName : $"{row.FirstName} {row.LastName}", row.Hub);

    private sealed class Row
    {
        public MemberId Id { get; init; }
        public required string FirstName { get; init; }
        public required string LastName { get; init; }
        public required string SearchText { get; init; }
        public required string Hub { get; init; }
    }
}
