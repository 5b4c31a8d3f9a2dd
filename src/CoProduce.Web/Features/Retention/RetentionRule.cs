using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Retention;

/// <summary>What an organisation keeps for a time of its own choosing.</summary>
public enum Kept : short
{
    /// <summary>Members who have left: they are erased, and their hours stay under a former member.</summary>
    FormerMembers = 1,

    /// <summary>Confidential notes, from the day they were written.</summary>
    Notes = 2,

    /// <summary>What was kept to with a member, from the day it was lifted.</summary>
    LiftedRestrictions = 3,

    /// <summary>Checks, from the day they ran out or a newer one was recorded.</summary>
    Checks = 4,

    /// <summary>Who has looked at a record, from the day they looked.</summary>
    Looks = 5,

    /// <summary>Concerns that are closed, from their last step.</summary>
    ClosedConcerns = 6,

    /// <summary>What letters said that could not be delivered, from the day the program gave up.</summary>
    UndeliveredLetters = 7,

    /// <summary>Calls with members, from the day of the call.</summary>
    Calls = 9,

    /// <summary>What was sent to members, from the day it was sent, posted, told or dropped.</summary>
    Sendings = 10,

    /// <summary>Messages between members, from the day they were written; what was reported, from the day the report was closed.</summary>
    Messages = 8,
}

/// <summary>How long something is kept. Without a rule it is kept until somebody asks.</summary>
public sealed class RetentionRule
{
    /// <summary>The most months: thirty years.</summary>
    public const int MostMonths = 360;

    /// <summary>For so many days after a rule was changed nothing goes by it, so that a slip can be mended.</summary>
    public const int DaysToThink = 14;

    /// <summary>What.</summary>
    public Kept Kind { get; init; }

    /// <summary>For how many months; never under <see cref="LeastMonths"/>, which the database checks too.</summary>
    public int Months { get; set; }

    /// <summary>The day on which it was made or changed.</summary>
    public DateOnly Since { get; set; }

    /// <summary>The least number of months: a slip of the hand must not take a safeguarding record away.</summary>
    public static int LeastMonths(Kept kind) =>
        kind switch
        {
            Kept.ClosedConcerns => 72,
            Kept.UndeliveredLetters or Kept.Messages => 1,
            _ => 12,
        };
}

/// <summary>Everything about a member is kept for longer than the rules say, such as while a claim is open.</summary>
public sealed class RetentionHold
{
    /// <summary>The longest reason.</summary>
    public const int WhyLength = 300;

    /// <summary>Whose record.</summary>
    public MemberId MemberId { get; init; }

    /// <summary>Nothing goes before this day.</summary>
    public DateOnly Until { get; set; }

    /// <summary>Why.</summary>
    public required string Why { get; set; }

    /// <summary>Who said so last.</summary>
    public RoleHolderId By { get; set; }
}

/// <summary>What went by the rules on one day.</summary>
public sealed class RetentionRun
{
    /// <summary>The day.</summary>
    public DateOnly Day { get; init; }

    /// <summary>What went.</summary>
    public Kept Kind { get; init; }

    /// <summary>How many.</summary>
    public int Gone { get; set; }
}

/// <summary>Something that goes by a rule, and when.</summary>
public sealed class RetentionDate
{
    /// <summary>What it is.</summary>
    public Kept Kind { get; init; }

    /// <summary>The record.</summary>
    public Guid Id { get; init; }

    /// <summary>The first day on which it goes, a hold and the days to think counted in.</summary>
    public DateOnly GoesOn { get; init; }
}
