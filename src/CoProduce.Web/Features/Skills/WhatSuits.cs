using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Skills;

/// <summary>How far somebody goes to help.</summary>
public enum Reach : short
{
    /// <summary>A few minutes on foot.</summary>
    Walk = 1,

    /// <summary>This neighbourhood.</summary>
    Neighbourhood = 2,

    /// <summary>This town.</summary>
    Town = 3,

    /// <summary>Anywhere.</summary>
    Anywhere = 4,

    /// <summary>Nowhere: they help from home, by telephone or at their own table.</summary>
    FromHome = 5,
}

/// <summary>What somebody who visits meets at a member's home.</summary>
[Flags]
public enum PetsAndSmoke : short
{
    Nothing = 0,
    Dog = 1,
    Cat = 2,
    OtherPets = 4,
    Smoke = 8,
}

/// <summary>When, how far and on what terms somebody takes part. One row for each member who said something.</summary>
public sealed class WhatSuits
{
    /// <summary>The longest free line.</summary>
    public const int LineLength = 300;

    /// <summary>Whose.</summary>
    public MemberId MemberId { get; init; }

    /// <summary>The parts of the week that usually suit, as <see cref="WeekPattern"/> numbers them; zero when not said.</summary>
    public int Times { get; set; }

    /// <summary>True for somebody who would rather be asked each time than keep to a pattern.</summary>
    public bool AskFirst { get; set; }

    /// <summary>More about when, in own words; empty for nothing.</summary>
    public string TimesNote { get; set; } = "";

    /// <summary>The first day away; null when not away, or from now on when <see cref="AwayUntil"/> is set.</summary>
    public DateOnly? AwayFrom { get; set; }

    /// <summary>The last day away; null for no known end.</summary>
    public DateOnly? AwayUntil { get; set; }

    /// <summary>How far they go; null when not said.</summary>
    public Reach? Reach { get; set; }

    /// <summary>True for somebody who needs a lift to get there.</summary>
    public bool NeedsLift { get; set; }

    /// <summary>What there is at their home.</summary>
    public PetsAndSmoke Has { get; set; }

    /// <summary>What they would rather not be near.</summary>
    public PetsAndSmoke Avoids { get; set; }

    /// <summary>What not to ask of them, in own words; empty for nothing.</summary>
    public string DoNotAsk { get; set; } = "";

    /// <summary>True when they are away on that day.</summary>
    public bool IsAway(DateOnly day) => (AwayFrom is not null || AwayUntil is not null) && !(AwayFrom > day) && !(AwayUntil < day);
}

/// <summary>The twenty-one parts of a week: mornings, afternoons and evenings of seven days, the first being Monday's morning.</summary>
public static class WeekPattern
{
    /// <summary>Mornings, afternoons, evenings.</summary>
    public const int Parts = 3;

    /// <summary>All parts of the week together.</summary>
    public const int All = (1 << (7 * Parts)) - 1;

    /// <summary>The days from Monday on.</summary>
    public static readonly IReadOnlyList<DayOfWeek> Days =
    [
        DayOfWeek.Monday,
        DayOfWeek.Tuesday,
        DayOfWeek.Wednesday,
        DayOfWeek.Thursday,
        DayOfWeek.Friday,
        DayOfWeek.Saturday,
        DayOfWeek.Sunday,
    ];

    /// <summary>The bit of one part of the week.</summary>
    /// <param name="day">From 0 for Monday.</param>
    /// <param name="part">0 for morning, 1 for afternoon, 2 for evening.</param>
    public static int Bit(int day, int part) => 1 << (day * Parts + part);

    /// <summary>The bits of a day, of a part of the day or of both.</summary>
    /// <param name="day">From 0 for Monday; null for any day.</param>
    /// <param name="part">0 for morning to 2 for evening; null for any part.</param>
    public static int Bits(int? day, int? part)
    {
        var bits = 0;
        for (var d = 0; d < 7; d++)
        for (var p = 0; p < Parts; p++)
            if ((day ?? d) == d && (part ?? p) == p)
                bits |= Bit(d, p);
        return bits;
    }
}
