using System.Linq.Expressions;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Ledger;

/// <summary>Why no hours moved and what to do next, in a sentence beside the field that it concerns.</summary>
internal static class MoveHoursRefusals
{
    /// <summary>Says it. Throws when they moved.</summary>
    public static void Say(
        this Refusals refusals,
        MoveHours.Outcome outcome,
        MoveForm form,
        OrganisationProfile organisation,
        IStringLocalizer texts
    ) => refusals.Add(Field(outcome, form), Sentence(outcome, organisation, texts));

    private static string Sentence(MoveHours.Outcome outcome, OrganisationProfile organisation, IStringLocalizer texts) =>
        outcome switch
        {
            MoveHours.Outcome.UnknownMember or MoveHours.Outcome.UnknownOther => texts[
                "There is no such member here any more. Look for them again."
            ],
            MoveHours.Outcome.NotTakingPart or MoveHours.Outcome.OtherNotTakingPart => texts[
                "This person does not take part at the moment, so no hours can move. Open their page to see why."
            ],
            MoveHours.Outcome.UnknownAccount => texts["Choose one from the list."],
            MoveHours.Outcome.AccountClosed => texts[
                "This account was closed. Choose another one, or open a new one on the page of accounts."
            ],
            MoveHours.Outcome.NotInSteps => texts[
                "Hours are counted in steps of {0}. Please choose the nearest.",
                texts.Duration(organisation.Settings.StepMinutes)
            ],
            MoveHours.Outcome.InTheFuture => texts["That day has not come yet. Log it when the day has come."],
            MoveHours.Outcome.TooLongAgo => texts["That is more than a year ago. Check the year."],
            MoveHours.Outcome.PeriodClosed => texts[
                "The books for that day are closed. Log it with the first day that is still open, and say the real day in the words."
            ],
            MoveHours.Outcome.MemberBelowFloor => texts[
                "This would take the member further below zero than they may go. Tick the box to let them this once, or let another member give them hours first."
            ],
            MoveHours.Outcome.AccountBelowFloor => texts[
                "There are not as many hours on this account. Choose fewer or another account, or move a gift to it first."
            ],
            MoveHours.Outcome.MoreThanTheyHave => texts["This is more than the member has. Choose a smaller gift: nothing was given yet."],
            MoveHours.Outcome.NothingOwed => texts["This member owes nothing now, so there is nothing to write off."],
            MoveHours.Outcome.UnknownRule => texts[
                "This rule is no longer there. Choose another one, or ask a manager to make one in the settings."
            ],
            MoveHours.Outcome.RuleChanged => texts[
                "The rule has changed since you looked. Press the button again to see what it comes to now."
            ],
            MoveHours.Outcome.DebtChanged => texts["The debt has changed since you looked. Press the button again to see what it is now."],
            MoveHours.Outcome.Moved => throw new InvalidOperationException("The hours moved."),
        };

    private static Expression<Func<object?>> Field(MoveHours.Outcome outcome, MoveForm form) =>
        outcome switch
        {
            MoveHours.Outcome.UnknownOther or MoveHours.Outcome.OtherNotTakingPart => () => form.Other,
            MoveHours.Outcome.UnknownAccount or MoveHours.Outcome.AccountClosed => () => form.Account,
            MoveHours.Outcome.AccountBelowFloor when form.AsksAccountOf().Count > 0 => () => form.Account,
            MoveHours.Outcome.InTheFuture or MoveHours.Outcome.TooLongAgo or MoveHours.Outcome.PeriodClosed => () => form.When,
            MoveHours.Outcome.UnknownRule or MoveHours.Outcome.RuleChanged => () => form.Rule,
            MoveHours.Outcome.MemberBelowFloor => () => form.LetPass,
            MoveHours.Outcome.UnknownMember
            or MoveHours.Outcome.NotTakingPart
            or MoveHours.Outcome.NothingOwed
            or MoveHours.Outcome.DebtChanged => () => form.Member,
            MoveHours.Outcome.NotInSteps
            or MoveHours.Outcome.AccountBelowFloor
            or MoveHours.Outcome.MoreThanTheyHave
            or MoveHours.Outcome.Moved => () => form.HowMuch,
        };
}
