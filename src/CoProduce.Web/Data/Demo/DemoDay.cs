using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Matching.Day;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Data.Demo;

/// <summary>What the demo's coordinator said of their day, a call that was made and one put off; and a member who asks to leave.</summary>
internal static class DemoDay
{
    /// <summary>The marks, of members who have left nothing to be settled.</summary>
    public static IReadOnlyList<object> Make(DemoLife life, DemoPeopleRows people)
    {
        var some = life.Members.Where(m => m is { LeftOn: null, IsGroup: false, Character: null }).ToList();
        return
        [
            Mark(some[0].Number, isSeenTo: true, 20, "Glad of the call. Comes to the tea on Friday."),
            Mark(some[1].Number, isSeenTo: false, 3, "At the daughter’s until then."),
            AsksToLeave(some.Skip(2).First(m => people.HolderOf(m.Number) is not null).Number),
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

        AuditLine AsksToLeave(int number) =>
            new()
            {
                At = DemoLife.At(life.Today.AddDays(-2), 19 * 60),
                By = people.HolderOf(number),
                Door = Door.Screen,
                Deed = AskToGo.ToLeave,
                SubjectId = people.Id(number).Value,
                Reason = "We are moving to be near the grandchildren.",
            };
    }
}
