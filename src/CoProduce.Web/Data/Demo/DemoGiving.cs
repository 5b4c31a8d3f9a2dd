using CoProduce.Web.Data.Demo.Help;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Skills;

namespace CoProduce.Web.Data.Demo;

/// <summary>What the people of a demo give from the list, enjoy and would like, their languages, and when and how it suits them.</summary>
internal sealed class DemoGiving(DemoLife life, DemoPeopleRows people, IReadOnlyList<Skill> list)
{
    /// <summary>The skills of the starter list that go with each kind of help, by their English names.</summary>
    private static readonly Dictionary<HelpKind, string[]> skillsOf = new()
    {
        [AtHome.Repairs] =
        [
            "Small repairs",
            "Putting up shelves and pictures",
            "Painting and decorating",
            "Assembling flat-pack furniture",
        ],
        [AtHome.Company] = ["Visiting and a cup of tea", "Listening", "Playing cards", "Going to a café"],
        [AtHome.Calls] = ["A phone call now and then", "A phone call every day", "Listening"],
        [AtHome.Cooking] = ["Cooking a meal", "Baking cakes", "Baking bread", "Cooking from around the world"],
        [AtHome.Sewing] = ["Sewing and mending clothes", "Knitting", "Dressmaking"],
        [HeadAndHand.Letters] = ["Filling in forms", "Writing letters", "Sorting post and papers"],
        [HeadAndHand.Computers] = ["Smartphones and tablets", "First steps on a computer", "Video calls"],
        [HeadAndHand.Languages] = ["English conversation", "Interpreting", "Reading aloud"],
        [HeadAndHand.Music] = ["Singing", "Guitar", "Piano and keyboard", "Painting and drawing"],
        [HeadAndHand.Children] = ["Babysitting", "Homework help", "Reading with children"],
        [HeadAndHand.Bikes] = ["Mending bicycles", "Cycling"],
        [OutAndAbout.Lifts] = ["Lifts to the doctor or hospital", "Lifts to the shops", "Going along on the bus or train"],
        [OutAndAbout.Shopping] = ["Shopping for somebody", "Collecting prescriptions"],
        [OutAndAbout.Gardening] = ["Mowing the lawn", "Weeding", "Pruning and hedges", "Planting and growing vegetables"],
        [OutAndAbout.Pets] = ["Walking dogs", "Feeding pets while people are away"],
        [OutAndAbout.KeepingWell] = ["Walking groups", "Gentle exercise", "Walking with somebody"],
        [Together.Desk] = ["Helping in the office", "Welcoming new members", "Making tea at events"],
        [Together.HavingASay] = ["Organising events", "Taking minutes"],
        [Together.Listening] = ["Peer support", "Listening"],
        [Together.Rooms] = ["Lending a room", "Lending tools"],
        [Together.ForNeighbours] = ["Setting up and clearing away", "Delivering leaflets"],
    };

    private static readonly Dictionary<string, string> helpOfGroup = new()
    {
        ["Getting about"] = OutAndAbout.Lifts.Name,
        ["Home and repairs"] = AtHome.Repairs.Name,
        ["Gardening"] = OutAndAbout.Gardening.Name,
        ["Cooking and food"] = AtHome.Cooking.Name,
        ["Company and phone calls"] = AtHome.Company.Name,
        ["Children and learning"] = HeadAndHand.Children.Name,
        ["Computers and phones"] = HeadAndHand.Computers.Name,
        ["Arts and crafts"] = HeadAndHand.Music.Name,
        ["Music and performance"] = HeadAndHand.Music.Name,
        ["Languages"] = HeadAndHand.Languages.Name,
        ["Health and movement"] = OutAndAbout.KeepingWell.Name,
        ["Paperwork and money matters"] = HeadAndHand.Letters.Name,
        ["Community and events"] = Together.Desk.Name,
        ["Animals"] = OutAndAbout.Pets.Name,
    };

    private static readonly string[] interests =
    [
        "Singing",
        "Walking groups",
        "Chess",
        "Birdwatching",
        "Family history",
        "Knitting",
        "Dancing",
    ];

    private static readonly string[] notAsk =
    [
        "lift anything heavy",
        "drive in the dark",
        "climb a ladder",
        "come out before ten in the morning",
        "go where there are many people",
        "work on a Friday afternoon",
    ];

    private static readonly (NamePool Pool, string Code)[] tongues =
    [
        (DemoNames.Welsh, "cy"),
        (DemoNames.Bengali, "bn"),
        (DemoNames.Somali, "so"),
        (DemoNames.Turkish, "tr"),
        (DemoNames.Polish, "pl"),
        (DemoNames.SouthAsian, "gu"),
        (DemoNames.WestAfrican, "yo"),
        (DemoNames.EastAsian, "yue"),
    ];

    private readonly DemoDice dice = new(DemoPlans.Seed + life.Organisation.Slug.Length);
    private readonly ILookup<string, SkillId> byName = list.ToLookup(s => s.English, s => s.Id);

    /// <summary>Puts the groups of the list under the organisation's own kinds of help.</summary>
    public static void Sort(IEnumerable<SkillGroup> groups, IReadOnlyList<Category> categories)
    {
        foreach (var group in groups)
            group.CategoryId ??= categories.FirstOrDefault(c => c.Name == helpOfGroup.GetValueOrDefault(group.English))?.Id;
    }

    /// <summary>All of it as rows. The contact details of some are marked with what helps them.</summary>
    public IReadOnlyList<object> Rows() => [.. life.Members.SelectMany(Rows)];

    private IEnumerable<object> Rows(DemoMember member)
    {
        var id = people.Id(member.Number);
        var gives = member.Skills.SelectMany(s => skillsOf.GetValueOrDefault(s.Kind) ?? []).Distinct().ToList();
        var given = dice.PickSeveral(gives, Math.Min(gives.Count, dice.Between(1, 4)), _ => 1);
        foreach (var line in given.SelectMany(name => Line(id, SkillSide.Gives, name)))
            yield return line;
        if (member.IsGroup)
            yield break;
        if (dice.Chance(0.35))
        {
            foreach (var line in Line(id, SkillSide.Enjoys, dice.Pick(interests)))
                yield return line;
        }
        if (dice.Chance(0.4))
        {
            foreach (var line in Line(id, SkillSide.WouldLike, dice.Pick(dice.Pick(skillsOf.Values.ToList()))))
                yield return line;
        }
        foreach (var language in Languages(member, id))
            yield return language;
        if (member.Character is { ShowsEverything: true } || dice.Chance(0.7))
            yield return Suits(id);
        if (member.AccessNeeds.Contains("print", StringComparison.Ordinal))
            people.Contacts[member.Number - 1].AccessTicks = AccessNeed.LargePrint;
        else if (member.AccessNeeds.Contains("stairs", StringComparison.Ordinal))
            people.Contacts[member.Number - 1].AccessTicks = AccessNeed.StepFree;
    }

    private IEnumerable<MemberSkill> Line(MemberId member, SkillSide side, string name) =>
        byName[name]
            .Select(skill => new MemberSkill
            {
                MemberId = member,
                Side = side,
                SkillId = skill,
            });

    private IEnumerable<MemberLanguage> Languages(DemoMember member, MemberId id)
    {
        var own = tongues.FirstOrDefault(t => t.Pool.Families.Contains(member.Family)).Code;
        if (own is not null && (own != "cy" || dice.Chance(0.6)))
        {
            yield return Speaks(id, own, LanguageLevel.MotherTongue);
            yield return Speaks(id, "en", own == "cy" || dice.Chance(0.7) ? LanguageLevel.Well : LanguageLevel.Little);
        }
        else if (dice.Chance(0.5))
        {
            yield return Speaks(id, "en", LanguageLevel.MotherTongue);
            if (dice.Chance(0.12))
                yield return Speaks(id, dice.Pick(["fr", "es", "de", "bfi", "cy"]), LanguageLevel.Little);
        }
    }

    private static MemberLanguage Speaks(MemberId member, string code, LanguageLevel level) =>
        new()
        {
            MemberId = member,
            Code = code,
            Level = level,
        };

    private WhatSuits Suits(MemberId member)
    {
        var suits = new WhatSuits
        {
            MemberId = member,
            AskFirst = dice.Chance(0.25),
            Reach = dice.Pick([Reach.Walk, Reach.Neighbourhood, Reach.Town, Reach.Town, Reach.Anywhere]),
            NeedsLift = dice.Chance(0.15),
            Has =
                dice.Chance(0.15) ? PetsAndSmoke.Dog
                : dice.Chance(0.15) ? PetsAndSmoke.Cat
                : PetsAndSmoke.Nothing,
            Avoids = dice.Chance(0.08) ? PetsAndSmoke.Smoke : PetsAndSmoke.Nothing,
            DoNotAsk = dice.Chance(0.2) ? dice.Pick(notAsk) : "",
            AwayUntil = dice.Chance(0.03) ? life.Today.AddDays(dice.Between(3, 40)) : null,
        };
        for (var i = dice.Between(1, 5); i > 0; i--)
            suits.Times |= WeekPattern.Bits(dice.Between(0, dice.Chance(0.8) ? 4 : 6), dice.Between(0, dice.Chance(0.7) ? 1 : 2));
        return suits;
    }
}
