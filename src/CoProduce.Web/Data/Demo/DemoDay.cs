using CoProduce.Web.Features.Matching.Day;

namespace CoProduce.Web.Data.Demo;

/// <summary>What the demo's coordinator said of their day: a call that was made, and one put off.</summary>
internal static class DemoDay
{
    /// <summary>The marks, of members who have left nothing to be settled.</summary>
    public static IReadOnlyList<object> Make(DemoLife life, DemoPeopleRows people)
    {
        var some = life.Members.Where(m => m is { LeftOn: null, IsGroup: false, Character: null }).Take(2).ToList();
        return
        [
            Mark(some[0].Number, isSeenTo: true, 20, "Glad of the call. Comes to the tea on Friday."),
            Mark(some[1].Number, isSeenTo: false, 3, "At the daughter’s until then."),
        ];

        DayMark Mark(int number, bool isSeenTo, int days, string note) =>
            new()
            {
                List = DayList.Quiet,
                SubjectId = people.Id(number).Value,
                Until = life.Today.AddDays(days),
                IsSeenTo = isSeenTo,
                Note = note,
                By = people.Coordinator,
                At = DemoLife.At(life.Today.AddDays(-1), 10 * 60),
            };
    }
}
