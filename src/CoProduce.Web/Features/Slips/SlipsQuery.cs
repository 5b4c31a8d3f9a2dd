using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Slips;

/// <summary>Reads piles of slips: all for coordinators, for a peer broker those that they began.</summary>
public sealed class SlipsQuery(UnitOfWork work, CurrentPerson me)
{
    // Stands for somebody for whom the reader does not broker.
    private const string Away = "–";

    /// <summary>All piles that are not put away, the last touched first.</summary>
    public Task<IReadOnlyList<PileLine>> PilesAsync(CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<PileLine>>(
            async db =>
                await (
                    from p in db.PilesOf(me)
                    from r in db.RoleHolders.Where(r => r.Id == p.BegunBy).DefaultIfEmpty()
                    orderby p.ChangedAt descending, p.Id
                    select new PileLine(
                        p,
                        r == null ? null : r.Name,
                        db.Slips.Count(s => s.PileId == p.Id && s.LoggedAt != null),
                        db.Slips.Count(s => s.PileId == p.Id && s.LoggedAt == null)
                    )
                ).ToListAsync(ct),
            ct
        );

    /// <summary>A pile with its slips, the last typed first; null when there is none here.</summary>
    public Task<PileShown?> PileAsync(SlipPileId id, CancellationToken ct = default) =>
        work.ReadAsync<PileShown?>(
            async db =>
            {
                if (await db.PilesOf(me).SingleOrDefaultAsync(p => p.Id == id, ct) is not { } pile)
                    return null;
                var slips = await db
                    .Slips.Where(s => s.PileId == id)
                    .OrderByDescending(s => s.TypedAt)
                    .ThenByDescending(s => s.Id)
                    .ToListAsync(ct);
                var ids = slips.ConvertAll(s => new ExchangeId(s.Id));
                var rows = await db.ExchangeRowsOf(db.Exchanges.Where(e => ids.Contains(e.Id))).ToDictionaryAsync(r => r.Id.Value, ct);
                var people = rows.Values.SelectMany(r => new[] { r.GiverId, r.ReceiverId }).OfType<MemberId>();
                var names = await db.NamesForAsync(me, people, ct);
                return new(pile, slips.ConvertAll(s => new SlipLine(s, rows.TryGetValue(s.Id, out var row) ? Named(row) : null)));

                // Whoever has moved to another hub since is nobody's of theirs any more.
                ExchangeRow Named(ExchangeRow r) =>
                    r with
                    {
                        Giver = names.GetValueOrDefault(r.GiverId, Away),
                        Receiver = r.ReceiverId is { } to ? names.GetValueOrDefault(to, Away) : r.Receiver,
                    };
            },
            ct
        );
}

/// <summary>A pile in the list.</summary>
/// <param name="BegunBy">Null when that is not known.</param>
/// <param name="Waiting">Slips that are kept and not logged.</param>
public sealed record PileLine(SlipPile Pile, string? BegunBy, int Logged, int Waiting);

/// <summary>A slip in its pile.</summary>
/// <param name="Exchange">What it became; null while it waits.</param>
public sealed record SlipLine(Slip Slip, ExchangeRow? Exchange)
{
    /// <summary>True when it counts towards the total: logged and not undone.</summary>
    public bool Counts => Exchange is { Status: not (ExchangeStatus.Withdrawn or ExchangeStatus.Reversed) };
}

/// <summary>A pile and its slips, the last typed first.</summary>
public sealed record PileShown(SlipPile Pile, IReadOnlyList<SlipLine> Lines)
{
    /// <summary>How many are logged and not undone.</summary>
    public int Count => Lines.Count(l => l.Counts);

    /// <summary>How many wait to be mended.</summary>
    public int Waiting => Lines.Count(l => l.Slip.LoggedAt is null);

    /// <summary>The minutes that are logged and not undone.</summary>
    public long Minutes => Lines.Where(l => l.Counts).Sum(l => (long)l.Exchange!.Minutes);

    /// <summary>The day of the slip that was logged last; null before the first.</summary>
    public DateOnly? LastDay => Lines.FirstOrDefault(l => l.Exchange is not null)?.Exchange!.ServiceDate;
}
