using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges.Disputes;

/// <summary>How a step of a dispute can end.</summary>
public enum DisputeOutcome
{
    Done,

    /// <summary>There is no such exchange, or it does not concern this member.</summary>
    NotFound,

    /// <summary>It is not disputed, or was decided, taken back or taken by somebody else in the meantime.</summary>
    NoLongerOpen,
}

/// <summary>Why a step of a dispute changed nothing.</summary>
internal static class DisputeRefusals
{
    /// <summary>The sentence; null when the step was taken.</summary>
    public static string? Refusal(this DisputeOutcome outcome, IStringLocalizer texts) =>
        outcome switch
        {
            DisputeOutcome.Done => (string?)null,
            DisputeOutcome.NotFound => texts["We cannot find this exchange any more."],
            DisputeOutcome.NoLongerOpen => texts[
                "Somebody else did something about it in the meantime, so nothing was changed. This page shows how it stands now."
            ],
        };
}
