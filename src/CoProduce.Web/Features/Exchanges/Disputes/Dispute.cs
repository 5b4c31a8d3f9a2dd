using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Exchanges.Disputes;

/// <summary>The id of a dispute.</summary>
public readonly record struct DisputeId(Guid Value);

/// <summary>How a dispute stands.</summary>
public enum DisputeState : short
{
    /// <summary>Nobody looks into it yet.</summary>
    Open = 1,

    /// <summary>A coordinator has taken it.</summary>
    LookedInto = 2,

    /// <summary>A coordinator decided.</summary>
    Decided = 3,

    /// <summary>The one who raised it says that it is right after all.</summary>
    TakenBack = 4,
}

/// <summary>What a coordinator decided.</summary>
public enum DisputeDecision : short
{
    /// <summary>The exchange stays as it was logged.</summary>
    Kept = 1,

    /// <summary>Another exchange stands in its place.</summary>
    Corrected = 2,

    /// <summary>It is undone.</summary>
    Undone = 3,
}

/// <summary>Somebody says that an exchange is not right, and what becomes of that. An exchange has at most one that is not over.</summary>
public sealed class Dispute
{
    /// <summary>When it is not decided, coordinators are reminded again after so many days.</summary>
    public const int ReminderDays = 7;

    public DisputeId Id { get; init; }

    public ExchangeId ExchangeId { get; init; }

    /// <summary>The side that says so.</summary>
    public MemberId RaisedBy { get; init; }

    public DateTimeOffset RaisedAt { get; init; }

    /// <summary>From then on it is overdue.</summary>
    public DateTimeOffset DueAt { get; init; }

    public DisputeState State { get; private set; } = DisputeState.Open;

    /// <summary>Who looks into it; null while nobody does.</summary>
    public RoleHolderId? LookedIntoBy { get; private set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset? LookedIntoAt { get; private set; }

    /// <summary>When it was decided or taken back; null while it is not over.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What was decided; null unless somebody did.</summary>
    public DisputeDecision? Decision { get; private set; }

    /// <summary>Who decided; null unless somebody did.</summary>
    public RoleHolderId? DecidedBy { get; private set; }

    /// <summary>True until it is decided or taken back.</summary>
    public bool IsOpen => State is DisputeState.Open or DisputeState.LookedInto;

    /// <summary>A coordinator takes it, also from another one.</summary>
    public void LookInto(RoleHolderId by, DateTimeOffset at)
    {
        Require(IsOpen);
        (State, LookedIntoBy, LookedIntoAt) = (DisputeState.LookedInto, by, at);
    }

    /// <summary>A coordinator decides.</summary>
    public void Decide(DisputeDecision decision, RoleHolderId by, DateTimeOffset at)
    {
        Require(IsOpen);
        (State, Decision, DecidedBy, EndedAt) = (DisputeState.Decided, decision, by, at);
    }

    /// <summary>The one who raised it says that it is right after all.</summary>
    public void TakeBack(DateTimeOffset at)
    {
        Require(IsOpen);
        (State, EndedAt) = (DisputeState.TakenBack, at);
    }

    private void Require(bool holds)
    {
        if (!holds)
            throw new InvalidOperationException($"A dispute that is {State} cannot change so.");
    }
}

/// <summary>Something that was said in a dispute. Both people concerned and coordinators read it; it is never changed.</summary>
public sealed class DisputeNote
{
    /// <summary>The longest, as long as the words that begin a dispute.</summary>
    public const int TextLength = Exchange.ReasonLength;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public DisputeId DisputeId { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The member whose words they are; null when a coordinator speaks for themself.</summary>
    public MemberId? SaidBy { get; init; }

    /// <summary>The role holder who wrote it down; null when it came by the link in a mail, or from demonstration data.</summary>
    public RoleHolderId? WrittenBy { get; init; }

    public Door Door { get; init; }

    public required string Text { get; init; }
}
