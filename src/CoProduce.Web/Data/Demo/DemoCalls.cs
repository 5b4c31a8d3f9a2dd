using CoProduce.Web.Features.Calls;

namespace CoProduce.Web.Data.Demo;

/// <summary>Calls of the last fortnight, in every organisation of the demo; one note puts another right.</summary>
internal sealed class DemoCalls(DemoLife life, DemoPeopleRows people, DateOnly today)
{
    private static readonly (string Note, string About, CallDirection Direction, int DaysAgo)[] Plans =
    [
        ("Would love company on Thursday mornings. Will say yes to anybody with a dog.", "Company", CallDirection.In, 2),
        ("The lift went well. She asks whether he could come again in a month.", "The lift to the clinic", CallDirection.In, 5),
        ("", "", CallDirection.NoAnswer, 6),
        ("Back from her sister's on Monday; happy to bake for the lunch then.", "The lunch", CallDirection.Out, 9),
        ("New hearing aid: speak slowly, and ring again if the line is bad.", "", CallDirection.Out, 12),
    ];

    public IReadOnlyList<Call> Make()
    {
        var active = life.Members.Where(m => m is { LeftOn: null, IsGroup: false }).ToList();
        var star = active.Find(m => m.Character is { ShowsEverything: true }) ?? active[0];
        var calls = Plans.Select((plan, i) => Of(plan, i < 2 ? star.Number : active[i * 3].Number)).ToList();
        calls.Add(Of(("Thursday afternoons, not mornings.", "Company", CallDirection.Out, 1), star.Number, calls[0].Id));
        return calls;
    }

    private Call Of((string Note, string About, CallDirection Direction, int DaysAgo) plan, int member, CallId? corrects = null) =>
        new()
        {
            Id = new(Guid.CreateVersion7()),
            MemberId = people.Id(member),
            Day = today.AddDays(-plan.DaysAgo),
            Direction = plan.Direction,
            About = plan.About,
            Note = plan.Note,
            NotedBy = people.Coordinator,
            NotedAt = DemoLife.At(today.AddDays(-plan.DaysAgo), (10 * 60) + (plan.DaysAgo * 7)),
            Corrects = corrects,
        };
}
