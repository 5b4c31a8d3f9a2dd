using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Features.Circles;

/// <summary>The id of a household or a network.</summary>
public readonly record struct CircleId(Guid Value)
{
    /// <summary>A new time-ordered id.</summary>
    public static CircleId New() => new(Guid.CreateVersion7());
}

/// <summary>What holds a circle together.</summary>
public enum CircleKind : short
{
    /// <summary>People who live together. A member is in at most one at a time.</summary>
    Household = 1,

    /// <summary>Members near one another who look out for each other. A member is in any number.</summary>
    Network = 2,
}

/// <summary>A household or a small network inside a hub. Hours stay each member's own.</summary>
public sealed class Circle
{
    /// <summary>The longest name.</summary>
    public const int NameLength = 80;

    /// <summary>The most members at a time: a larger one is no circle but a time bank of its own.</summary>
    public const int Most = 60;

    /// <summary>The circle.</summary>
    public CircleId Id { get; init; }

    /// <summary>A household or a network; never changed.</summary>
    public CircleKind Kind { get; init; }

    /// <summary>Its name, at most <see cref="NameLength"/> characters.</summary>
    public required string Name { get; set; }

    /// <summary>The hub it lies in.</summary>
    public HubId HubId { get; set; }

    /// <summary>The volunteer who leads a network; null for none, and for a household.</summary>
    public MemberId? LeaderId { get; set; }

    /// <summary>Whose address and telephone serve a whole household; null when each has their own.</summary>
    public MemberId? ContactId { get; set; }

    /// <summary>True when a household wants one letter for all.</summary>
    public bool OneLetter { get; set; }

    /// <summary>When it ended; null while it lasts.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why it ended; empty while it lasts.</summary>
    public string EndedWhy { get; set; } = "";
}

/// <summary>A time that a member is or was in a circle.</summary>
public sealed class CircleMember
{
    /// <summary>The longest words for where somebody lives.</summary>
    public const int PlaceLength = 60;

    /// <summary>The line.</summary>
    public Guid Id { get; init; }

    /// <summary>In which circle.</summary>
    public CircleId CircleId { get; init; }

    /// <summary>Its kind again, so that the database can hold everybody to one household.</summary>
    public CircleKind Kind { get; init; }

    /// <summary>Who.</summary>
    public MemberId MemberId { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly Since { get; init; }

    /// <summary>The day on which it was over; null while it lasts.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>True when it was over because the circle ended: taking the circle up again brings them back.</summary>
    public bool EndedWithIt { get; set; }

    /// <summary>Where they live in a few words, as a street or a block, for walking round; empty for not said. Never a whole address.</summary>
    public string Place { get; set; } = "";
}
