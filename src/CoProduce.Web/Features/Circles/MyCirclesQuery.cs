using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.MemberLists;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Privacy;
using CoProduce.Web.Features.Skills;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Circles;

/// <summary>Households and networks as those who are in them see them, and the list of a network that its volunteer walks round with.</summary>
public sealed class MyCirclesQuery(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    /// <summary>The circles that the current member is in, the household first.</summary>
    public Task<IReadOnlyList<MyCircle>> MineAsync(CancellationToken ct = default) =>
        work.ReadAsync<IReadOnlyList<MyCircle>>(
            async db => await Mine(db, me.Member).OrderBy(c => c.Kind).ThenBy(c => c.Name).Select(c => Told(c, me.Member)).ToListAsync(ct),
            ct
        );

    /// <summary>One of them with the others; null for one that they are not in.</summary>
    public Task<NetworkSeen?> ReadAsync(CircleId id, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
                await Mine(db, me.Member).SingleOrDefaultAsync(c => c.Id == id, ct) is { } circle
                    ? await SeenAsync(db, circle, circle.LeaderId == me.Member, ct)
                    : null,
            ct
        );

    /// <summary>The list for walking round, by street: for a coordinator and for the volunteer who leads; null for anybody else.</summary>
    public Task<NetworkSeen?> RoundAsync(CircleId id, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var isStaff = me.Holds(Role.Coordinator);
                var circle = await db.Circles.SingleOrDefaultAsync(
                    c => c.Id == id && c.EndedAt == null && c.Kind == CircleKind.Network,
                    ct
                );
                if (circle is null || !(isStaff || (me.MemberId is { } member && circle.LeaderId == member)))
                    return null;
                var seen = await SeenAsync(db, circle, leads: true, ct);
                return seen with
                {
                    People = [.. seen.People.OrderBy(p => p.Place.Length == 0).ThenBy(p => p.Place, StringComparer.CurrentCulture)],
                };
            },
            ct
        );

    private static IQueryable<Circle> Mine(TenantDb db, MemberId member) =>
        db.Circles.Where(c => db.CircleMembers.Any(m => m.CircleId == c.Id && m.MemberId == member && m.Until == null));

    private static MyCircle Told(Circle circle, MemberId member) => new(circle.Id, circle.Kind, circle.Name, circle.LeaderId == member);

    private async Task<NetworkSeen> SeenAsync(TenantDb db, Circle circle, bool leads, CancellationToken ct)
    {
        var today = organisation.Profile.DateOf(clock.GetUtcNow());
        var quiet = db.MembersIn(MemberGroup.Quiet, organisation.Profile.Settings, today).Select(m => m.Id);
        var directory = db.WhoAgreed(ConsentPurpose.Directory);
        // Whom a member may name at all: nobody in custody, but for those who are there too.
        var named = me.HubId is null ? db.Members : db.MembersNamedBy(me);
        var found = await (
            from line in db.CircleMembers
            where line.CircleId == circle.Id && line.Until == null
            join m in named on line.MemberId equals m.Id
            where m.Status == MemberStatus.Active
            orderby m.SearchText
            select new
            {
                m.Id,
                m.FirstName,
                m.LastName,
                line.Place,
                IsListed = directory.Contains(m.Id),
                IsQuiet = quiet.Contains(m.Id),
            }
        ).ToListAsync(ct);
        var gives = (await db.GivingOfAsync([.. found.Select(f => f.Id)], ct)).ToDictionary(
            f => f.Member,
            f => f.Skills.Where(s => s.Side == SkillSide.Gives && !s.IsHidden).Select(s => s.Name.Here).ToList()
        );
        var hub = await db.Hubs.Where(h => h.Id == circle.HubId).Select(h => h.Name).SingleAsync(ct);
        return new(
            new(circle.Id, circle.Kind, circle.Name, leads),
            hub,
            [
                .. found.Select(f => new NetworkPerson(
                    f.Id,
                    f.IsListed ? $"{f.FirstName} {f.LastName}".Trim() : f.FirstName,
                    gives[f.Id],
                    leads ? f.Place : "",
                    leads && f.IsQuiet,
                    circle.LeaderId == f.Id
                )),
            ]
        );
    }
}

/// <summary>A circle that somebody is in.</summary>
/// <param name="ILead">True for the volunteer who leads it.</param>
public sealed record MyCircle(CircleId Id, CircleKind Kind, string Name, bool ILead);

/// <summary>A circle and the people in it, by name; with street and silence for whoever leads it only.</summary>
public sealed record NetworkSeen(MyCircle Circle, string Hub, IReadOnlyList<NetworkPerson> People);

/// <summary>Somebody in a circle as the others see them.</summary>
/// <param name="Name">The first name, and the last one of whoever chose to be in the directory.</param>
/// <param name="Gives">What they can give.</param>
/// <param name="Place">Street or block; empty for not said, or not for these eyes.</param>
/// <param name="IsQuiet">True when they have exchanged nothing for long; false also when that is not for these eyes.</param>
public sealed record NetworkPerson(MemberId Id, string Name, IReadOnlyList<string> Gives, string Place, bool IsQuiet, bool Leads);
