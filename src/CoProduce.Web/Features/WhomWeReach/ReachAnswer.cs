using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.WhomWeReach;

/// <summary>What can be asked to see whom the time bank reaches. The set is fixed, so that figures can be laid beside the census.</summary>
public enum ReachQuestion : short
{
    /// <summary>The ethnic group, in the groups of the 2021 census of England and Wales.</summary>
    EthnicGroup = 1,

    /// <summary>The sex.</summary>
    Sex = 2,

    /// <summary>Whether a condition or illness limits day-to-day life.</summary>
    Disability = 3,

    /// <summary>What somebody does all day.</summary>
    Employment = 4,
}

/// <summary>Which of the questions an organisation asks; none where there is no row.</summary>
public sealed class ReachSettings
{
    public List<ReachQuestion> Asked { get; set; } = [];
}

/// <summary>
/// What a member said of themself for figures alone. The member reads it; on no page of anybody else it stands beside a name. It is there as long as their
/// consent is, and not a moment longer.
/// </summary>
public sealed class ReachAnswer
{
    /// <summary>The longest answer in own words.</summary>
    public const int WordsLength = 80;

    public MemberId MemberId { get; init; }

    public ReachQuestion Question { get; init; }

    /// <summary>One of <see cref="ReachChoices"/>.</summary>
    public int Choice { get; set; }

    /// <summary>How they say it themselves, where the choice is "another"; empty otherwise.</summary>
    public string Words { get; set; } = "";

    /// <summary>When it was said last.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Who wrote it down: the member, or a coordinator for them.</summary>
    public RoleHolderId By { get; set; }
}

/// <summary>The answers to choose from, by number. Numbers stay what they mean: answers are kept by them.</summary>
public static class ReachChoices
{
    /// <summary>An answer as good as any other.</summary>
    public const int PreferNotToSay = 99;

    /// <summary>The choices of a question in the order in which they are shown.</summary>
    public static IReadOnlyList<int> Of(ReachQuestion question) =>
        question switch
        {
            ReachQuestion.EthnicGroup => [11, 12, 13, 14, 19, 21, 22, 29, 31, 32, 33, 39, 41, 42, 43, 44, 49, 51, 59, PreferNotToSay],
            ReachQuestion.Sex => [1, 2, 9, PreferNotToSay],
            ReachQuestion.Disability => [1, 2, 3, PreferNotToSay],
            ReachQuestion.Employment => [1, 2, 3, 4, 5, 6, 7, 9, PreferNotToSay],
        };

    /// <summary>Whether it is "another", which can be said in own words.</summary>
    public static bool IsOther(int choice) => choice % 10 == 9 && choice != PreferNotToSay;

    /// <summary>The line of the report under which a choice is counted: for ethnic groups the five high-level ones of the census.</summary>
    public static int Line(ReachQuestion question, int choice) =>
        question == ReachQuestion.EthnicGroup && choice != PreferNotToSay ? choice / 10 * 10 : choice;
}
