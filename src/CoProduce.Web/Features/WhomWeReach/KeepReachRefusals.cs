using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.WhomWeReach;

/// <summary>Why answers were not kept, in a sentence.</summary>
internal static class KeepReachRefusals
{
    /// <summary>Says it. Throws when they were kept.</summary>
    public static string Say(IStringLocalizer texts, KeepReach.Outcome outcome) =>
        outcome switch
        {
            KeepReach.Outcome.NoConsent => texts["Without a yes to these words nothing is kept."],
            KeepReach.Outcome.WordsChanged => texts["The words were changed a moment ago. Please read them again."],
            KeepReach.Outcome.NotFound => texts["Only members who take part can answer."],
            KeepReach.Outcome.Kept => throw new InvalidOperationException("They were kept."),
        };
}
