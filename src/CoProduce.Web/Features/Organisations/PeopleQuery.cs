using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Organisations;

/// <summary>Who holds which role, and who has been invited and not come yet.</summary>
public sealed class PeopleQuery(UnitOfWork work, CurrentOrganisation organisation, TimeProvider clock)
{
    /// <summary>The most people on one page of the list.</summary>
    public const int PageSize = 50;

    /// <summary>One page of the people with a place here: those with more than a member's role first, then by name.</summary>
    public Task<Page> ListAsync(int page, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var here = db.RoleHolders.Where(h => h.EndedAt == null);
                var people = await PersonsOf(db, here).ToListAsync(ct);
                var now = clock.GetUtcNow();
                var invited = await db
                    .Invitations.Where(i => i.EndedAt == null && i.ExpiresAt > now)
                    .OrderBy(i => i.Name)
                    .Select(i => new Invited(i.Id, i.Name, i.Email, i.Roles, i.ExpiresAt))
                    .ToListAsync(ct);
                return new Page(
                    [
                        .. people
                            .OrderBy(p => p.Roles.TrueForAll(r => r == Role.Member))
                            .ThenBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase)
                            .Skip((page - 1) * PageSize)
                            .Take(PageSize),
                    ],
                    (people.Count + PageSize - 1) / PageSize,
                    invited
                );
            },
            ct
        );

    /// <summary>One person; null when they have no place here.</summary>
    public Task<Person?> FindAsync(Guid id, CancellationToken ct = default) =>
        work.ReadAsync(
            db => PersonsOf(db, db.RoleHolders.Where(h => h.EndedAt == null && h.Id == new RoleHolderId(id))).SingleOrDefaultAsync(ct),
            ct
        );

    private IQueryable<Person> PersonsOf(TenantDb db, IQueryable<RoleHolder> holders)
    {
        var today = organisation.Profile.DateOf(clock.GetUtcNow());
        return from holder in holders
            join member in db.Members on holder.MemberId equals member.Id into members
            from member in members.DefaultIfEmpty()
            select new Person(
                holder.Id,
                holder.Name,
                holder.Roles,
                member == null ? null : member.HubId,
                (
                    from peer in db.PeerHubs
                    where peer.HolderId == holder.Id
                    join hub in db.Hubs on peer.HubId equals hub.Id
                    orderby hub.Name
                    select new PeerUntil(
                        hub.Id,
                        hub.Name,
                        peer.Until,
                        db.PeerHubsOn(today).Any(p => p.HolderId == peer.HolderId && p.HubId == peer.HubId),
                        peer.Until < today
                    )
                ).ToList()
            );
    }

    /// <summary>Somebody with a place here.</summary>
    /// <param name="Hub">The hub of the member that they are; null for somebody who is none.</param>
    /// <param name="Peer">The hubs whose peer broker they were made.</param>
    public sealed record Person(RoleHolderId Id, string Name, List<Role> Roles, HubId? Hub, List<PeerUntil> Peer)
    {
        /// <summary>True for somebody who is a member too.</summary>
        public bool IsMember => Hub is not null;

        /// <summary>The hubs whose peer broker they are now.</summary>
        public IReadOnlyList<PeerUntil> PeerOf => Peer.FindAll(p => p.Counts);

        /// <summary>The hubs whose peer broker they were until a day that has passed.</summary>
        public IReadOnlyList<PeerUntil> WasPeerOf => Peer.FindAll(p => p.IsOver);
    }

    /// <summary>A hub whose peer broker somebody was made.</summary>
    /// <param name="Until">The last day; null without end.</param>
    /// <param name="Counts">True while it counts.</param>
    /// <param name="IsOver">True once the last day has passed.</param>
    public sealed record PeerUntil(HubId Hub, string Name, DateOnly? Until, bool Counts, bool IsOver);

    /// <summary>Somebody who was invited.</summary>
    public sealed record Invited(Guid Id, string Name, string Email, List<Role> Roles, DateTimeOffset ExpiresAt);

    /// <summary>A page of the list.</summary>
    public sealed record Page(IReadOnlyList<Person> People, int Pages, IReadOnlyList<Invited> Invited);
}
