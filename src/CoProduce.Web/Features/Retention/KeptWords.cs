using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Retention;

/// <summary>The words for what is kept for a time.</summary>
public static class KeptWords
{
    /// <summary>What it is.</summary>
    public static string Title(IStringLocalizer texts, Kept kind) =>
        kind switch
        {
            Kept.FormerMembers => texts["Members who have left"],
            Kept.Notes => texts["Confidential notes"],
            Kept.LiftedRestrictions => texts["What was kept to and is lifted"],
            Kept.Checks => texts["Checks that have run out"],
            Kept.Looks => texts["Who has looked at a record"],
            Kept.ClosedConcerns => texts["Concerns that are closed"],
            Kept.UndeliveredLetters => texts["Letters that could not be delivered"],
            Kept.Calls => texts["Calls with members"],
            Kept.Sendings => texts["What was sent to members"],
            Kept.Messages => texts["Messages between members"],
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>From when its time counts, and what becomes of it.</summary>
    public static string About(IStringLocalizer texts, Kept kind) =>
        kind switch
        {
            Kept.FormerMembers => texts[
                "Counted from the day they left. The person is erased; their hours stay under “a former member”, and no sum changes."
            ],
            Kept.Notes => texts["Counted from the day each was written."],
            Kept.LiftedRestrictions => texts["Counted from the day it was lifted."],
            Kept.Checks => texts[
                "Counted from the day a check ran out, or a newer one was recorded. The newest that is in force always stays."
            ],
            Kept.Looks => texts["Counted from the day somebody looked. Members can read this list for as long as it is kept."],
            Kept.ClosedConcerns => texts["Counted from the last step. Ask your safeguarding adviser: many keep them for much longer."],
            Kept.Messages => texts[
                "Counted from the day each was written. What was reported stays with the report, and counts from the day that was closed."
            ],
            Kept.UndeliveredLetters => texts["Counted from the day the program gave up. What the letter said goes; that it failed stays."],
            Kept.Calls => texts["Counted from the day of the call."],
            Kept.Sendings => texts[
                "Counted from the day it was sent, posted or told. What still waits to go out stays. A text that came from them counts from the day it came."
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
