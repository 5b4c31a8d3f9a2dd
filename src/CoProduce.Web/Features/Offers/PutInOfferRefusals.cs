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
        Expression<Func<object?>> title = () => form.Title;
        Expression<Func<object?>> neededBy = () => form.NeededBy;
        Expression<Func<object?>> category = () => form.Category;
        var (field, sentence) = outcome switch
        {
            PutInOffer.Outcome.NotFound => (
                title,
                texts["This is not open any more, so it was not changed. Put it in again as a new one."]
            ),
            PutInOffer.Outcome.DayIsOver => (neededBy, texts["That day is over. Write a later day, or leave it empty."]),
            PutInOffer.Outcome.UnknownCategory => (category, texts["Choose a kind of help from the list, or none."]),
            PutInOffer.Outcome.PutIn or PutInOffer.Outcome.Changed => throw new InvalidOperationException("It was written down."),
        };
        refusals.Add(field, sentence);
    }
}
