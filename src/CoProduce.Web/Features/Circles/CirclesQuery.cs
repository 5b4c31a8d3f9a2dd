using CoProduce.Web.Data;
using CoProduce.Web.Features.MemberLists;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Circles;

/// <summary>Households and networks for coordinators.</summary>
public sealed class CirclesQuery(UnitOfWork work, CurrentOrganisation organisation, TimeProvider clock)
{
    /// <summary>How many one page shows.</summary>
    public const int PageSize = 50;

    /// <summary>Those of a hub, or of all, by name; the ended ones only when asked for.</summary>
    public Task<Listed<CircleLine>> PageAsync(HubId? hub, CircleKind? kind, bool ended, int page, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var all = db.Circles.Where(c =>
                    (c.EndedAt != null) == ended && (hub == null || c.HubId == hub) && (kind == null || c.Kind == kind)
                );
                var lines = await (
                    from c in all
                    join h in db.Hubs on c.HubId equals h.Id
                    join m in db.Members on c.LeaderId equals m.Id into leaders
                    from leader in leaders.DefaultIfEmpty()
                    orderby c.Kind descending, c.Name, c.Id
                    select new CircleLine(
                        c.Id,
                        c.Kind,
                        c.Name,
                        h.Name,
                        leader == null ? "" : (leader.FirstName + " " + leader.LastName).Trim(),
                        db.CircleMembers.Count(m => m.CircleId == c.Id && (m.Until == null || (ended && m.EndedWithIt)))
                    )
                )
                    .Skip((page - 1) * PageSize)
                    .Take(PageSize)
                    .ToListAsync(ct);
                return new Listed<CircleLine>(lines, await all.CountAsync(ct));
            },
            ct
        );

    /// <summary>One with everybody who is or was in it; null when there is none here.</summary>
    public Task<CircleShown?> ReadAsync(CircleId id, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                if (await db.Circles.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } circle)
                    return null;
                var hub = await db.Hubs.Where(h => h.Id == circle.HubId).Select(h => h.Name).SingleAsync(ct);
                return new CircleShown(circle, hub, await PeopleAsync(db, [id], ct));
            },
            ct
        );

    /// <summary>The circles that a member is in now, each with all who are in it now.</summary>
    public Task<IReadOnlyList<CircleShown>> OfAsync(MemberId member, CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<CircleShown>>(
            async db =>
            {
                var circles = await (
                    from m in db.CircleMembers
                    where m.MemberId == member && m.Until == null
                    join c in db.Circles on m.CircleId equals c.Id
                    join h in db.Hubs on c.HubId equals h.Id
                    orderby c.Kind, c.Name
                    select new { Circle = c, Hub = h.Name }
                ).ToListAsync(ct);
                var people = (await PeopleAsync(db, [.. circles.Select(c => c.Circle.Id)], ct)).ToLookup(p => p.Circle);
                return circles.ConvertAll(c => new CircleShown(c.Circle, c.Hub, [.. people[c.Circle.Id].Where(p => p.Until is null)]));
            },
            ct
        );

    /// <summary>Those that last, to choose one from; the value is its id.</summary>
    public Task<IReadOnlyList<Choice>> ChoicesAsync(CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<Choice>>(
            async db =>
                await db
                    .Circles.Where(c => c.EndedAt == null)
                    .OrderByDescending(c => c.Kind)
                    .ThenBy(c => c.Name)
                    .Select(c => new Choice(c.Id.Value.ToString(), c.Name, null))
                    .ToListAsync(ct),
            ct
        );

    private async Task<IReadOnlyList<CirclePerson>> PeopleAsync(TenantDb db, List<CircleId> circles, CancellationToken ct)
    {
        var today = organisation.Profile.DateOf(clock.GetUtcNow());
        var quiet = db.MembersIn(MemberGroup.Quiet, organisation.Profile.Settings, today).Select(m => m.Id);
        return await (
            from line in db.CircleMembers
            where circles.Contains(line.CircleId)
            join m in db.Members on line.MemberId equals m.Id
            orderby m.SearchText, line.Since
            select new CirclePerson(
                line.Id,
                line.CircleId,
                m.Id,
                m.Number,
                (m.FirstName + " " + m.LastName).Trim(),
                m.Status,
                line.Place,
                line.Since,
                line.Until,
                quiet.Contains(m.Id)
            )
        ).ToListAsync(ct);
    }
}

/// <summary>A circle in a list.</summary>
/// <param name="Leader">Empty for nobody.</param>
/// <param name="Count">How many are in it; for one that has ended, were in it to the end.</param>
public sealed record CircleLine(CircleId Id, CircleKind Kind, string Name, string Hub, string Leader, int Count);

/// <summary>A circle with its people, by name.</summary>
public sealed record CircleShown(Circle Circle, string Hub, IReadOnlyList<CirclePerson> People)
{
    /// <summary>Those who are in it now.</summary>
    public IReadOnlyList<CirclePerson> Now => [.. People.Where(p => p.Until is null)];

    /// <summary>Those who were in it, the last first.</summary>
    public IReadOnlyList<CirclePerson> Before => [.. People.Where(p => p.Until is not null).OrderByDescending(p => p.Until)];
}

/// <summary>Somebody who is or was in a circle.</summary>
/// <param name="Place">Street or block; empty for not said.</param>
/// <param name="Until">Null while they are in it.</param>
/// <param name="IsQuiet">True when they have exchanged nothing for long.</param>
public sealed record CirclePerson(
    Guid Line,
    CircleId Circle,
    MemberId Id,
    int Number,
    string Name,
    MemberStatus Status,
    string Place,
    DateOnly Since,
    DateOnly? Until,
    bool IsQuiet
);
