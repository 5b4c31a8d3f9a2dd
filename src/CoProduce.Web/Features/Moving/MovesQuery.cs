using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Moving;

/// <summary>Reads moves: those of one member, and all that wait.</summary>
public sealed class MovesQuery(UnitOfWork work)
{
    /// <summary>What has to be known before somebody moves to another hub; null when there is no such member here.</summary>
    public Task<HubMover?> MoverAsync(MemberId id, CancellationToken ct = default) =>
        work.ReadAsync<HubMover?>(
            async db =>
            {
                if (await db.Members.SingleOrDefaultAsync(m => m.Id == id, ct) is not { } member)
                    return null;
                var hubs = await db.Hubs.OrderBy(h => h.Name).ToListAsync(ct);
                var moves = await db.HubMoves.Where(m => m.MemberId == id).OrderByDescending(m => m.MadeAt).ToListAsync(ct);
                return new(
                    member,
                    hubs.Single(h => h.Id == member.HubId),
                    hubs,
                    await db.Offers.CountAsync(o => o.MemberId == id && o.Status == OfferStatus.Open, ct),
                    await db.Exchanges.CountAsync(
                        e => LeaveQuery.Waiting.Contains(e.Status) && (e.GiverId == id || e.ReceiverId == id),
                        ct
                    ),
                    moves
                );
            },
            ct
        );

    /// <summary>The moves of a member between hubs and to other organisations, and where they came from.</summary>
    public Task<MemberMoves> OfMemberAsync(MemberId id, CancellationToken ct = default) =>
        work.ReadAsync(
            async db => new MemberMoves(
                await (
                    from m in db.HubMoves
                    where m.MemberId == id && m.EndedAt == null
                    join f in db.Hubs on m.FromHub equals f.Id
                    join t in db.Hubs on m.ToHub equals t.Id
                    orderby m.On, m.MadeAt
                    select new HubLine(m, f.Name, t.Name)
                ).ToListAsync(ct),
                await db.Departures.Where(d => d.MemberId == id).OrderByDescending(d => d.MadeAt).ToListAsync(ct),
                await db.Arrivals.Where(a => a.MemberId == id).ToListAsync(ct)
            ),
            ct
        );

    /// <summary>All moves between this organisation and others that wait, the longest first.</summary>
    public Task<WaitingMoves> WaitingAsync(CancellationToken ct = default) =>
        work.ReadAsync(
            async db => new WaitingMoves(
                await db.Arrivals.Where(a => a.Status == MoveStatus.Waiting).OrderBy(a => a.MadeAt).ToListAsync(ct),
                await (
                    from d in db.Departures
                    where d.Status == MoveStatus.Waiting
                    join m in db.Members on d.MemberId equals m.Id
                    orderby d.MadeAt
                    select new DepartureLine(d, m.FirstName + " " + m.LastName)
                ).ToListAsync(ct)
            ),
            ct
        );

    /// <summary>One that came before this organisation; null when there is none.</summary>
    public Task<Arrival?> ArrivalAsync(Guid id, CancellationToken ct = default) =>
        work.ReadAsync(db => db.Arrivals.SingleOrDefaultAsync(a => a.Id == id, ct), ct);
}

/// <summary>Somebody who moves to another hub.</summary>
/// <param name="Hubs">All hubs by name, closed ones too.</param>
/// <param name="Offers">How many offers and requests are open.</param>
/// <param name="Waiting">How many exchanges wait or are not agreed.</param>
/// <param name="Moves">All moves between hubs, the newest first.</param>
public sealed record HubMover(Member Member, Hub Hub, IReadOnlyList<Hub> Hubs, int Offers, int Waiting, IReadOnlyList<HubMove> Moves)
{
    /// <summary>Whether they are in a prison or a ward now.</summary>
    public bool InCustody => Hub.Kind == HubKind.Custody;

    /// <summary>Whether that hub is such a place; false for none.</summary>
    public bool IsCustody(Guid? hub) => Hubs.Any(h => h.Id.Value == hub && h.Kind == HubKind.Custody);

    /// <summary>What a hub is called.</summary>
    public string Name(HubId hub) => Hubs.Single(h => h.Id == hub).Name;
}

/// <summary>Where a member was, went and came from.</summary>
public sealed record MemberMoves(IReadOnlyList<HubLine> Hubs, IReadOnlyList<Departure> Going, IReadOnlyList<Arrival> Came);

/// <summary>A move between hubs with their names.</summary>
public sealed record HubLine(HubMove Move, string From, string To);

/// <summary>Who waits to come and to go.</summary>
public sealed record WaitingMoves(IReadOnlyList<Arrival> Coming, IReadOnlyList<DepartureLine> Going);

/// <summary>A move to another organisation with the member's name.</summary>
public sealed record DepartureLine(Departure Departure, string Name);
