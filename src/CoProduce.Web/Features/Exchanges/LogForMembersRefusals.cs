using System.Linq.Expressions;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>Says to a coordinator why an exchange was not logged, and what to do.</summary>
public static class LogForMembersRefusals
{
    /// <summary>The sentence; null when it was logged.</summary>
    public static string? Sentence(
        IStringLocalizer texts,
        LogForMembers.Outcome outcome,
        OrganisationProfile organisation,
        string receiver
    ) =>
        outcome switch
        {
            LogForMembers.Outcome.Logged => (string?)null,
            LogForMembers.Outcome.SamePerson => texts["This is the same person on both sides. Choose somebody else."],
            LogForMembers.Outcome.UnknownMember => texts["There is no such member here any more. Look for them again."],
            LogForMembers.Outcome.NotTakingPart => texts[
                "One of the two is suspended or has left, so no hours can move. Open their page to see which."
            ],
            LogForMembers.Outcome.InTheFuture => texts["That day has not come yet. Log it when the help was given."],
            LogForMembers.Outcome.TooLongAgo => texts["That is more than a year ago. Check the year."],
            LogForMembers.Outcome.TooLong => texts[
                "One exchange can be at most {0} long. Log longer help as several days.",
                texts.Duration(organisation.Settings.MaximumMinutes)
            ],
            LogForMembers.Outcome.NotInSteps => texts["Time is logged in steps of {0}.", texts.Duration(organisation.Settings.StepMinutes)],
            LogForMembers.Outcome.BelowFloor => texts[
                "This would take {0} further below zero than {1}, which is as far as anybody may go. Nobody is refused help they need: give them hours from the community pot or from another member first, or log it as help for {2}.",
                receiver,
                texts.Duration(organisation.Settings.FloorMinutes),
                organisation.Name
            ],
        };

    /// <summary>The field that the refusal concerns.</summary>
    public static Expression<Func<object?>> Field(LogForMembersForm form, LogForMembers.Outcome outcome) =>
        outcome switch
        {
            LogForMembers.Outcome.InTheFuture or LogForMembers.Outcome.TooLongAgo => () => form.When,
            LogForMembers.Outcome.TooLong or LogForMembers.Outcome.NotInSteps => () => form.HowLong,
            LogForMembers.Outcome.SamePerson or LogForMembers.Outcome.BelowFloor => () => form.Receiver,
            LogForMembers.Outcome.Logged or LogForMembers.Outcome.UnknownMember or LogForMembers.Outcome.NotTakingPart => () => form.Giver,
        };
}
