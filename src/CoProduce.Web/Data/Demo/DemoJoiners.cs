using CoProduce.Ledger;
using CoProduce.Web.Features.Joining;
using CoProduce.Web.Features.Joining.References;
using CoProduce.Web.Features.Joining.Referrals;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Data.Demo;

/// <summary>People on their way into a demo organisation, each at another step, and a surgery that introduces people.</summary>
internal sealed class DemoJoiners(DemoLife life, DemoPeopleRows people)
{
    private const string Agreement =
        "We give and take as equals: an hour is an hour.\nWe keep to ourselves what we learn about one another.\nIf something worries us, we tell a coordinator the same day.";

    private const string AgreementInWelsh =
        "Rydym yn rhoi ac yn derbyn fel pobl gyfartal: awr yw awr.\nRydym yn cadw i ni ein hunain yr hyn a ddysgwn am ein gilydd.\nOs oes rhywbeth yn ein poeni, rydym yn dweud wrth gydlynydd yr un diwrnod.";

    private static readonly Dictionary<string, string[]> Names = new(StringComparer.Ordinal)
    {
        ["fair-shares"] = ["Gwenda Probert", "Malcolm Teague", "Farah Aziz", "Josie Minchin", "Alun Beddoe"],
        ["holy-cross"] = ["Theresa Connolly", "Desmond Achebe", "Magda Nowak", "Liam Docherty", "Ruby Chowdhury"],
        ["rushey-green"] = ["Yvonne Campbell", "Kwame Boateng", "Ayaan Warsame", "Doreen Pike", "Mehmet Yildiz"],
    };

    private readonly List<object> rows = [];

    /// <summary>Joiners and all that belongs to them; empty for an organisation that nobody thought of.</summary>
    public IReadOnlyList<object> Make()
    {
        if (!Names.TryGetValue(life.Organisation.Slug, out var names))
            return rows;
        var surgery = new Referrer
        {
            Id = new(Guid.CreateVersion7()),
            Name = "The link worker",
            Workplace = "High Street Surgery",
            HubId = people.Hubs[0].Id,
            MadeAt = At(120),
        };
        rows.Add(surgery);
        rows.Add(
            new AgreementWording
            {
                Version = 1,
                English = Agreement,
                Welsh = AgreementInWelsh,
                WrittenAt = At(200),
            }
        );
        var first = Asked(
            names[0],
            JoinerDoor.Coordinator,
            14,
            "Knitting and the wireless",
            "Somebody to sit with on Sundays",
            "Knitting lessons",
            "A lift to chapel"
        );
        End(first, StepKind.Conversation, 12, "");
        End(first, StepKind.OfferAndRequest, 12, "");
        Agree(first, 11, AgreedHow.Paper);
        Asked(first, "Rhian Morris", "neighbour for 20 years", 9, ReferenceWay.Mail, answer: null);
        Asked(first, "Mr Lewis", "from the library", 9, ReferenceWay.Letter, ReferenceAnswer.Glad);

        Asked(
            names[1],
            JoinerDoor.Oneself,
            3,
            "Walking, and mending bicycles",
            "To know more people here",
            "Mending a puncture",
            "Help with a form"
        );

        var introduced = Asked(names[2], JoinerDoor.Referral, 6, "", "", "", "");
        rows.Add(
            new Referral
            {
                JoinerId = introduced.Id,
                ReferrerId = surgery.Id,
                At = At(6),
                Words = "She used to sew for a living, and misses company.",
                Consent = ConsentHow.FaceToFace,
                ConsentWording =
                    $"I asked this person. They would like {life.Organisation.Name} to get in touch, and agree that I pass on what is written here.",
                Feedback = FeedbackAgreed.WhetherJoined,
            }
        );

        var ready = Asked(
            names[3],
            JoinerDoor.Coordinator,
            21,
            "Children, baking",
            "An hour to herself",
            "Minding a child for an hour",
            "Somebody to cut the hedge"
        );
        foreach (var kind in new[] { StepKind.Conversation, StepKind.OfferAndRequest, StepKind.References })
            End(ready, kind, 5, "");
        Agree(ready, 5, AgreedHow.Said);
        Asked(first, "Mrs Parry", "her chapel", 9, ReferenceWay.Phone, answer: null);
        Asked(ready, "Ann Price", "worked with her", 18, ReferenceWay.Phone, ReferenceAnswer.Glad);
        Asked(ready, "Colin Webb", "football club", 18, ReferenceWay.Mail, ReferenceAnswer.Glad);

        Asked(names[4], JoinerDoor.Oneself, 1, "Football, games", "To earn a trip", "Football with smaller ones", "", isUnder18: true);
        Arrived();
        return rows;
    }

    // The newest member has arrived, and nobody has shown them yet how it works.
    private void Arrived()
    {
        var newest = people.Members.Where(m => m.Status == MemberStatus.Active && m.Kind == MemberKind.Person).MaxBy(m => m.JoinedOn)!;
        var joiner = new Joiner
        {
            Id = new(newest.Id.Value),
            Door = JoinerDoor.Coordinator,
            FirstName = newest.FirstName,
            LastName = newest.LastName,
            HubId = newest.HubId,
            BeganAt = DemoLife.At(newest.JoinedOn.AddDays(-10), 10 * 60),
        };
        joiner.Ask(joiner.BeganAt);
        joiner.Approve(people.Coordinator, DemoLife.At(newest.JoinedOn, 9 * 60));
        rows.AddRange([joiner, new JoinerDetails { JoinerId = joiner.Id, Likes = "Cards and a good talk" }]);
        rows.Add(new JoinerStep { JoinerId = joiner.Id, Kind = StepKind.Induction });
    }

    private Joiner Asked(
        string name,
        JoinerDoor door,
        int daysAgo,
        string likes,
        string wants,
        string gives,
        string asks,
        bool isUnder18 = false
    )
    {
        var joiner = new Joiner
        {
            Id = new(Guid.CreateVersion7(At(daysAgo))),
            Door = door,
            FirstName = name.Split(' ')[0],
            LastName = name.Split(' ')[1],
            HubId = people.Hubs[0].Id,
            IsUnder18 = isUnder18,
            BeganAt = At(daysAgo),
        };
        joiner.Ask(At(daysAgo));
        rows.AddRange([
            joiner,
            new JoinerDetails
            {
                JoinerId = joiner.Id,
                Phone = $"01632 9605{daysAgo:00}",
                Likes = likes,
                Wants = wants,
                OfferWords = gives,
                RequestWords = asks,
                GuardianName = isUnder18 ? $"Carol {name.Split(' ')[1]}" : "",
                GuardianRelation = isUnder18 ? "mother" : "",
            },
        ]);
        return joiner;
    }

    private void End(Joiner joiner, StepKind kind, int daysAgo, string words)
    {
        var step = new JoinerStep { JoinerId = joiner.Id, Kind = kind };
        step.End(StepResult.Done, life.Today.AddDays(-daysAgo), people.Coordinator, Door.Phone, words, At(daysAgo));
        rows.Add(step);
    }

    private void Agree(Joiner joiner, int daysAgo, AgreedHow how)
    {
        End(joiner, StepKind.Agreement, daysAgo, "");
        var step = (JoinerStep)rows[^1];
        (step.Agreed, step.AgreementVersion, step.AgreementLanguage) = (how, 1, "en");
    }

    private void Asked(Joiner joiner, string name, string knows, int daysAgo, ReferenceWay way, ReferenceAnswer? answer)
    {
        var reference = new JoinerReference
        {
            Id = new(Guid.CreateVersion7()),
            JoinerId = joiner.Id,
            Name = name,
            Knows = knows,
            Way = way,
            Email = way == ReferenceWay.Mail ? "somebody@referee.example" : "",
            AskedAt = At(daysAgo),
            AskedBy = people.Coordinator,
        };
        if (answer is { } said)
            reference.Say(said, "Kind, and on time.", people.Coordinator, Door.Phone, At(daysAgo - 2));
        rows.Add(reference);
    }

    private DateTimeOffset At(int daysAgo) => DemoLife.At(life.Today.AddDays(-daysAgo), 10 * 60);
}
