using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Features.Activities;

/// <summary>The id of a register; it is the request key of the form that logged it.</summary>
public readonly record struct RegisterId(Guid Value);

/// <summary>Who earned and who spent.</summary>
public enum RegisterShape : short
{
    /// <summary>One gave to several: a class.</summary>
    OneToMany = 1,

    /// <summary>Several gave to one: many hands.</summary>
    ManyToOne = 2,

    /// <summary>Several gave, to several or to all.</summary>
    ManyToMany = 3,
}

/// <summary>What is done with the difference between what was earned and what was spent.</summary>
public enum Difference : short
{
    /// <summary>The community pot gets it, or pays it.</summary>
    Pot = 1,

    /// <summary>The organisation gets it, or pays it.</summary>
    Organisation = 2,

    /// <summary>There is none: those who were helped share what was earned.</summary>
    Shared = 3,
}

/// <summary>On which side somebody stands.</summary>
public enum RegisterSide : short
{
    /// <summary>Gave time.</summary>
    Gave = 1,

    /// <summary>Was helped, or took part.</summary>
    TookPart = 2,
}

/// <summary>Who paid for somebody who took part.</summary>
public enum PaidBy : short
{
    /// <summary>They themselves.</summary>
    Member = 1,

    /// <summary>The community pot.</summary>
    Pot = 2,

    /// <summary>The organisation.</summary>
    Organisation = 3,
}

/// <summary>Help in which several took part, in the ledger as one entry.</summary>
public sealed class Register
{
    /// <summary>The most people on one register.</summary>
    public const int MostPeople = 200;

    /// <summary>The longest list as it is typed, in characters.</summary>
    public const int ListLength = 10_000;

    /// <summary>The longest reason for letting somebody pass the floor.</summary>
    public const int PassReasonLength = 200;

    /// <summary>The register.</summary>
    public RegisterId Id { get; init; }

    /// <summary>Who earned and who spent.</summary>
    public RegisterShape Shape { get; init; }

    /// <summary>What it was.</summary>
    public required string Description { get; init; }

    /// <summary>The kind of help; null when nobody said.</summary>
    public CategoryId? CategoryId { get; init; }

    /// <summary>The hub of the first who gave, by which figures are counted.</summary>
    public HubId HubId { get; init; }

    /// <summary>The day it was.</summary>
    public DateOnly ServiceDate { get; init; }

    /// <summary>What was done with the difference.</summary>
    public Difference Difference { get; init; }

    /// <summary>Why somebody was let pass the floor; null when nobody was.</summary>
    public string? PassReason { get; init; }

    /// <summary>Who logged it.</summary>
    public RoleHolderId LoggedBy { get; init; }

    /// <summary>By which door it came in.</summary>
    public Door Door { get; init; }

    /// <summary>When it was logged.</summary>
    public DateTimeOffset LoggedAt { get; init; }

    /// <summary>The ledger's entry.</summary>
    public EntryId EntryId { get; init; }

    /// <summary>The entry that undid it; null while it stands.</summary>
    public EntryId? ReversalId { get; private set; }

    /// <summary>Who undid it; null while it stands.</summary>
    public RoleHolderId? EndedBy { get; private set; }

    /// <summary>Why; null while it stands.</summary>
    public string? EndReason { get; private set; }

    /// <summary>When; null while it stands.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Undone by a coordinator; the people and both entries stay.</summary>
    public void Reverse(RoleHolderId by, string reason, EntryId reversal, DateTimeOffset at)
    {
        if (ReversalId is not null)
            throw new InvalidOperationException("A register is undone once.");
        (EndedBy, EndReason, ReversalId, EndedAt) = (by, reason, reversal, at);
    }
}

/// <summary>One person on a register.</summary>
public sealed class RegisterLine
{
    /// <summary>The register.</summary>
    public RegisterId RegisterId { get; init; }

    /// <summary>Who.</summary>
    public MemberId MemberId { get; init; }

    /// <summary>The place on the register, from 1.</summary>
    public int Position { get; init; }

    /// <summary>On which side.</summary>
    public RegisterSide Side { get; init; }

    /// <summary>What was earned or spent, in minutes.</summary>
    public int Minutes { get; init; }

    /// <summary>Who paid, for somebody who took part.</summary>
    public PaidBy PaidBy { get; init; } = PaidBy.Member;
}
