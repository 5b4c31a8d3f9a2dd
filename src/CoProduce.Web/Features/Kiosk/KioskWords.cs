using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Kiosk;

/// <summary>What the pages of a kiosk say of help.</summary>
internal static class KioskWords
{
    /// <summary>"You helped Dee E. for an hour today: gardening."</summary>
    /// <param name="what">Null when nobody said.</param>
    public static string Helped(IStringLocalizer texts, bool gave, string name, long minutes, string? what)
    {
        var length = texts.Duration(minutes);
        return (gave, what) switch
        {
            (true, null) => texts["You helped {0} today: {1}.", name, length],
            (true, _) => texts["You helped {0} today: {1}, {2}.", name, length, what],
            (false, null) => texts["{0} helped you today: {1}.", name, length],
            (false, _) => texts["{0} helped you today: {1}, {2}.", name, length, what],
        };
    }

    /// <summary>Why it was not logged. Throws when it was.</summary>
    public static string Refusal(IStringLocalizer texts, LogOutcome outcome) =>
        outcome switch
        {
            LogOutcome.UnknownMember or LogOutcome.SamePerson or LogOutcome.NotTakingPart => texts[
                "No hours can be logged with this person at the moment. Please ask a coordinator."
            ],
            LogOutcome.PeriodClosed => texts["The books for today are closed. Please ask a coordinator."],
            LogOutcome.TooLong or LogOutcome.NotInSteps => texts["This length cannot be logged. Go back and choose another."],
            LogOutcome.UnknownCategory => texts["Choose a kind of help from the list, or none."],
            LogOutcome.InTheFuture or LogOutcome.TooLongAgo => throw new InvalidOperationException("A kiosk logs today."),
            LogOutcome.Logged => throw new InvalidOperationException("It was logged."),
            LogOutcome.BelowFloor or LogOutcome.PotIsShort => throw new InvalidOperationException("No hours move when a member logs."),
            LogOutcome.CheckMissing or LogOutcome.CareUnread or LogOutcome.NeedsCoordinator => throw new InvalidOperationException(
                "A member hears nothing of it."
            ),
        };
}
