using System.Security.Claims;
using CoProduce.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Features.Relations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Accounts;

/// <summary>Who is acting in the current organisation, read from the database for each request so that a change counts at once.</summary>
public sealed class CurrentPerson(UnitOfWork work, CurrentOrganisation organisation, MyOrganisations mine, TimeProvider clock)
{
    private Found? found;
    private ActedFor? actedFor;

    /// <summary>The sign-in; null when nobody is signed in.</summary>
    public Guid? SignInId { get; private set; }

    /// <summary>True when the person has a place in this organisation.</summary>
    public bool IsHere => found is not null;

    /// <summary>The role holder under whose id everything is recorded. Throws when the person has no place here.</summary>
    public RoleHolderId Id => Here.Id;

    /// <summary>The name that others see. Throws when the person has no place here.</summary>
    public string Name => Here.Name;

    /// <summary>The member for whom the person acts in this request, and their name; null for oneself.</summary>
    public ActedFor? ActsFor => actedFor;

    /// <summary>The member that the person is or acts for; null for somebody who only coordinates, governs or manages.</summary>
    public MemberId? MemberId => actedFor?.Id ?? found?.MemberId;

    /// <summary>The member that the person is or acts for. Throws for anybody else.</summary>
    public MemberId Member => MemberId ?? throw new InvalidOperationException("The person is not a member here.");

    /// <summary>True for somebody who takes part here as a member themself, also while they act for another.</summary>
    public bool IsMember => found?.MemberId is not null && !IsSuspended;

    /// <summary>The member's hub; null for somebody who is not a member.</summary>
    public Organisations.HubId? HubId => actedFor?.HubId ?? found?.HubId;

    /// <summary>True for a member who may not take part for the time being, or has left.</summary>
    public bool IsSuspended => found?.Status is MemberStatus.Suspended or MemberStatus.Left;

    /// <summary>
    /// The roles that count now: a suspended member keeps only those that have nothing to do with being a member. Who acts for a member is that member
    /// and nothing else.
    /// </summary>
    public IReadOnlyList<Role> Roles =>
        found is null ? []
        : actedFor is not null ? [Role.Member]
        : found.Roles.Contains(Role.Coordinator) ? [.. found.Roles.Except(NotNow)]
        : [.. found.Roles.Except([Role.Safeguarding, .. NotNow])];

    /// <summary>The person's organisations but this one, to change over to.</summary>
    public IReadOnlyList<OrganisationProfile> OtherOrganisations { get; private set; } = [];

    /// <summary>The hubs for whose people the person is a peer broker now; none for anybody else.</summary>
    public IReadOnlyList<PeerOf> PeerHubs => Holds(Role.PeerBroker) ? found!.PeerHubs : [];

    // Nobody is a peer broker of nowhere: without a hub they see what any member sees.
    private IEnumerable<Role> NotNow =>
        IsSuspended ? [Role.Member, Role.PeerBroker]
        : found is { PeerHubs.Count: 0 } ? [Role.PeerBroker]
        : [];

    private Found Here => found ?? throw new InvalidOperationException("The person has no place in this organisation.");

    /// <summary>True when the person holds one of the roles.</summary>
    public bool Holds(IEnumerable<Role> roles) => Roles.Intersect(roles).Any();

    /// <summary>True when the person holds one of the roles.</summary>
    public bool Holds(params Role[] roles) => Holds(roles.AsEnumerable());

    /// <summary>True for somebody who may act for a member now, whatever they are themself.</summary>
    public async Task<bool> ActsForAnybodyAsync(CancellationToken ct = default) =>
        found is { } here
        && await work.ReadAsync(db => db.ActedForBy(here.Id, null, organisation.Profile.DateOf(clock.GetUtcNow())).AnyAsync(ct), ct);

    /// <summary>The hub as whose peer broker the person does something for one of its people; null for a coordinator, who needs no such right.</summary>
    public Organisations.HubId? AsPeerOf(Organisations.HubId hub) =>
        !Holds(Role.Coordinator) && PeerHubs.Any(p => p.Hub == hub) ? hub : null;

    /// <summary>Who acts, for whom and by which door, as the ledger records it.</summary>
    public Authorship Acting(Door door, MemberId? onBehalfOf = null) => new(Id.Value, (onBehalfOf ?? actedFor?.Id)?.Value, door);

    /// <summary>A line for the audit, to be added in the same unit of work as the deed.</summary>
    public AuditLine Line(
        string deed,
        Guid? subject,
        DateTimeOffset at,
        Door door = Door.Screen,
        MemberId? onBehalfOf = null,
        string reason = "",
        Organisations.HubId? peerOf = null
    ) =>
        new()
        {
            At = at,
            By = Id,
            OnBehalfOf = onBehalfOf ?? actedFor?.Id,
            Door = door,
            Deed = deed,
            SubjectId = subject,
            Reason = reason,
            PeerHubId = peerOf,
        };

    /// <summary>Reads who the signed-in person is in the current organisation. Does nothing for a stranger.</summary>
    /// <param name="forAnother">The member to act for; the person has no place here in this request when they may not. Null for oneself.</param>
    public async Task LoadAsync(ClaimsPrincipal user, MemberId? forAnother = null, CancellationToken ct = default)
    {
        if (!Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var signIn))
            return;
        SignInId = signIn;
        if (!organisation.IsSet)
            return;
        var today = organisation.Profile.DateOf(clock.GetUtcNow());
        found = await work.ReadAsync(
            db =>
                (
                    from holder in db.RoleHolders
                    where holder.SignInId == signIn && holder.EndedAt == null
                    join member in db.Members on holder.MemberId equals member.Id into members
                    from member in members.DefaultIfEmpty()
                    select new Found(
                        holder.Id,
                        holder.Name,
                        holder.Roles,
                        holder.MemberId,
                        member == null ? null : member.HubId,
                        member == null ? null : member.Status,
                        (
                            from peer in db.PeerHubsOn(today)
                            where peer.HolderId == holder.Id
                            join hub in db.Hubs on peer.HubId equals hub.Id
                            orderby hub.Name
                            select new PeerOf(hub.Id, hub.Name)
                        ).ToList()
                    )
                ).SingleOrDefaultAsync(ct),
            ct
        );
        if (forAnother is { } member && found is not null && (actedFor = await ActedForAsync(found.Id, member, ct)) is null)
            found = null;
        OtherOrganisations = [.. (await mine.OfAsync(signIn, ct)).Where(o => o.Id != organisation.Id)];
    }

    private Task<ActedFor?> ActedForAsync(RoleHolderId holder, MemberId member, CancellationToken ct) =>
        work.ReadAsync(db => db.ActedForBy(holder, member, organisation.Profile.DateOf(clock.GetUtcNow())).SingleOrDefaultAsync(ct), ct);

    private sealed record Found(
        RoleHolderId Id,
        string Name,
        List<Role> Roles,
        MemberId? MemberId,
        Organisations.HubId? HubId,
        MemberStatus? Status,
        List<PeerOf> PeerHubs
    );
}

/// <summary>The member for whom somebody acts.</summary>
public sealed record ActedFor(MemberId Id, string Name, Organisations.HubId HubId);
