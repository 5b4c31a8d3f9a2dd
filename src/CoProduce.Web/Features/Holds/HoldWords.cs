using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Holds;

/// <summary>Hours that are kept, in words to a coordinator, and why something was refused.</summary>
internal static class HoldWords
{
    /// <summary>How long they are kept.</summary>
    public static string Until(IStringLocalizer texts, HoldRow hold, OrganisationProfile organisation) =>
        hold.Until is { } until ? texts["Until {0}", texts.FullDay(organisation.DateOf(until.AddTicks(-1)))] : texts["As long as it takes"];

    /// <summary>How it stands.</summary>
    public static string Status(IStringLocalizer texts, HoldStatus status) =>
        status switch
        {
            HoldStatus.Open => texts["Kept"],
            HoldStatus.Taken => texts["Taken"],
            HoldStatus.Released => texts["Let go"],
            HoldStatus.RunOut => texts["Ran out"],
        };

    /// <summary>Why nothing was kept, and what to do; throws when it was.</summary>
    public static string Refusal(IStringLocalizer texts, PlaceHold.Outcome outcome, OrganisationProfile organisation) =>
        outcome switch
        {
            PlaceHold.Outcome.UnknownMember => texts["There is no such member here any more. Look for them again."],
            PlaceHold.Outcome.NotTakingPart => texts[
                "This person does not take part at the moment, so no hours can move. Open their page to see why."
            ],
            PlaceHold.Outcome.NotInSteps => texts[
                "Hours are counted in steps of {0}. Please choose the nearest.",
                texts.Duration(organisation.Settings.StepMinutes)
            ],
            PlaceHold.Outcome.InThePast => texts["This day is over. Choose today or a later one, or leave it empty."],
            PlaceHold.Outcome.BelowFloor => texts[
                "They have not as much to promise. Keep fewer hours, let somebody give them some first, or agree on another limit on their page."
            ],
            PlaceHold.Outcome.Placed => throw new InvalidOperationException("It was placed."),
        };

    /// <summary>Why it was not taken, and what to do; throws when it was.</summary>
    public static string Refusal(IStringLocalizer texts, TakeHold.Outcome outcome) =>
        outcome switch
        {
            TakeHold.Outcome.NotFound or TakeHold.Outcome.NotOpen => texts[
                "This has ended in the meantime. Load the page again to see how."
            ],
            TakeHold.Outcome.UnknownAccount => texts[
                "This account was closed. Choose another one, or open a new one on the page of accounts."
            ],
            TakeHold.Outcome.PeriodClosed => texts["The books of today are closed already. Take it tomorrow."],
            TakeHold.Outcome.Taken => throw new InvalidOperationException("It was taken."),
        };
}
