using System.Linq.Expressions;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Diary;

/// <summary>Why something was not done with a visit, in a sentence beside the field that it concerns.</summary>
internal static class VisitRefusals
{
    /// <summary>Says why a visit was not arranged. Throws when it was.</summary>
    public static void Say(
        this Refusals refusals,
        ArrangeVisit.Outcome outcome,
        ArrangeVisitForm form,
        OrganisationProfile organisation,
        IStringLocalizer t
    )
    {
        Expression<Func<object?>> giver = () => form.Giver;
        Expression<Func<object?>> day = () => form.Day;
        Expression<Func<object?>> howLong = () => form.HowLong;
        var rules = organisation.Settings;
        var (field, sentence) = outcome switch
        {
            ArrangeVisit.Outcome.UnknownMember => (giver, t["One of the two is not here any more. Look for them again."]),
            ArrangeVisit.Outcome.NotTakingPart => (giver, t["One of the two does not take part at the moment."]),
            ArrangeVisit.Outcome.InThePast => (day, t["That moment is over. Choose a later day or time."]),
            ArrangeVisit.Outcome.TooFarAhead => (day, t["Choose a day within a year; what comes again must not end before it begins."]),
            ArrangeVisit.Outcome.TooLong => (howLong, t["One visit can be {0} at the most.", t.Duration(rules.MaximumMinutes)]),
            ArrangeVisit.Outcome.NotInSteps => (
                howLong,
                t["Hours are counted in steps of {0}. Please choose the nearest.", t.Duration(rules.StepMinutes)]
            ),
            ArrangeVisit.Outcome.UnknownCategory => (() => form.Category, t["Choose a kind of help from the list, or none."]),
            ArrangeVisit.Outcome.UnknownOffer => (() => form.Description, t["The offer or request is not here any more."]),
            ArrangeVisit.Outcome.InCustody => (
                () => form.IsHomeVisit,
                t["One of the two is in a place where nobody is visited at home. Take the tick out."]
            ),
            ArrangeVisit.Outcome.CheckMissing => (giver, t["A check is missing, so this cannot be arranged. See above."]),
            ArrangeVisit.Outcome.CareUnread => (giver, t["Read above what to keep to, and tick that you have."]),
            ArrangeVisit.Outcome.DoubleBooked => (
                day,
                t["One of the two is elsewhere at that time. Choose another, or tick that it is to be even so."]
            ),
            ArrangeVisit.Outcome.NeedsCoordinator => (
                giver,
                t["This was not arranged: a coordinator must look at this one with you. Ring {0}.", rules.HelpPhone]
            ),
            ArrangeVisit.Outcome.Arranged => throw new InvalidOperationException("It was arranged."),
        };
        refusals.Add(field, sentence);
    }

    /// <summary>Why it was not moved; null when it was.</summary>
    public static string? Refusal(this MoveVisit.Outcome outcome, OrganisationProfile organisation, IStringLocalizer t) =>
        outcome switch
        {
            MoveVisit.Outcome.Moved => (string?)null,
            MoveVisit.Outcome.NotFound => t["There is no such visit here any more."],
            MoveVisit.Outcome.NoLongerOpen => t["It has happened or was called off in the meantime. Load the page again."],
            MoveVisit.Outcome.InThePast => t["That moment is over. Choose a later day or time."],
            MoveVisit.Outcome.TooFarAhead => t["Choose a day within a year."],
            MoveVisit.Outcome.CheckMissing => t["On that day a check is missing. Look at their checks first."],
            MoveVisit.Outcome.CareUnread => t["Read above what to keep to, and tick that you have."],
            MoveVisit.Outcome.NotTakingPart => t["Whoever is to help does not take part at the moment."],
            MoveVisit.Outcome.SamePerson => t["This is the same person on both sides. Choose somebody else."],
            MoveVisit.Outcome.InCustody => t["Whoever is to help is in a place from which nobody goes into a home."],
            MoveVisit.Outcome.TooLong => t["One visit can be {0} at the most.", t.Duration(organisation.Settings.MaximumMinutes)],
            MoveVisit.Outcome.NotInSteps => t[
                "Hours are counted in steps of {0}. Please choose the nearest.",
                t.Duration(organisation.Settings.StepMinutes)
            ],
            MoveVisit.Outcome.NeedsCoordinator => t[
                "Nothing was changed: a coordinator must look at this one with you. Ring {0}.",
                organisation.Settings.HelpPhone
            ],
            MoveVisit.Outcome.DoubleBooked => t[
                "One of the two is elsewhere at that time. Choose another, or tick that it is to be even so."
            ],
        };

    /// <summary>Why it was not called off; null when it was.</summary>
    public static string? Refusal(this CallOffVisit.Outcome outcome, IStringLocalizer t) =>
        outcome switch
        {
            CallOffVisit.Outcome.CalledOff => (string?)null,
            CallOffVisit.Outcome.NotFound => t["There is no such visit here any more."],
            CallOffVisit.Outcome.NoLongerOpen => t["It has begun or was called off in the meantime. Load the page again."],
        };

    /// <summary>Why what somebody said was not taken; null when it was.</summary>
    public static string? Refusal(this AnswerVisit.Outcome outcome, OrganisationProfile organisation, IStringLocalizer t) =>
        outcome switch
        {
            AnswerVisit.Outcome.Logged or AnswerVisit.Outcome.Agreed or AnswerVisit.Outcome.Different or AnswerVisit.Outcome.Closed =>
                (string?)null,
            AnswerVisit.Outcome.DoneAlready => t["This was said before. Nothing was changed."],
            AnswerVisit.Outcome.NotFound => t["There is no such visit here any more."],
            AnswerVisit.Outcome.TooEarly => t["It has not begun yet. Say it when it is over."],
            AnswerVisit.Outcome.CalledOff => t["It was called off. If it happened all the same, please ring your coordinator."],
            AnswerVisit.Outcome.TooLong => t[
                "One exchange can be {0} at the most. If it took longer, please ring your coordinator.",
                t.Duration(organisation.Settings.MaximumMinutes)
            ],
            AnswerVisit.Outcome.NotInSteps => t[
                "Hours are counted in steps of {0}. Please choose the nearest.",
                t.Duration(organisation.Settings.StepMinutes)
            ],
            AnswerVisit.Outcome.BooksClosed => t[
                "The books for that day are closed. Please ring your coordinator, who can sort it out with you."
            ],
            AnswerVisit.Outcome.CannotMove => t[
                "The hours cannot move just now. Please ring your coordinator, who can sort it out with you."
            ],
        };

    /// <summary>Why a step was not taken; null when it was.</summary>
    public static string? Refusal(this StepVisit.Outcome outcome, IStringLocalizer t) =>
        outcome switch
        {
            StepVisit.Outcome.Done => (string?)null,
            StepVisit.Outcome.NotFound => t["There is no such visit here any more."],
            StepVisit.Outcome.NotNow => t["That was done already, or its time is over. Load the page again."],
        };
}
