using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Matching;

/// <summary>Why somebody could not be asked, as sentences.</summary>
public static class ProposeMatchRefusals
{
    /// <summary>The sentence; null when they are asked.</summary>
    /// <param name="names">Of those whom the way does not reach; none where that is not known.</param>
    public static string? Sentence(IStringLocalizer texts, ProposeMatch.Outcome outcome, IReadOnlyList<string>? names = null) =>
        outcome switch
        {
            ProposeMatch.Outcome.NoAddress when names is { Count: > 0 } => texts[
                "Nobody was asked: no mail reaches {0}. Ask them in another way.",
                Together(names)
            ],
            ProposeMatch.Outcome.NoSignIn when names is { Count: > 0 } => texts[
                "Nobody was asked: no sign-in here is known of {0}. Ask them in another way.",
                Together(names)
            ],
            ProposeMatch.Outcome.Asked => (string?)null,
            ProposeMatch.Outcome.Nobody => texts["Choose whom to ask."],
            ProposeMatch.Outcome.NotOpen => texts["It is not open any more."],
            ProposeMatch.Outcome.NotForThem => texts[
                "Nobody was asked: somebody among them does not take part now, or it is their own, or not for where they are."
            ],
            ProposeMatch.Outcome.AskedAlready => texts[
                "Nobody was asked: somebody among them has been asked already. Look at the list below."
            ],
            ProposeMatch.Outcome.Forbidden => texts["Nobody was asked: a check or a guardian’s yes is missing."],
            ProposeMatch.Outcome.CareUnread => texts["Read what to keep to first, and tick that you have."],
            ProposeMatch.Outcome.WhyIsMissing => texts["Say why, as they are not on the shortlist."],
            ProposeMatch.Outcome.NoAddress => texts["Nobody was asked: somebody among them gets no mail. Ring them instead."],
            ProposeMatch.Outcome.NoSignIn => texts["Nobody was asked: somebody among them does not sign in here. Ring them instead."],
        };

    private static string Together(IEnumerable<string> names) => string.Join(", ", names.Select(Isolated.Name));
}
