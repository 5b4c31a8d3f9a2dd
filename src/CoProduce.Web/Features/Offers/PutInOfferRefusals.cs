using System.Linq.Expressions;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Offers;

/// <summary>Why an offer or request was not written down, in a sentence beside the field that it concerns.</summary>
internal static class PutInOfferRefusals
{
    /// <summary>Says it. Throws when it was written down.</summary>
    public static void Say(this Refusals refusals, PutInOffer.Outcome outcome, OfferForm form, IStringLocalizer texts)
    {
        var flaw = outcome switch
        {
            PutInOffer.Outcome.NotFound => (OfferFlaw?)null,
            PutInOffer.Outcome.DayIsOver => OfferFlaw.DayIsOver,
            PutInOffer.Outcome.NeededByIsOver => OfferFlaw.NeededByIsOver,
            PutInOffer.Outcome.UnknownCategory => OfferFlaw.UnknownCategory,
            PutInOffer.Outcome.PutIn or PutInOffer.Outcome.Begun or PutInOffer.Outcome.Changed => throw new InvalidOperationException(
                "It was written down."
            ),
        };
        if (flaw is { } found)
            refusals.Say(found, form, texts);
        else
            refusals.Add(texts["This is not open any more, so it was not changed. Put it in again as a new one."]);
    }

    /// <summary>Says what is wrong with what was written.</summary>
    public static void Say(this Refusals refusals, OfferFlaw flaw, OfferForm form, IStringLocalizer texts)
    {
        Expression<Func<object?>> onDay = () => form.OnDay;
        Expression<Func<object?>> neededBy = () => form.NeededBy;
        Expression<Func<object?>> kinds = () => form.Kinds;
        var (field, sentence) = flaw switch
        {
            OfferFlaw.DayIsOver => (onDay, texts["That day is over. Write a later day."]),
            OfferFlaw.NeededByIsOver => (neededBy, texts["That day is over. Write a later day, or leave it empty."]),
            OfferFlaw.UnknownCategory => (kinds, texts["Choose a kind of help from the list, or none."]),
        };
        refusals.Add(field, sentence);
    }
}
