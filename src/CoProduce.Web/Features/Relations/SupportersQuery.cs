using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Circles;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Relations;

/// <summary>Somebody who supports or supported.</summary>
/// <param name="Person">The member who supports; null for somebody who is none.</param>
/// <param name="Reach">How to reach somebody who is no member; empty when nobody said, or for other eyes.</param>
/// <param name="Until">Null while it lasts.</param>
/// <param name="Circle">The circle that is supported; null for a member.</param>
public sealed record SupporterLine(
    SupporterId Id,
    MemberId? Person,
    string Name,
    string Role,
    string Reach,
    DateOnly Since,
    DateOnly? Until,
    string EndedWhy,
    string? Circle
);

/// <summary>Who supports a member or a circle, the newest first.</summary>
/// <param name="TakesPart">False for a member who takes no part, or a circle that has ended: nobody is added then.</param>
public sealed record SupportersShown(string Name, IReadOnlyList<SupporterLine> Lines, bool TakesPart)
{
    /// <summary>Those who do so now.</summary>
    public IEnumerable<SupporterLine> Now => Lines.Where(l => l.Until is null);

    /// <summary>Those who did.</summary>
    public IEnumerable<SupporterLine> Before => Lines.Where(l => l.Until is not null);
}

/// <summary>Who supports the signed-in member, and whom or what they support, as names.</summary>
public sealed record MySupport(IReadOnlyList<SupporterLine> Supporters, IReadOnlyList<string> Supported);

/// <summary>Reads who supports whom.</summary>
public sealed class SupportersQuery(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    /// <summary>Of a member, for coordinators; null when there is none here. Where it says how to reach somebody, it writes who looked.</summary>
    public Task<SupportersShown?> OfAsync(MemberId id, CancellationToken ct = default) =>
        work.WriteAsync<SupportersShown?>(
            async db =>
            {
                if (!me.Holds(Role.Coordinator) || await db.Members.SingleOrDefaultAsync(m => m.Id == id, ct) is not { } member)
                    return null;
                var lines = await LinesAsync(db, db.Supporters.Where(s => s.MemberId == id), db.Members, ct);
                if (lines.Any(l => l.Reach.Length > 0))
                    await db.WriteLookAsync(id, RecordPart.Contact, me, clock.GetUtcNow(), ct);
                db.Keep();
                return new(member.Name, lines, member.Status == MemberStatus.Active);
            },
            ct
        );

    /// <summary>Of a circle, for coordinators; null when there is none here.</summary>
    public Task<SupportersShown?> OfAsync(CircleId id, CancellationToken ct = default) =>
        work.ReadAsync<SupportersShown?>(
            async db =>
            {
                if (!me.Holds(Role.Coordinator) || await db.Circles.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } circle)
                    return null;
                var lines = await LinesAsync(db, db.Supporters.Where(s => s.CircleId == id), db.Members, ct);
                return new(circle.Name, lines, circle.EndedAt is null);
            },
            ct
        );

    /// <summary>Who supports that member now, themself or through a circle, without how to reach them; nobody for other eyes than a coordinator's.</summary>
    public Task<IReadOnlyList<SupporterLine>> NowAsync(MemberId id, CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<SupporterLine>>(
            async db => me.Holds(Role.Coordinator) ? Told(await LinesAsync(db, SupportersOf(db, id), db.Members, ct)) : [],
            ct
        );

    /// <summary>Who supports that circle now, for those who are in it and for coordinators; nobody for other eyes.</summary>
    public Task<IReadOnlyList<SupporterLine>> NowAsync(CircleId id, CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<SupporterLine>>(
            async db =>
            {
                var isStaff = me.Holds(Role.Coordinator);
                var isIn =
                    me.MemberId is { } mine
                    && await db.CircleMembers.AnyAsync(m => m.CircleId == id && m.MemberId == mine && m.Until == null, ct);
                if (!isStaff && !isIn)
                    return [];
                var named = isStaff || me.HubId is null ? db.Members : db.MembersNamedBy(me);
                return Told(await LinesAsync(db, db.Supporters.Where(s => s.CircleId == id && s.Until == null), named, ct));
            },
            ct
        );

    /// <summary>Who supports the signed-in member now, and whom they support; nobody in custody is named to those outside.</summary>
    public Task<MySupport> MineAsync(CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var (mine, named) = (me.Member, db.MembersNamedBy(me));
                var supporters = Told(await LinesAsync(db, SupportersOf(db, mine), named, ct));
                var theirs = db.Supporters.Where(s => s.PersonId == mine && s.Until == null);
                var members = await (
                    from s in theirs
                    join m in named on s.MemberId equals m.Id
                    where m.Status == MemberStatus.Active
                    orderby m.FirstName
                    select m.FirstName
                ).ToListAsync(ct);
                var circles = await (
                    from s in theirs
                    join c in db.Circles on s.CircleId equals c.Id
                    where c.EndedAt == null
                    orderby c.Name
                    select c.Name
                ).ToListAsync(ct);
                return new MySupport(supporters, [.. members, .. circles]);
            },
            ct
        );

    private static IQueryable<Supporter> SupportersOf(TenantDb db, MemberId id) =>
        db.Supporters.Where(s =>
            s.Until == null
            && (
                s.MemberId == id
                || db.CircleMembers.Any(m => m.CircleId == s.CircleId && m.MemberId == id && m.Until == null)
                    && db.Circles.Any(c => c.Id == s.CircleId && c.EndedAt == null)
            )
        );

    private static List<SupporterLine> Told(IReadOnlyList<SupporterLine> lines) => [.. lines.Select(l => l with { Reach = "" })];

    // A supporter who is a member but may not be named is not in it at all.
    private static async Task<IReadOnlyList<SupporterLine>> LinesAsync(
        TenantDb db,
        IQueryable<Supporter> supporters,
        IQueryable<Member> named,
        CancellationToken ct
    ) =>
        await (
            from s in supporters
            where s.PersonId == null || named.Any(m => m.Id == s.PersonId)
            join m in db.Members on s.PersonId equals m.Id into people
            from person in people.DefaultIfEmpty()
            join c in db.Circles on s.CircleId equals c.Id into circles
            from circle in circles.DefaultIfEmpty()
            orderby s.Since descending, s.Id descending
            select new SupporterLine(
                s.Id,
                s.PersonId,
                person == null ? s.Name : (person.FirstName + " " + person.LastName).Trim(),
                s.Role,
                s.Reach,
                s.Since,
                s.Until,
                s.EndedWhy,
                circle == null ? null : circle.Name
            )
        ).ToListAsync(ct);
}
