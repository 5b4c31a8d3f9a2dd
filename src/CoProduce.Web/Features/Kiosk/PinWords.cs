using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Kiosk;

/// <summary>Why a PIN was not taken, in a sentence.</summary>
internal static class PinWords
{
    /// <summary>Says it. Throws when it was taken.</summary>
    public static string Refusal(IStringLocalizer texts, SetPin.Outcome outcome) =>
        outcome switch
        {
            SetPin.Outcome.TooEasy => texts[
                "Somebody would try this one first. Choose digits that are not in a row, not all the same, and not your birthday or number."
            ],
            SetPin.Outcome.InCustody => texts[
                "Members of this time bank do not sign in by themselves. Everything goes through a coordinator."
            ],
            SetPin.Outcome.NotFound => texts["Only members who take part now can have a PIN."],
            SetPin.Outcome.Done => throw new InvalidOperationException("It was taken."),
        };
}
