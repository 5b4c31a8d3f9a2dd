using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Doubles;

/// <summary>What putting two records together comes to, said before it is done, and why it was not.</summary>
internal static class MergeWords
{
    private static readonly string[] Confidential = ["care_marks", "care_notes", "concerns"];

    private static readonly string[] Named =
    [
        .. Confidential,
        "member_cards",
        "member_checks",
        "member_contacts",
        "member_photos",
        "member_skills",
        "offers",
        "restrictions",
        "role_holders",
        "visits",
    ];

    /// <summary>What comes over from the record that ends, a line each; empty when nothing does.</summary>
    public static IEnumerable<string> ComesOver(IStringLocalizer texts, IReadOnlyDictionary<string, int> rows)
    {
        if (Of("role_holders") > 0)
            yield return texts["the way to sign in"];
        if (Of("member_contacts") > 0)
            yield return texts["what the other record does not say of how to reach them"];
        if (Of("offers") is > 0 and var offers)
            yield return texts.Count(offers, "{0} offer or request", "{0} offers and requests");
        if (Of("visits") is > 0 and var visits)
            yield return texts.Count(visits, "{0} visit", "{0} visits");
        if (Of("member_skills") is > 0 and var skills)
            yield return texts.Count(
                skills,
                "{0} line of what they can give or would like",
                "{0} lines of what they can give or would like"
            );
        if (Of("member_checks") is > 0 and var checks)
            yield return texts.Count(checks, "{0} check", "{0} checks");
        if (Of("restrictions") is > 0 and var restrictions)
            yield return texts.Count(restrictions, "{0} thing to mind", "{0} things to mind");
        if (Confidential.Sum(Of) > 0)
            yield return texts["confidential notes and concerns, for those who may read them"];
        if (Of("member_photos") > 0)
            yield return texts["the photo"];
        if (Of("member_cards") > 0)
            yield return texts["the card"];
        if (rows.Where(r => !Named.Contains(r.Key)).Sum(r => r.Value) is > 0 and var others)
            yield return texts.Count(others, "{0} further entry of the record", "{0} further entries of the record");

        int Of(string table) => rows.GetValueOrDefault(table);
    }

    /// <summary>Why it cannot be done, and what to do next; throws when it can.</summary>
    public static string Refusal(IStringLocalizer texts, MergeMembers.Outcome outcome) =>
        outcome switch
        {
            MergeMembers.Outcome.NotFound => texts[
                "One of the two is not here any more, or one is a person and the other an organisation."
            ],
            MergeMembers.Outcome.KeptHasLeft => texts[
                "The record that would go on has left. Keep the other one, or take the membership up again first."
            ],
            MergeMembers.Outcome.MergedBefore => texts[
                "The record that would end was put together with another one before. Look at its page."
            ],
            MergeMembers.Outcome.BothSignIn => texts[
                "Both have a sign-in, and one person signs in once. Keep the one they use, and end the other under people and roles first."
            ],
            MergeMembers.Outcome.SomethingWaits => texts[
                "Exchanges of the record that would end wait for an answer, or hours of it are kept for something. Settle that on its page first."
            ],
            MergeMembers.Outcome.BalanceChanged => texts["The balance has changed since you looked. Look at it again."],
            MergeMembers.Outcome.Merged => throw new InvalidOperationException("They are together."),
        };
}
