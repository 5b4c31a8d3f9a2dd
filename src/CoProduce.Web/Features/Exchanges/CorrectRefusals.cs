using System.Linq.Expressions;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>Says to a coordinator why an exchange was not corrected, and what to do.</summary>
internal static class CorrectRefusals
{
    /// <summary>The sentence; null when it was corrected.</summary>
    /// <param name="receiver">The name of the one who was helped, as it should be.</param>
    public static string? Sentence(IStringLocalizer texts, CorrectionAnswer answer, OrganisationProfile organisation, string receiver) =>
        answer.Outcome switch
        {
            CorrectExchange.Outcome.Corrected => (string?)null,
            CorrectExchange.Outcome.NotFound => texts["There is no such exchange here."],
            CorrectExchange.Outcome.NoLongerOpen => texts[
                "Somebody undid or corrected it in the meantime. Nothing was changed now. Load the page again to see how it stands."
            ],
            CorrectExchange.Outcome.NothingChanged => texts["It says what it said before. Change what is wrong, or leave it."],
            CorrectExchange.Outcome.AccountClosed => texts[
                "One of the two has left and their account is closed, so the old hours cannot go back. Nothing was changed."
            ],
            CorrectExchange.Outcome.Refused => Fault(texts, answer.Fault!.Value, organisation, receiver),
        };

    /// <summary>The field that the refusal concerns; null for the whole form.</summary>
    public static Expression<Func<object?>>? Field(CorrectExchangeForm form, CorrectionAnswer answer) =>
        answer.Fault is { } fault ? Field(form, fault) : null;

    private static Expression<Func<object?>> Field(CorrectExchangeForm form, LogOutcome fault) =>
        fault switch
        {
            LogOutcome.InTheFuture or LogOutcome.TooLongAgo or LogOutcome.PeriodClosed => () => form.Day,
            LogOutcome.TooLong or LogOutcome.NotInSteps => () => form.HowLong,
            LogOutcome.UnknownCategory => () => form.Category,
            LogOutcome.SamePerson => () => form.Receiver,
            LogOutcome.BelowFloor or LogOutcome.PotIsShort => () => form.Paid.Way,
            LogOutcome.Logged or LogOutcome.UnknownMember or LogOutcome.NotTakingPart => () => form.Giver,
            LogOutcome.CheckMissing or LogOutcome.CareUnread or LogOutcome.NeedsCoordinator => throw new InvalidOperationException(
                "Care does not stop a correction."
            ),
        };

    private static string Fault(IStringLocalizer texts, LogOutcome fault, OrganisationProfile organisation, string receiver) =>
        fault switch
        {
            LogOutcome.BelowFloor => texts[
                "Nothing was changed. As it should be, it would take {0} further below zero than they may go. Choose below how it is paid for.",
                receiver
            ],
            LogOutcome.PeriodClosed => texts[
                "The books for that day are closed. The old exchange can still be taken back, with today's date; for the new one give a day that is still open, and say the real day in the words."
            ],
            _ => LogForMembersRefusals.Sentence(texts, fault, organisation, receiver)
                ?? throw new InvalidOperationException("It was corrected."),
        };
}
