using CoProduce.Web.Features.Messages;

namespace CoProduce.Web.Data.Demo;

/// <summary>A text that one of the demo's members sent and that a coordinator is to read, and one that nobody knows.</summary>
internal static class DemoTexts
{
    /// <summary>The texts; none where nobody has a mobile telephone.</summary>
    public static IReadOnlyList<object> Make(DemoLife life, DemoPeopleRows people)
    {
        var at = DemoLife.At(life.Today, (8 * 60) + 40);
        if (life.Members.FirstOrDefault(m => m is { LeftOn: null, IsGroup: false, Character: null }) is not { } member)
            return [];
        var known = IncomingText.Of(
            IncomingText.KeyOf($"demo-{member.Number}"),
            "",
            "Running late for the hospital lift, is Thursday all right instead?",
            people.Id(member.Number),
            at
        );
        var unknown = IncomingText.Of(
            IncomingText.KeyOf("demo-unknown"),
            "07700900461",
            "Is the lunch club on this week?",
            null,
            at.AddMinutes(7)
        );
        known.LeaveToPerson(isThanked: true);
        return [known, unknown];
    }
}
