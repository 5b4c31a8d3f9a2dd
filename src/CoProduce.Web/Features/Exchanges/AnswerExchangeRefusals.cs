using CoProduce.Web.Tenancy;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>Why an answer changed nothing, in a sentence for the person who gave it.</summary>
internal static class AnswerExchangeRefusals
{
    /// <summary>The sentence; null when the answer stands.</summary>
    public static string? Refusal(this AnswerExchange.Outcome outcome, OrganisationProfile organisation, IStringLocalizer texts) =>
        outcome switch
        {
            AnswerExchange.Outcome.Confirmed or AnswerExchange.Outcome.Disputed or AnswerExchange.Outcome.DoneAlready => (string?)null,
            AnswerExchange.Outcome.NotFound => texts["We cannot find this exchange any more."],
            AnswerExchange.Outcome.NoLongerOpen => texts[
                "This was answered or settled in the meantime, so nothing was changed. Below you see how it stands."
            ],
            AnswerExchange.Outcome.BelowFloor => organisation.Settings.HelpPhone is { Length: > 0 } phone
                ? texts[
                    "The hours cannot move yet: the balance that they come from would go lower than is usual here. Nobody is refused help. Please ring us on {0}, and we will find a way.",
                    phone
                ]
                : texts[
                    "The hours cannot move yet: the balance that they come from would go lower than is usual here. Nobody is refused help. Please talk to your coordinator, who will find a way."
                ],
            AnswerExchange.Outcome.PeriodClosed => texts[
                "The books for that day are closed, so the hours cannot move by themselves. Please talk to your coordinator, who will find a way."
            ],
            AnswerExchange.Outcome.AccountClosed => texts[
                "One of you has left, so the hours cannot move by themselves. Please talk to your coordinator."
            ],
        };

    /// <summary>The sentence for taking back; null when it was taken back.</summary>
    public static string? Refusal(this WithdrawExchange.Outcome outcome, IStringLocalizer texts) =>
        outcome switch
        {
            WithdrawExchange.Outcome.Withdrawn or WithdrawExchange.Outcome.DoneAlready => (string?)null,
            WithdrawExchange.Outcome.NotFound => texts["We cannot find this exchange any more."],
            WithdrawExchange.Outcome.NoLongerOpen => texts[
                "It was answered in the meantime, so it cannot be taken back. Below you see how it stands."
            ],
        };
}
