using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>Says to a coordinator why an exchange was not settled, and what to do.</summary>
public static class SettleRefusals
{
    /// <summary>The sentence; null when it was settled.</summary>
    public static string? Sentence(IStringLocalizer texts, SettleExchange.Outcome outcome) =>
        outcome switch
        {
            SettleExchange.Outcome.Confirmed
            or SettleExchange.Outcome.Upheld
            or SettleExchange.Outcome.Withdrawn
            or SettleExchange.Outcome.Reversed => (string?)null,
            SettleExchange.Outcome.NotFound => texts["There is no such exchange here."],
            SettleExchange.Outcome.NoLongerOpen => texts["Somebody settled it in the meantime. Load the page again to see how it stands."],
            SettleExchange.Outcome.BelowFloor => texts[
                "Nothing moved yet: this would take the member who was helped further below zero than they may go. Choose below how it is paid for."
            ],
            SettleExchange.Outcome.PotIsShort => texts[
                "The community pot has not as much. Choose another way, or let somebody give to the pot first."
            ],
            SettleExchange.Outcome.ReasonIsMissing => texts["Say why, in a few words. It stands in the books with your name."],
            SettleExchange.Outcome.PeriodClosed => texts[
                "The books for that day are closed. Withdraw it with a reason, and log it with a day that is still open."
            ],
            SettleExchange.Outcome.AccountClosed => texts["One of the two has left, so no hours can move. It can only be undone."],
        };
}
