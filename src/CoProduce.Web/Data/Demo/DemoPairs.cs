using CoProduce.Web.Data.Demo.Help;

namespace CoProduce.Web.Data.Demo;

/// <summary>Two people of whom one helps the other on the same day of every week or every other week.</summary>
public sealed record DemoPair(
    DemoPerson Giver,
    DemoPerson Receiver,
    HelpKind Kind,
    Done Usual,
    DateOnly From,
    DateOnly Until,
    int EveryDays
);

/// <summary>Draws the pairs that last.</summary>
public sealed class DemoPairs(DemoOrganisation plan, DateOnly today, IReadOnlyList<DemoPerson> people, DemoDice dice)
{
    private static readonly IReadOnlyList<HelpKind> Lasting =
    [
        OutAndAbout.Shopping,
        OutAndAbout.Lifts,
        AtHome.Company,
        AtHome.Calls,
        OutAndAbout.Gardening,
        OutAndAbout.Pets,
        HeadAndHand.Languages,
        HeadAndHand.Computers,
        Together.Listening,
    ];

    /// <summary>As many as the plan says, or fewer where nobody could be found.</summary>
    public IReadOnlyList<DemoPair> Draw() => [.. Enumerable.Range(0, plan.RegularPairs).Select(_ => One()).OfType<DemoPair>()];

    private DemoPair? One()
    {
        var giver = dice.Pick([.. people.Where(p => p.Gives > 0.4 && p.Can.Intersect(Lasting).Any())], p => p.Gives)!;
        var kind = dice.Pick([.. giver.Can.Intersect(Lasting)]);
        var receiver = dice.Pick(
            [.. people.Where(p => p != giver && !p.Facts.IsGroup && p.Receives > 0.1 && p.Facts.Place == giver.Facts.Place)],
            p => p.Receives * (p.Needs.Contains(kind) ? 8 : 1) * (p.Gives + 0.1)
        );
        if (receiver is null)
            return null;
        var both = Math.Max(giver.Facts.JoinedOn.DayNumber, receiver.Facts.JoinedOn.DayNumber) + 10;
        var from = DateOnly.FromDayNumber(Math.Min(both + dice.Between(0, 260), today.DayNumber - 20));
        var until = dice.Chance(0.6) ? today : from.AddDays(dice.Between(60, 300));
        return new DemoPair(giver, receiver, kind, dice.Pick([.. kind.Done.Take(5)]), from, until, dice.Chance(0.6) ? 7 : 14);
    }
}
