using System.Linq.Expressions;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>Says to a coordinator why an exchange was not logged, and what to do.</summary>
public static class LogForMembersRefusals
{
    /// <summary>The sentence; null when it was logged.</summary>
    public static string? Sentence(IStringLocalizer texts, LogOutcome outcome, OrganisationProfile organisation, string receiver) =>
        outcome switch
        {
            LogOutcome.Logged => (string?)null,
            LogOutcome.SamePerson => texts["This is the same person on both sides. Choose somebody else."],
            LogOutcome.UnknownMember => texts["There is no such member here any more. Look for them again."],
            LogOutcome.NotTakingPart => texts[
                "One of the two is suspended or has left, so no hours can move. Open their page to see which."
            ],
            LogOutcome.InTheFuture => texts["That day has not come yet. Log it when the help was given."],
            LogOutcome.TooLongAgo => texts["That is more than a year ago. Check the year."],
            LogOutcome.PeriodClosed => texts[
                "The books for that day are closed. Log it with the first day that is still open, and say the real day in the words."
            ],
            LogOutcome.TooLong => texts[
                "One exchange can be at most {0} long. Log longer help as several days.",
                texts.Duration(organisation.Settings.MaximumMinutes)
            ],
            LogOutcome.NotInSteps => texts["Time is logged in steps of {0}.", texts.Duration(organisation.Settings.StepMinutes)],
            LogOutcome.UnknownCategory => texts["Choose a kind of help from the list, or none."],
            LogOutcome.BelowFloor => texts[
                "Nothing was logged yet: this would take {0} further below zero than they may go. Choose below how it is paid for.",
                receiver
            ],
            LogOutcome.PotIsShort => texts["The community pot has not as much. Choose another way, or let somebody give to the pot first."],
            LogOutcome.CheckMissing => texts["Nothing was logged: a check or a guardian’s yes is missing. See below what to do."],
            LogOutcome.CareUnread => texts["Nothing was logged yet: read below what to keep to, and tick that you have."],
            LogOutcome.NeedsCoordinator => texts[
                "Nothing was logged: a coordinator must look at this one with you. Ring {0}.",
                organisation.Settings.HelpPhone
            ],
        };

    /// <summary>The field that the refusal concerns.</summary>
    public static Expression<Func<object?>> Field(LogForMembersForm form, LogOutcome outcome) =>
        outcome switch
        {
            LogOutcome.InTheFuture or LogOutcome.TooLongAgo or LogOutcome.PeriodClosed => () => form.When,
            LogOutcome.TooLong or LogOutcome.NotInSteps => () => form.HowLong,
            LogOutcome.UnknownCategory or LogOutcome.CheckMissing => () => form.Category,
            LogOutcome.CareUnread => () => form.Care.IsRead,
            LogOutcome.SamePerson => () => form.Receiver,
            LogOutcome.BelowFloor or LogOutcome.PotIsShort => () => form.Paid.Way,
            LogOutcome.Logged or LogOutcome.UnknownMember or LogOutcome.NotTakingPart or LogOutcome.NeedsCoordinator => () => form.Giver,
        };
}
