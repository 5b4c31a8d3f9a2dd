using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Joining;

/// <summary>How a step of somebody's joining can end.</summary>
public enum JoiningOutcome
{
    Done,

    /// <summary>There is no such joiner, reference or referrer here.</summary>
    NotFound,

    /// <summary>It was decided, withdrawn or answered in the meantime.</summary>
    NoLongerOpen,

    /// <summary>Somebody under 18 has not said yet who looks after them.</summary>
    NoGuardian,
}

/// <summary>Why a step changed nothing.</summary>
internal static class JoiningRefusals
{
    /// <summary>The sentence; null when the step was taken.</summary>
    public static string? Refusal(this JoiningOutcome outcome, IStringLocalizer texts) =>
        outcome switch
        {
            JoiningOutcome.Done => (string?)null,
            JoiningOutcome.NotFound => texts["We cannot find this any more. Go back to the list."],
            JoiningOutcome.NoLongerOpen => texts[
                "Somebody else decided in the meantime, so nothing was changed. Go back to the list to see how it stands."
            ],
            JoiningOutcome.NoGuardian => texts["Tell us first who looks after you: we ask that person before you begin."],
        };
}
