using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Privacy;

/// <summary>For what a member may say yes or no. Nothing here is needed to be a member.</summary>
public enum ConsentPurpose : short
{
    /// <summary>Other members find the name, the time bank and the skills in the members' directory.</summary>
    Directory = 1,

    /// <summary>News of the organisation by mail or post.</summary>
    News = 2,

    /// <summary>The member's own story is told to others.</summary>
    Story = 3,

    /// <summary>Whoever referred the member hears how they are getting on.</summary>
    Feedback = 4,

    /// <summary>A birthday is remembered.</summary>
    Birthday = 5,

    /// <summary>A photo is kept, and those who run the time bank see it. A no takes it away at once.</summary>
    Photo = 6,

    /// <summary>Other members see the photo in the directory, and in the household and networks that they share.</summary>
    PhotoForMembers = 7,

    /// <summary>Answers about ethnic group, sex, disability and employment are kept, to be counted. A no takes them away at once.</summary>
    Reach = 8,
}

/// <summary>What the organisation asks for a purpose, in its own words. A change makes a new version; what was said yes to stays readable.</summary>
public sealed class ConsentWording
{
    /// <summary>The longest wording.</summary>
    public const int Length = 500;

    /// <summary>For what.</summary>
    public ConsentPurpose Purpose { get; init; }

    /// <summary>From 2; the first version is the program's own wording and has no row.</summary>
    public int Version { get; init; }

    /// <summary>The words.</summary>
    public required string Wording { get; init; }

    /// <summary>Since when they are asked.</summary>
    public DateTimeOffset Since { get; init; }
}

/// <summary>A yes or a no of a member to a purpose, with the words that were asked. The last one counts; none is ever changed.</summary>
public sealed class Consent
{
    /// <summary>The line.</summary>
    public Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public MemberId MemberId { get; init; }

    /// <summary>To what.</summary>
    public ConsentPurpose Purpose { get; init; }

    /// <summary>True for yes.</summary>
    public bool IsGiven { get; init; }

    /// <summary>The version of the wording.</summary>
    public int Version { get; init; }

    /// <summary>The words that were asked.</summary>
    public required string Wording { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who wrote it down: the member, or a coordinator for them.</summary>
    public RoleHolderId By { get; init; }

    /// <summary>By which door it came.</summary>
    public Door Door { get; init; }
}
