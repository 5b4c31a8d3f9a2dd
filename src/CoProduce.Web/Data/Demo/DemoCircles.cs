using CoProduce.Web.Features.Cards;
using CoProduce.Web.Features.Circles;

namespace CoProduce.Web.Data.Demo;

/// <summary>A network with a volunteer in each time bank, couples who live together, one household that has ended, and cards for those who joined first.</summary>
internal sealed class DemoCircles(DemoLife life, DemoPeopleRows people)
{
    private const int NetworkSize = 7;
    private const int Cards = 24;

    private readonly List<object> rows = [];

    /// <summary>All of it as rows, each after those that it refers to.</summary>
    public IReadOnlyList<object> Rows()
    {
        for (var place = 0; place < people.Hubs.Count; place++)
        {
            var here = life.Members.Where(m => m.Place == place && m is { LeftOn: null, IsGroup: false, Address: not null }).ToList();
            if (life.Organisation.Places[place].InCustody || here.Count < 2 * NetworkSize)
                continue;
            // Whoever shows everything leads, so that the pages of a leader are filled.
            var network = here.OrderBy(m => m.Character is not { ShowsEverything: true }).Take(NetworkSize).ToList();
            var round = Circle(CircleKind.Network, $"{Street(network[0])} and around", place, people.Id(network[0].Number), null);
            foreach (var member in network)
                Join(round, member, Street(member), 300);
            var couple = (network[0], here.First(m => !network.Contains(m)));
            var home = Circle(
                CircleKind.Household,
                $"{couple.Item1.Given} and {couple.Item2.Given}",
                place,
                null,
                people.Id(couple.Item1.Number)
            );
            home.OneLetter = true;
            Join(home, couple.Item1, "", 200);
            Join(home, couple.Item2, "", 200);
            var apart = here.Where(m => !network.Contains(m) && m != couple.Item2).Take(2).ToList();
            var over = Circle(CircleKind.Household, $"{apart[0].Given} and {apart[1].Given}", place, null, null);
            (over.EndedAt, over.EndedWhy) = (DemoLife.At(life.Today.AddDays(-30), 11 * 60), "They have moved into two flats.");
            foreach (var member in apart)
            {
                var line = Join(over, member, "", 400);
                (line.Until, line.EndedWithIt) = (life.Today.AddDays(-30), true);
            }
        }
        foreach (var member in life.Members.Where(m => m.LeftOn is null).Take(Cards))
            rows.Add(MemberCard.For(people.Id(member.Number), DemoLife.At(member.JoinedOn, 14 * 60)));
        return rows;
    }

    private Circle Circle(CircleKind kind, string name, int place, Features.Members.MemberId? leader, Features.Members.MemberId? contact)
    {
        var circle = new Circle
        {
            Id = CircleId.New(),
            Kind = kind,
            Name = name,
            HubId = people.Hubs[place].Id,
            LeaderId = leader,
            ContactId = contact,
        };
        rows.Add(circle);
        return circle;
    }

    private CircleMember Join(Circle circle, DemoMember member, string street, int daysAgo)
    {
        var since = life.Today.AddDays(-daysAgo);
        var line = new CircleMember
        {
            Id = Guid.CreateVersion7(),
            CircleId = circle.Id,
            Kind = circle.Kind,
            MemberId = people.Id(member.Number),
            Since = since > member.JoinedOn ? since : member.JoinedOn,
            Place = street,
        };
        rows.Add(line);
        return line;
    }

    // "12 Mill Lane, Gloucester GL1" is known as Mill Lane.
    private static string Street(DemoMember member) => member.Address!.Split(',')[0].TrimStart([.. "0123456789 "]);
}
