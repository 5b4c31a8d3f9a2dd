using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Retention;

namespace CoProduce.Web.Data.Demo;

/// <summary>How long the demo keeps what it knows: those who left for a year, of whom one is kept for longer.</summary>
internal static class DemoRetention
{
    private const int Year = 12;

    /// <summary>The rules, the hold, and the promise of the first night.</summary>
    public static IReadOnlyList<object> Make(DemoLife life, DemoPeopleRows people)
    {
        List<object> rows =
        [
            new RetentionRule
            {
                Kind = Kept.FormerMembers,
                Months = Year,
                Since = life.Today,
            },
            new RetentionRule
            {
                Kind = Kept.Looks,
                Months = 3 * Year,
                Since = life.Today,
            },
            new OutboxItem { Kind = OutboxKind.RetentionRound, DueAt = DemoLife.At(life.Today.AddDays(1), 3 * 60) },
        ];
        if (life.Members.LastOrDefault(m => m.LeftOn is not null) is { } left)
            rows.Add(
                new RetentionHold
                {
                    MemberId = people.Id(left.Number),
                    Until = life.Today.AddYears(2),
                    Why = "The insurer has not answered yet.",
                    By = people.Coordinator,
                }
            );
        return rows;
    }
}
