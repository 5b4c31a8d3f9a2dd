using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Care;

/// <summary>The id of a restriction.</summary>
public readonly record struct RestrictionId(Guid Value);

/// <summary>What a restriction asks for.</summary>
public enum RestrictionKind : short
{
    /// <summary>Not in anybody's home, their own included.</summary>
    NoHomeVisits = 1,

    /// <summary>Always two people beside this member.</summary>
    TwoPeople = 2,

    /// <summary>Only with a coordinator there.</summary>
    CoordinatorPresent = 3,

    /// <summary>Not with anybody under 18.</summary>
    NoMinors = 4,

    /// <summary>Something else, in words.</summary>
    Other = 5,
}

/// <summary>Something to keep to when a member meets others. It speaks up where an exchange or a register would break it, and forbids nothing.</summary>
public sealed class Restriction
{
    /// <summary>The longest words of one's own.</summary>
    public const int WordsLength = 200;

    /// <summary>The longest reason.</summary>
    public const int WhyLength = 500;

    /// <summary>The longest name of whom it comes from.</summary>
    public const int FromLength = 120;

    public RestrictionId Id { get; init; }

    public MemberId MemberId { get; init; }

    public RestrictionKind Kind { get; init; }

    /// <summary>What to keep to, in words; empty where the kind says it all.</summary>
    public string Words { get; init; } = "";

    public required string Why { get; init; }

    /// <summary>Whom it comes from: a probation officer, a nurse, the member.</summary>
    public required string FromWhom { get; init; }

    public DateOnly Since { get; init; }

    /// <summary>The last day; null until somebody lifts it.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>When to ask whether it is still needed; null for never.</summary>
    public DateOnly? ReviewOn { get; set; }

    /// <summary>Who wrote it down; null for demonstration data.</summary>
    public RoleHolderId? MadeBy { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    public Door Door { get; init; }

    /// <summary>When it was lifted; null while it stands.</summary>
    public DateTimeOffset? LiftedAt { get; private set; }

    /// <summary>Who lifted it; null while it stands.</summary>
    public RoleHolderId? LiftedBy { get; private set; }

    /// <summary>Somebody says that it is no longer needed; why stands in the audit.</summary>
    public void Lift(RoleHolderId by, DateTimeOffset at) => (LiftedBy, LiftedAt) = (by, at);
}

/// <summary>Something that broke a rule of care, or would have, and who has read the warning: one line for each rule and exchange, register, offer or request.</summary>
public sealed class CareMark
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The exchange, register, offer or request.</summary>
    public Guid SubjectId { get; init; }

    /// <summary>Whom the rule is about.</summary>
    public MemberId MemberId { get; init; }

    /// <summary>The restriction; null when a check was missing.</summary>
    public RestrictionId? RestrictionId { get; init; }

    /// <summary>The check that was missing; null when it was a restriction.</summary>
    public CheckKindId? CheckKindId { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The coordinator who read it; null until one has, as when members logged it themselves.</summary>
    public RoleHolderId? ReadBy { get; private set; }

    /// <summary>When; null until a coordinator has read it.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>A coordinator has read it.</summary>
    public void Read(RoleHolderId by, DateTimeOffset at) => (ReadBy, ReadAt) = (by, at);
}
