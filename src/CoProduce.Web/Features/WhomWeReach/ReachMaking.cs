using CoProduce.Web.Features.Reports;

namespace CoProduce.Web.Features.WhomWeReach;

/// <summary>A member who took part in the period.</summary>
/// <param name="Hub">Where in <see cref="ReachFacts.Hubs"/> their hub is.</param>
/// <param name="Age">The age band; null when the date of birth is not known.</param>
/// <param name="Answers">What they said, by question.</param>
public sealed record ReachPerson(int Number, int Hub, int? Age, IReadOnlyDictionary<ReachQuestion, int> Answers);

/// <summary>Everything that the report is made from, as read in one snapshot.</summary>
/// <param name="Hubs">Their names, in order.</param>
public sealed record ReachFacts(IReadOnlyList<string> Hubs, IReadOnlyList<ReachQuestion> Asked, IReadOnlyList<ReachPerson> People);

/// <summary>One line of a table.</summary>
/// <param name="Choice">The answer or the age band; null for "not answered".</param>
/// <param name="All">How many; null when it is not shown.</param>
/// <param name="ByHub">The same in each hub.</param>
public sealed record ReachLine(int? Choice, int? All, IReadOnlyList<int?> ByHub);

/// <summary>One table.</summary>
/// <param name="Question">Null for ages.</param>
/// <param name="Detail">The ethnic groups of which the lines are made; empty for other tables.</param>
public sealed record ReachTable(ReachQuestion? Question, IReadOnlyList<ReachLine> Lines, IReadOnlyList<ReachLine> Detail);

/// <summary>Who took part. Every null is a figure that is not shown because few people stand behind it.</summary>
/// <param name="Total">Null when nothing of the report can be shown.</param>
/// <param name="ByHub">How many of each hub took part.</param>
public sealed record ReachReport(int? Total, IReadOnlyList<int?> ByHub, IReadOnlyList<ReachTable> Tables);

/// <summary>Makes the report: counts, and then the hiding of small groups (docs/decisions/0009 and 0041). Pure.</summary>
public static class ReachMaking
{
    public static ReachReport Make(ReachFacts facts)
    {
        var byHub = facts.Hubs.Select((_, h) => Of(facts.People.Where(p => p.Hub == h))).ToArray();
        var hiddenHubs = SmallGroups.Hide(byHub);
        if (SmallGroups.IsSmall(facts.People.Count) || facts.People.Count == 0)
            return new(facts.People.Count == 0 ? 0 : null, [], []);
        var ages = Table(facts, null, [.. AgeBands.From], p => p.Age, hiddenHubs);
        return new(
            facts.People.Count,
            Shown(byHub, hiddenHubs),
            [
                ages,
                .. facts.Asked.Select(q =>
                    Table(facts, q, [.. ReachChoices.Of(q).Select(c => ReachChoices.Line(q, c)).Distinct()], p => Line(p, q), hiddenHubs)
                ),
            ]
        );
    }

    private static ReachTable Table(
        ReachFacts facts,
        ReachQuestion? question,
        IReadOnlyList<int> choices,
        Func<ReachPerson, int?> lineOf,
        bool[] hiddenHubs
    )
    {
        int?[] lines = [.. choices.Select(c => (int?)c), null]; // everybody is in one of them, so that they come to the total
        var all = lines.Select(l => Of(facts.People.Where(p => lineOf(p) == l))).ToArray();
        var hiddenLines = SmallGroups.Hide(all);
        var (cells, hidden) = (new People[lines.Length, facts.Hubs.Count], new bool[lines.Length, facts.Hubs.Count]);
        for (var l = 0; l < lines.Length; l++)
        for (var h = 0; h < facts.Hubs.Count; h++)
        {
            cells[l, h] = Of(facts.People.Where(p => p.Hub == h && lineOf(p) == lines[l]));
            hidden[l, h] = hiddenLines[l] || hiddenHubs[h];
        }
        SmallGroups.Hide(cells, hidden);
        var made = lines.Select(
            (choice, l) =>
                new ReachLine(
                    choice,
                    hiddenLines[l] ? null : all[l].Count,
                    [.. facts.Hubs.Select((_, h) => hidden[l, h] ? (int?)null : cells[l, h].Count)]
                )
        );
        return new(question, [.. made], question == ReachQuestion.EthnicGroup ? Detail(facts, lines, hiddenLines) : []);
    }

    // Within a group that is shown what is hidden must not be the group less the others; within one that is not, nothing is shown.
    private static List<ReachLine> Detail(ReachFacts facts, int?[] groups, bool[] hiddenGroups)
    {
        var detail = new List<ReachLine>();
        for (var g = 0; g < groups.Length; g++)
        {
            int[] choices =
            [
                .. ReachChoices
                    .Of(ReachQuestion.EthnicGroup)
                    .Where(c => c != ReachChoices.PreferNotToSay && ReachChoices.Line(ReachQuestion.EthnicGroup, c) == groups[g]),
            ];
            var people = choices
                .Select(c => Of(facts.People.Where(p => p.Answers.TryGetValue(ReachQuestion.EthnicGroup, out var said) && said == c)))
                .ToArray();
            var hidden = SmallGroups.Hide(people);
            detail.AddRange(choices.Select((c, i) => new ReachLine(c, hiddenGroups[g] || hidden[i] ? null : people[i].Count, [])));
        }
        return detail;
    }

    private static int? Line(ReachPerson person, ReachQuestion question) =>
        person.Answers.TryGetValue(question, out var choice) ? ReachChoices.Line(question, choice) : null;

    private static People Of(IEnumerable<ReachPerson> people) => People.Of(people.Select(p => p.Number));

    private static int?[] Shown(People[] people, bool[] hidden) => [.. people.Select((p, i) => hidden[i] ? (int?)null : p.Count)];
}
