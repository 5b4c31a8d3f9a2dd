using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Circles;

/// <summary>Households and networks in words.</summary>
internal static class CircleWords
{
    public static string Kind(IStringLocalizer texts, CircleKind kind) =>
        kind switch
        {
            CircleKind.Household => texts["Household"],
            CircleKind.Network => texts["Network"],
        };

    /// <summary>Why a circle was not saved, as a key of the texts; null when it was.</summary>
    public static string? Refusal(SaveCircle.Outcome outcome) =>
        outcome switch
        {
            SaveCircle.Outcome.Saved => null,
            SaveCircle.Outcome.NotFound => "This household or network has ended. Take it up again first.",
            SaveCircle.Outcome.UnknownHub => "That time bank takes no new members any more. Choose another.",
            SaveCircle.Outcome.NotInIt => "That person is no longer in it. Choose somebody who is.",
        };

    /// <summary>Why somebody was not put into a circle, as a key of the texts, {0} the most; null when they were.</summary>
    public static string? Refusal(JoinCircle.Outcome outcome) =>
        outcome switch
        {
            JoinCircle.Outcome.Joined => null,
            JoinCircle.Outcome.NotFound => "This household or network has ended. Take it up again first.",
            JoinCircle.Outcome.UnknownMember => "There is no such member here.",
            JoinCircle.Outcome.NotTakingPart => "They are suspended or have left. Open their page first.",
            JoinCircle.Outcome.IsInIt => "They are in it already.",
            JoinCircle.Outcome.OtherHousehold =>
                "They live in another household. Take them out of it first; the way there is on their page.",
            JoinCircle.Outcome.OtherHub => "They belong to another time bank. A network has members of one.",
            JoinCircle.Outcome.NoPerson => "This is an organisation. Only people live in a household.",
            JoinCircle.Outcome.Full => "There are {0} members in it, which is as many as can be. Begin a second one.",
        };

    /// <summary>Why somebody was not taken out or put back, as a key of the texts; null when they were.</summary>
    public static string? Refusal(LeaveCircle.Outcome outcome) =>
        outcome switch
        {
            LeaveCircle.Outcome.Done => null,
            LeaveCircle.Outcome.NotFound => "That had happened already.",
            LeaveCircle.Outcome.CannotComeBack =>
                "They cannot come back just so: they live in another household by now, belong to another time bank, or take no part.",
        };
}
