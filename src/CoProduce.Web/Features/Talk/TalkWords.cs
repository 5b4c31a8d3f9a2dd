using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Talk;

/// <summary>Messages between members in words.</summary>
internal static class TalkWords
{
    /// <summary>Why something was not sent, and what to do; null when it was sent.</summary>
    public static string? Refusal(IStringLocalizer texts, WriteMessage.Outcome outcome) =>
        outcome switch
        {
            WriteMessage.Outcome.Sent => (string?)null,
            WriteMessage.Outcome.Unsuitable => texts["Please write something first."],
            WriteMessage.Outcome.Off => texts[
                "It was not sent: members cannot write to one another here now. Your coordinator can pass it on."
            ],
            WriteMessage.Outcome.BlockedByThem => texts[
                "It was not sent: you do not let this member write to you. To write to them, let them write to you again."
            ],
            WriteMessage.Outcome.AskCoordinator => texts[
                "It was not sent: you cannot write to this member here now. Your coordinator can pass it on."
            ],
            WriteMessage.Outcome.CoordinatorsReadNow => texts[
                "It was not sent: since you opened this page, coordinators can read what is written here. Send it again if you still want to."
            ],
        };

    /// <summary>Why nothing can be written, before anything was; null when something can.</summary>
    public static string? CannotWrite(IStringLocalizer texts, TalkAnswer may) =>
        may switch
        {
            TalkAnswer.Yes or TalkAnswer.BlockedByThem => (string?)null, // that one is said below, with the button that ends it
            TalkAnswer.Off => texts["Members cannot write to one another here now. Your coordinator can pass something on."],
            TalkAnswer.AskCoordinator => texts["You cannot write to this member here now. Your coordinator can pass something on."],
        };

    public static string Outcome(IStringLocalizer texts, TalkReportOutcome outcome) =>
        outcome switch
        {
            TalkReportOutcome.NothingNeeded => texts["Nothing had to be done"],
            TalkReportOutcome.TalkedToThem => texts["Somebody talked to them"],
            TalkReportOutcome.MadeAConcern => texts["It is recorded as a concern"],
        };

    /// <summary>What to choose from when a report is closed.</summary>
    public static IReadOnlyList<(TalkReportOutcome, string)> Outcomes(IStringLocalizer texts) =>
        [.. Enum.GetValues<TalkReportOutcome>().Select(o => (o, Outcome(texts, o)))];

    /// <summary>Who reads what is written, as both are told on every page of a conversation.</summary>
    public static string WhoReads(
        IStringLocalizer texts,
        TalkSettings settings,
        string organisation,
        Func<DateTimeOffset, string> moment
    ) =>
        settings switch
        {
            { CoordinatorsRead: true, ChangedAt: { } since } => texts[
                "Coordinators of {0} can read what is written here since {1}. What was written before, they cannot.",
                organisation,
                moment(since)
            ],
            { ChangedAt: { } since } => texts[
                "Only the two of you read this. Since {1}, coordinators of {0} do not; what was written while they could is marked.",
                organisation,
                moment(since)
            ],
            _ => texts["Only the two of you read this; coordinators do not."],
        };
}
