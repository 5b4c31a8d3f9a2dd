using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>Says to a coordinator why an exchange was not settled, and what to do.</summary>
public static class SettleRefusals
{
    /// <summary>The sentence; null when it was settled.</summary>
    public static string? Sentence(IStringLocalizer texts, SettleExchange.Outcome outcome, OrganisationProfile organisation) =>
        outcome switch
        {
            SettleExchange.Outcome.Confirmed
            or SettleExchange.Outcome.Upheld
            or SettleExchange.Outcome.Withdrawn
            or SettleExchange.Outcome.Reversed => (string?)null,
            SettleExchange.Outcome.NotFound => texts["There is no such exchange here."],
            SettleExchange.Outcome.NoLongerOpen => texts["Somebody settled it in the meantime. Load the page again to see how it stands."],
            SettleExchange.Outcome.BelowFloor => texts[
                "This would take the member who was helped more than {0} below zero, which is as far as anybody may go. Give them hours from the community pot or from another member first.",
                texts.Duration(organisation.Settings.FloorMinutes)
            ],
            SettleExchange.Outcome.PeriodClosed => texts[
                "The books for that day are closed. Withdraw it with a reason, and log it with a day that is still open."
            ],
            SettleExchange.Outcome.AccountClosed => texts["One of the two has left, so no hours can move. It can only be undone."],
        };
}
