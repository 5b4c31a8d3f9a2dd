using System.Linq.Expressions;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Ledger;

/// <summary>Why nothing was given, in a sentence beside the field that it concerns.</summary>
internal static class GiveCreditsRefusals
{
    /// <summary>Says it. Throws when it was given.</summary>
    public static void Say(
        this Refusals refusals,
        GiveCredits.Outcome outcome,
        GiftForm form,
        OrganisationProfile organisation,
        IStringLocalizer texts
    )
    {
        Expression<Func<object?>> who = () => form.Who;
        Expression<Func<object?>> howMuch = () => form.HowMuch;
        var (field, sentence) = outcome switch
        {
            GiveCredits.Outcome.ToYourself => (who, texts["That is you. Choose somebody else."]),
            GiveCredits.Outcome.UnknownMember => (who, texts["We do not know this person. Choose somebody from the list."]),
            GiveCredits.Outcome.NotTakingPart => (
                who,
                texts["This person does not take part at the moment. Please choose somebody else, or the community pot."]
            ),
            GiveCredits.Outcome.NotInSteps => (
                howMuch,
                texts["Hours are counted in steps of {0}. Please choose the nearest.", texts.Duration(organisation.Settings.StepMinutes)]
            ),
            GiveCredits.Outcome.MoreThanYouHave => (
                howMuch,
                texts["That is kind, and more than you have. Choose a smaller gift: nothing was given yet."]
            ),
            GiveCredits.Outcome.Given => throw new InvalidOperationException("It was given."),
        };
        refusals.Add(field, sentence);
    }
}
