using System.Globalization;
using CoProduce.Web.Data.Demo.Help;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Data.Demo;

/// <summary>Somebody as the simulation sees them: the facts, and how much they give and receive.</summary>
public sealed record DemoPerson(
    DemoMember Facts,
    double Gives,
    double Receives,
    IReadOnlyList<HelpKind> Can,
    IReadOnlyList<HelpKind> Needs,
    DateOnly? QuietSince
);

/// <summary>Draws the members of a demo organisation.</summary>
public sealed class DemoPeople(DemoOrganisation plan, DateOnly start, DateOnly today, DemoDice dice)
{
    private static readonly IReadOnlyList<HelpKind> KindsInside = [Inside.Reading, Inside.Listener, Inside.Trade];

    private readonly HashSet<string> names = [.. plan.Characters.Select(c => $"{c.Given} {c.Family}")];
    private readonly DemoContacts contacts = new(plan, dice);

    /// <summary>The members in the order of joining, numbered from 1.</summary>
    public IReadOnlyList<DemoPerson> Draw()
    {
        var members = plan.Characters.Where(c => c.IsMember).Select(Character).ToList();
        members.AddRange(plan.Groups.Select((name, i) => Group(name, i)));
        var unusual = dice.PickSeveral(DemoNames.Unusual, 7, _ => 1);
        members.AddRange(unusual.Select(name => Stranger(name.Given, name.Family, 0)));
        while (members.Count < plan.People + plan.Groups.Count)
        {
            members.Add(Somebody());
        }
        return [.. members.OrderBy(m => m.Facts.JoinedOn).Select((m, i) => m with { Facts = m.Facts with { Number = i + 1 } })];
    }

    private DemoPerson Character(DemoCharacter character)
    {
        var person = Person(
            character.Given,
            character.Family,
            character.Place,
            character.Born,
            start,
            character.SignIn,
            character.Can,
            character.Needs
        );
        var facts = person.Facts with { Character = character, About = character.About ?? person.Facts.About, LeftOn = null };
        return person with { Facts = facts, Gives = character.Gives, Receives = character.Receives, QuietSince = null };
    }

    private DemoPerson Group(string name, int i)
    {
        var joined = Joined();
        var email = string.Create(CultureInfo.InvariantCulture, $"office@group-{i + 1}.example");
        var skill = Together.Rooms.Skills[i % Together.Rooms.Skills.Count];
        var facts = new DemoMember(
            0,
            name,
            "",
            true,
            dice.Between(0, plan.Places.Count - 1),
            joined,
            null,
            null,
            ContactWay.Email,
            email,
            contacts.Phone(false),
            contacts.Address(plan.Places[0]),
            "",
            "",
            [(Together.Rooms, skill)],
            null
        );
        return new DemoPerson(facts, dice.Uneven(0.6), dice.Uneven(0.6), [Together.Rooms], [Together.ForNeighbours], null);
    }

    private DemoPerson Somebody()
    {
        var place = Enumerable.Range(0, plan.Places.Count).ToList();
        var hub = dice.Pick(place, p => plan.Places[p].Share);
        var community = dice.Pick(plan.Communities, c => c.Share).Names;
        string given,
            family;
        do
        {
            var isMan = plan.Places[hub].InCustody || dice.Chance(0.36);
            (given, family) = (dice.Pick(isMan ? community.Men : community.Women), dice.Pick(community.Families));
        } while (!names.Add($"{given} {family}"));
        var person = Stranger(given, family, hub);
        if (community == DemoNames.English || community == DemoNames.Irish || community == DemoNames.Caribbean)
            person = person with { Needs = [.. person.Needs.Where(k => k != HeadAndHand.Languages).DefaultIfEmpty(AtHome.Company)] };
        return community.Language is { } language && !plan.Places[hub].InCustody ? WithLanguage(person, language) : person;
    }

    private DemoPerson WithLanguage(DemoPerson person, string language)
    {
        var facts = person.Facts;
        if (facts.About.Length > 0 && language != "Welsh" && dice.Chance(0.4))
            facts = facts with { About = dice.Pick(DemoWords.AboutFromAbroad) };
        if (facts.AccessNeeds.Length == 0 && language != "Welsh" && dice.Chance(0.25))
            facts = facts with { AccessNeeds = $"More at ease in {language}." };
        return person with
        {
            Facts = facts with
            {
                Skills = [.. facts.Skills.Select(s => s.Kind == HeadAndHand.Languages ? (s.Kind, $"{language} and English") : s)],
            },
        };
    }

    private DemoPerson Stranger(string given, string family, int place)
    {
        var born = today.Year - (dice.Chance(0.62) ? dice.Between(55, 91) : dice.Between(19, 62));
        var person = Person(given, family, place, born, Joined(), null, [], []);
        var joined = person.Facts.JoinedOn;
        var habit = dice.Between(1, 100);
        person = habit switch
        {
            <= 10 => person with { Gives = person.Gives * 1.8, Receives = 0 },
            <= 18 => person with { Gives = 0 },
            <= 32 => person with { Gives = 0.03, Receives = 0.03 },
            _ => person,
        };
        var known = today.DayNumber - joined.DayNumber;
        if (known > 140 && dice.Chance(0.17))
        {
            person = person with { QuietSince = joined.AddDays(dice.Between(50, known - 45)) };
        }
        if (known > 200 && dice.Chance(0.035))
        {
            var left = joined.AddDays(dice.Between(130, known - 20));
            person = person with { QuietSince = left.AddDays(-45), Facts = person.Facts with { LeftOn = left } };
        }
        return person;
    }

    private DemoPerson Person(
        string given,
        string family,
        int place,
        int born,
        DateOnly joined,
        string? signIn,
        IReadOnlyList<HelpKind> can,
        IReadOnlyList<HelpKind> needs
    )
    {
        var hub = plan.Places[place];
        var kinds = plan.Help.ToList();
        double Usual(HelpKind kind) => 1.0 / (kinds.IndexOf(kind) + 4);
        if (can.Count == 0)
        {
            can = hub.InCustody
                ? dice.PickSeveral(KindsInside, dice.Between(1, 2), _ => 1)
                : dice.PickSeveral(kinds, dice.Between(1, 3), k => k == Together.Rooms ? 0 : Usual(k));
        }
        if (needs.Count == 0)
        {
            needs = hub.InCustody
                ? dice.PickSeveral(KindsInside, dice.Between(1, 3), _ => 1)
                : dice.PickSeveral(kinds, dice.Between(1, 4), k => CanNeed(k, today.Year - born) ? Usual(k) : 0);
        }
        var age = today.Year - born;
        var hasEmail =
            signIn is not null
            || (
                !hub.InCustody
                && dice.Chance(
                    age < 50 ? 0.9
                    : age < 66 ? 0.7
                    : age < 80 ? 0.45
                    : 0.18
                )
            );
        var email = signIn ?? (hasEmail ? contacts.Email(given, family, born) : null);
        var phone = hub.InCustody || dice.Chance(0.04) ? null : contacts.Phone(age < 60 || dice.Chance(0.35));
        var prefers =
            hub.InCustody || phone is null ? ContactWay.InPerson
            : hasEmail && dice.Chance(0.6) ? ContactWay.Email
            : dice.Chance(0.08) ? ContactWay.Post
            : ContactWay.Phone;
        var facts = new DemoMember(
            0,
            given,
            family,
            false,
            place,
            joined,
            null,
            new DateOnly(born, dice.Between(1, 12), dice.Between(1, 28)),
            prefers,
            email,
            phone,
            hub.InCustody ? null : contacts.Address(hub),
            dice.Chance(0.45) ? About(hub, age) : "",
            !hub.InCustody && dice.Chance(age > 70 ? 0.35 : 0.12) ? dice.Pick(DemoWords.AccessNeeds) : "",
            [.. can.Select(kind => (kind, hub.Localise(dice.Pick(kind.Skills)) + dice.Pick(DemoWords.SkillNotes)))],
            null
        );
        return new DemoPerson(facts, dice.Uneven(0.8), dice.Uneven(0.65), can, needs, null);
    }

    private string About(DemoPlace hub, int age)
    {
        var about = dice.Pick(
            hub.InCustody ? DemoWords.AboutInside
            : age > 61 && dice.Chance(0.7) ? DemoWords.AboutInLaterLife
            : DemoWords.About
        );
        return hub.InCustody || dice.Chance(0.5) ? about : $"{about} {dice.Pick(DemoWords.AboutMore)}";
    }

    private static bool CanNeed(HelpKind kind, int age) =>
        kind != Together.ForNeighbours
        && kind != Together.Desk
        && kind != Together.HavingASay
        && (kind != HeadAndHand.Children || age < 56);

    private DateOnly Joined()
    {
        var day = dice.Chance(0.42) ? dice.Between(0, 25) : (int)(DemoLife.Days * Math.Sqrt(dice.Between(4, 996) / 1000.0));
        return start.AddDays(Math.Min(day, DemoLife.Days - 2));
    }
}
