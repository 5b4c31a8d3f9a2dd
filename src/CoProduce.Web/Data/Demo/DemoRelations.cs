using CoProduce.Ledger;
using CoProduce.Web.Features.AgreedHours;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Relations;
using CoProduce.Web.Features.Signposting;

namespace CoProduce.Web.Data.Demo;

/// <summary>
/// Who stands beside whom: somebody acts for a member without a sign-in, two support a member, and organisation-members have a person to reach. That member agreed to give hours and was
/// pointed elsewhere once.
/// </summary>
internal sealed class DemoRelations(DemoLife life, DemoPeopleRows people)
{
    /// <summary>The rows.</summary>
    public IReadOnlyList<object> Make()
    {
        var active = people.Members.Where(m => m.Status == MemberStatus.Active).ToList();
        var signedIn = people.RoleHolders.Where(h => h is { EndedAt: null, MemberId: not null }).Select(h => h.MemberId!.Value).ToHashSet();
        var daughter = people.RoleHolders.First(h => h is { EndedAt: null, MemberId: not null });
        List<object> rows = [];
        if (active.Find(m => m.Kind == MemberKind.Person && !signedIn.Contains(m.Id)) is { } mother)
            rows.Add(
                new ActingFor
                {
                    Id = new(Guid.CreateVersion7()),
                    MemberId = mother.Id,
                    HolderId = daughter.Id,
                    Name = daughter.Name,
                    Relation = "daughter",
                    AgreedBy = mother.Name,
                    Door = Door.Paper,
                    From = life.Today.AddDays(-40),
                    SetBy = people.Coordinator,
                    SetAt = DemoLife.At(life.Today.AddDays(-40), 10 * 60),
                }
            );
        rows.AddRange(
            active
                .Where(m => m.Kind == MemberKind.Organisation)
                .Select(m => new OrganisationContact
                {
                    Id = new(Guid.CreateVersion7()),
                    MemberId = m.Id,
                    Name = "Ken Marsh",
                    Role = "caretaker",
                    Phone = "01632 960555",
                    Note = "Mornings are best.",
                })
        );
        if (daughter.MemberId is { } member && active.Find(m => m.Kind == MemberKind.Person && m.Id != member) is { } friend)
            rows.AddRange(BesideOf(member, friend.Id));
        return rows;
    }

    private IEnumerable<object> BesideOf(MemberId member, MemberId friend)
    {
        var day = life.Today.AddDays(-60);
        yield return new Supporter
        {
            Id = new(Guid.CreateVersion7()),
            MemberId = member,
            Name = "Priya Shah",
            Role = "occupational therapist",
            Reach = "01632 960556, in the mornings",
            Since = day,
            SetBy = people.Coordinator,
        };
        yield return new Supporter
        {
            Id = new(Guid.CreateVersion7()),
            MemberId = member,
            PersonId = friend,
            Role = "goes along",
            Since = day,
            SetBy = people.Coordinator,
        };
        yield return new HoursAgreed
        {
            Id = new(Guid.CreateVersion7()),
            MemberId = member,
            Span = AgreedSpan.EachMonth,
            Minutes = 180,
            What = "Helping at the lunch club",
            From = day,
            Door = Door.Phone,
            SetBy = people.Coordinator,
        };
        yield return new HoursAgreed
        {
            Id = new(Guid.CreateVersion7()),
            MemberId = friend,
            Span = AgreedSpan.InAll,
            Minutes = 60 * 60,
            What = "Service agreed with the college",
            From = day,
            Door = Door.Phone,
            SetBy = people.Coordinator,
        };
        var heard = new Signpost
        {
            Id = new(Guid.CreateVersion7()),
            MemberId = member,
            Place = "The advice centre in Market Street",
            Why = "A letter about the rent",
            Day = day,
            NotedBy = people.Coordinator,
        };
        heard.Hear("They wrote to the landlord together.", day.AddDays(14));
        yield return heard;
        yield return new Signpost
        {
            Id = new(Guid.CreateVersion7()),
            MemberId = friend,
            Place = "The walking group at the leisure centre",
            Day = day.AddDays(20),
            NotedBy = people.Coordinator,
        };
    }
}
