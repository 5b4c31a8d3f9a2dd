using CoProduce.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Relations;

namespace CoProduce.Web.Data.Demo;

/// <summary>Who stands beside whom: somebody acts for a member without a sign-in, and organisation-members have a person to reach.</summary>
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
        return rows;
    }
}
