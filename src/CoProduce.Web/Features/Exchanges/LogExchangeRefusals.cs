using System.Linq.Expressions;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>Why an exchange was not logged, in a sentence beside the field that it concerns.</summary>
internal static class LogExchangeRefusals
{
    /// <summary>Says it. Throws when it was logged.</summary>
    public static void Say(
        this Refusals refusals,
        LogOutcome outcome,
        LogExchangeForm form,
        OrganisationProfile organisation,
        IStringLocalizer texts
    )
    {
        Expression<Func<object?>> who = () => form.Who;
        Expression<Func<object?>> when = () => form.When;
        Expression<Func<object?>> howLong = () => form.HowLong;
        var rules = organisation.Settings;
        var (field, sentence) = outcome switch
        {
            LogOutcome.SamePerson => (who, texts["That is you. Choose the other person."]),
            LogOutcome.UnknownMember => (who, texts["We do not know this person. Choose somebody from the list."]),
            LogOutcome.NotTakingPart => (
                who,
                texts["This person does not take part at the moment, so no hours can be logged with them. Please ring your coordinator."]
            ),
            LogOutcome.InTheFuture => (when, texts["That day has not come yet. Log it when it has happened."]),
            LogOutcome.TooLongAgo => (
                when,
                texts["That is more than a year ago. Please ring your coordinator, who can sort it out with you."]
            ),
            LogOutcome.PeriodClosed => (
                when,
                texts["The books for that day are closed. Please ring your coordinator, who can sort it out with you."]
            ),
            LogOutcome.TooLong => (
                howLong,
                texts[
                    "One exchange can be {0} at the most. If it took longer, log it day by day, or ring your coordinator.",
                    texts.Duration(rules.MaximumMinutes)
                ]
            ),
            LogOutcome.NotInSteps => (
                howLong,
                texts["Hours are counted in steps of {0}. Please choose the nearest.", texts.Duration(rules.StepMinutes)]
            ),
            LogOutcome.UnknownCategory => (() => form.Category, texts["Choose a kind of help from the list, or none."]),
            LogOutcome.Logged => throw new InvalidOperationException("It was logged."),
            LogOutcome.BelowFloor or LogOutcome.PotIsShort => throw new InvalidOperationException("No hours move when a member logs."),
            LogOutcome.CheckMissing or LogOutcome.CareUnread or LogOutcome.NeedsCoordinator => throw new InvalidOperationException(
                "A member hears nothing of it."
            ),
        };
        refusals.Add(field, sentence);
    }
}
