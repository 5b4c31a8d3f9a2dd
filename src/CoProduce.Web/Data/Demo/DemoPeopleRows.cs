using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Features.Skills;

namespace CoProduce.Web.Data.Demo;

/// <summary>The hubs, members and role holders of a demo life as rows.</summary>
internal sealed class DemoPeopleRows
{
    private readonly Dictionary<int, RoleHolder> holders = [];
    private readonly Dictionary<string, CategoryId> categories;

    /// <param name="categories">The organisation's categories, named after the kinds of help.</param>
    /// <param name="signInOf">The sign-in of an e-mail address and a name, made when there is none yet.</param>
    public DemoPeopleRows(DemoLife life, IReadOnlyList<Category> categories, Func<string, string, SignIn> signInOf)
    {
        Hubs = [.. life.Organisation.Places.Select(Hub)];
        this.categories = categories.ToDictionary(c => c.Name, c => c.Id);
        Members = [.. life.Members.Select(Member)];
        Contacts = [.. life.Members.Select(Contact)];
        Skills =
        [
            .. life.Members.SelectMany(m =>
                m.Skills.Select(s => new MemberSkill
                {
                    MemberId = Id(m.Number),
                    Words = s.Words,
                    CategoryId = CategoryOf(s.Kind),
                })
            ),
        ];
        foreach (var member in life.Members.Where(m => m.IsOnline))
            holders[member.Number] = Holder(member, signInOf);
        var staff = life.Organisation.Characters.Where(c => !c.IsMember).Select(c => Staff(c, life.Start, signInOf)).ToList();
        RoleHolders = [.. holders.Values, .. staff];
        PeerHubs =
        [
            .. holders
                .Where(h => h.Value.Roles.Contains(Role.PeerBroker))
                .Select(h => new PeerHub
                {
                    HolderId = h.Value.Id,
                    HubId = HubOf(h.Key),
                    Since = h.Value.Since,
                }),
        ];
        Coordinator = RoleHolders.Single(h => h.Roles.Contains(Role.Coordinator)).Id;
    }

    public IReadOnlyList<Hub> Hubs { get; }
    public IReadOnlyList<Member> Members { get; }
    public IReadOnlyList<MemberContact> Contacts { get; }
    public IReadOnlyList<MemberSkill> Skills { get; }
    public IReadOnlyList<RoleHolder> RoleHolders { get; }

    /// <summary>Peer brokers broker for the people of their own hub.</summary>
    public IReadOnlyList<PeerHub> PeerHubs { get; }

    /// <summary>Who answered the telephone and typed in the paper slips.</summary>
    public RoleHolderId Coordinator { get; }

    /// <summary>The member with that number.</summary>
    public MemberId Id(int number) => Members[number - 1].Id;

    /// <summary>The hub of the member with that number.</summary>
    public HubId HubOf(int number) => Members[number - 1].HubId;

    /// <summary>The role holder who is the member with that number; null for one who has no sign-in.</summary>
    public RoleHolderId? HolderOf(int number) => holders.TryGetValue(number, out var holder) ? holder.Id : null;

    /// <summary>The category of that kind of help.</summary>
    public CategoryId CategoryOf(Help.HelpKind kind) => categories[kind.Name];

    private static Hub Hub(DemoPlace place) =>
        new()
        {
            Id = HubId.New(),
            Name = place.Name,
            Kind = place.InCustody ? HubKind.Custody : HubKind.Place,
        };

    private Member Member(DemoMember member) =>
        new()
        {
            Id = MemberId.New(),
            Number = member.Number,
            Kind = member.IsGroup ? MemberKind.Organisation : MemberKind.Person,
            FirstName = member.Given,
            LastName = member.Family,
            HubId = Hubs[member.Place].Id,
            Status = member.LeftOn is null ? MemberStatus.Active : MemberStatus.Left,
            JoinedOn = member.JoinedOn,
            LeftOn = member.LeftOn,
            About = member.About,
        };

    private MemberContact Contact(DemoMember member) =>
        new()
        {
            MemberId = Id(member.Number),
            Prefers = member.Prefers,
            Email = member.Email ?? "",
            Phone = member.Phone ?? "",
            Address = member.Address ?? "",
            BornOn = member.BornOn,
            AccessNeeds = member.AccessNeeds,
        };

    private RoleHolder Holder(DemoMember member, Func<string, string, SignIn> signInOf)
    {
        var row = Members[member.Number - 1];
        var role = member.Character?.Role ?? DemoRole.Member;
        return new RoleHolder
        {
            Id = RoleHolderId.New(),
            SignInId = signInOf(member.Email!, row.Name).Id,
            Name = row.Name,
            MemberId = row.Id,
            Since = DemoLife.At(member.JoinedOn, 12 * 60),
            EndedAt = member.LeftOn is { } left ? DemoLife.At(left, 12 * 60) : null,
            Roles =
                member.LeftOn is not null ? []
                : role == DemoRole.Member ? [Role.Member]
                : role == DemoRole.Coordinator ? [Role.Member, Role.Coordinator, Role.Safeguarding]
                : [Role.Member, RoleOf(role)],
        };
    }

    private static RoleHolder Staff(DemoCharacter character, DateOnly start, Func<string, string, SignIn> signInOf)
    {
        var name = $"{character.Given} {character.Family}";
        return new RoleHolder
        {
            Id = RoleHolderId.New(),
            SignInId = signInOf(character.SignIn!, name).Id,
            Name = name,
            Since = DemoLife.At(start, 9 * 60),
            Roles = [RoleOf(character.Role)],
        };
    }

    private static Role RoleOf(DemoRole role) =>
        role switch
        {
            DemoRole.Member => Role.Member,
            DemoRole.PeerBroker => Role.PeerBroker,
            DemoRole.Coordinator => Role.Coordinator,
            DemoRole.Trustee => Role.Trustee,
            DemoRole.Manager => Role.Manager,
        };
}
