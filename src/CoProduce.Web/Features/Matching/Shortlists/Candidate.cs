using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Skills;

namespace CoProduce.Web.Features.Matching;

/// <summary>Whom a look at a shortlist prefers.</summary>
public enum MatchLook
{
    /// <summary>Nobody in particular.</summary>
    Neither,

    /// <summary>People who have much in common already.</summary>
    Bonding,

    /// <summary>People who would not have met otherwise.</summary>
    Bridging,
}

/// <summary>Somebody who could do it or would like it, with what is known that speaks for asking them.</summary>
/// <param name="Balance">In minutes.</param>
/// <param name="Suits">When and how; as when nothing was said where there is no row.</param>
public sealed record Candidate(
    MemberId Id,
    int Number,
    string FirstName,
    string Name,
    string Hub,
    MemberStatus Status,
    long Balance,
    WhatSuits Suits
)
{
    /// <summary>The lines of theirs that fit.</summary>
    public IReadOnlyList<TwoNames> Skills { get; init; } = [];

    /// <summary>For an offer, the title of an open request of theirs that it may meet; empty for none.</summary>
    public string Asks { get; init; } = "";

    /// <summary>True when the title names what they can do, and not only the kind of help.</summary>
    public bool IsNamed { get; init; }

    /// <summary>The parts of the week asked for in which they have time; zero for none, or when no time is asked for.</summary>
    public int FreeThen { get; init; }

    /// <summary>True for somebody of the same time bank.</summary>
    public bool SameHub { get; init; }

    /// <summary>The languages that are asked for and that they speak.</summary>
    public IReadOnlyList<MemberLanguage> Languages { get; init; } = [];

    /// <summary>What both enjoy.</summary>
    public IReadOnlyList<TwoNames> Interests { get; init; } = [];

    /// <summary>The last day on which the two helped each other; null when they never did.</summary>
    public DateOnly? LastMet { get; init; }

    /// <summary>For an offer, true for somebody who has given much and never asked.</summary>
    public bool NeverAsked { get; init; }

    /// <summary>When they were last asked for anything; null when not lately.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>True when this help needs a check and they have all that it needs.</summary>
    public bool HasChecks { get; init; }

    /// <summary>Years between the two; null when not known, or not asked for.</summary>
    public int? YearsBetween { get; init; }

    /// <summary>True when it is for an offer, so that they would receive.</summary>
    public bool WouldReceive { get; init; }

    /// <summary>True for credits to spend, or, of somebody who would give, for having received more than given.</summary>
    public bool HasBalance => WouldReceive ? Balance > 0 : Balance < 0;

    /// <summary>True when the reason holds for them.</summary>
    public bool Is(MatchReason reason) =>
        reason switch
        {
            MatchReason.FreeThen => FreeThen != 0,
            MatchReason.Near => SameHub,
            MatchReason.Language => Languages.Count > 0,
            MatchReason.Interest => Interests.Count > 0,
            MatchReason.MetBefore => LastMet is not null,
            MatchReason.NewToEachOther => LastMet is null,
            MatchReason.Balance => HasBalance,
            MatchReason.NeverAsked => NeverAsked,
            MatchReason.AskedLately => AskedAt is not null,
        };
}

/// <summary>Why somebody who could do it is not on the list.</summary>
/// <param name="IsAway">True for somebody who is away then.</param>
/// <param name="Care">What of care stands against it; null when nothing does.</param>
public sealed record LeftOut(Candidate Candidate, bool IsAway, CareAnswer? Care);

/// <summary>How what is known of somebody becomes a place on the list.</summary>
public static class Weighing
{
    private const int Named = 3;
    private const int KindOnly = 1;
    private const int LookWeight = 2;

    /// <summary>So many years make another generation.</summary>
    public const int Generation = 20;

    /// <summary>So few years make the same age.</summary>
    public const int SameAge = 10;

    /// <summary>The higher, the sooner they are asked.</summary>
    public static int Score(Candidate candidate, MatchWeights weights, MatchLook look) =>
        (candidate.IsNamed ? Named : KindOnly)
        + Enum.GetValues<MatchReason>()
            .Where(candidate.Is)
            .Sum(r => r == MatchReason.AskedLately ? -(int)weights.Of(r) : (int)weights.Of(r))
        + LookWeight * (look == MatchLook.Neither ? 0 : Common(candidate, look == MatchLook.Bonding));

    private static int Common(Candidate candidate, bool isBonding)
    {
        bool[] says = isBonding
            ? [candidate.SameHub, candidate.Languages.Count > 0, candidate.Interests.Count > 0, candidate.YearsBetween <= SameAge]
            : [!candidate.SameHub, candidate.LastMet is null, candidate.YearsBetween >= Generation];
        return says.Count(s => s);
    }
}
