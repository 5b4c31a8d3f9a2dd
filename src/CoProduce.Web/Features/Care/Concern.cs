using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Care;

/// <summary>The id of a concern.</summary>
public readonly record struct ConcernId(Guid Value);

/// <summary>How a concern stands.</summary>
public enum ConcernStatus : short
{
    /// <summary>Recorded; nobody has begun.</summary>
    Open = 1,

    /// <summary>Its owner is at it.</summary>
    LookedInto = 2,

    /// <summary>With the council, the police, a surgery; the last step says with whom.</summary>
    PassedOn = 3,

    /// <summary>Over; the last step says how it ended.</summary>
    Closed = 4,
}

/// <summary>A worry about somebody's safety, with somebody who sees to it and a day by which. What is known of it is never changed; every step is added.</summary>
public sealed class Concern
{
    /// <summary>The longest text of what was seen, done or decided.</summary>
    public const int TextLength = 4000;

    /// <summary>The longest name of who saw or heard it.</summary>
    public const int SeenByLength = 200;

    /// <summary>The usual number of days until the next step.</summary>
    public const int UsualDays = 7;

    public ConcernId Id { get; init; }

    /// <summary>About whom.</summary>
    public MemberId MemberId { get; init; }

    /// <summary>What was seen or heard, in the words of who saw it.</summary>
    public required string Seen { get; init; }

    /// <summary>Who saw or heard it.</summary>
    public required string SeenBy { get; init; }

    public DateOnly SeenOn { get; init; }

    /// <summary>What was done at once; empty for nothing.</summary>
    public string DoneAtOnce { get; init; } = "";

    /// <summary>Who wrote it down; null for demonstration data.</summary>
    public RoleHolderId? RecordedBy { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    public Door Door { get; init; }

    /// <summary>As the last step left it.</summary>
    public ConcernStatus Status { get; private set; } = ConcernStatus.Open;

    /// <summary>Who sees to it.</summary>
    public RoleHolderId OwnerId { get; set; }

    /// <summary>By when the next step is due.</summary>
    public DateOnly DueOn { get; set; }

    /// <summary>When the member was told that there is such a record; null while it is kept from them.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    /// <summary>True until it is closed.</summary>
    public bool IsOpen => Status != ConcernStatus.Closed;

    /// <summary>Stands as this step says.</summary>
    public void Take(ConcernStep step)
    {
        (Status, OwnerId, DueOn) = (step.Status, step.OwnerId, step.DueOn);
        if (step.Told)
            ToldAt ??= step.At;
    }
}

/// <summary>A step in a concern: what was done or learnt, and how it stands since. Never changed.</summary>
public sealed class ConcernStep
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public ConcernId ConcernId { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Who wrote it; null for demonstration data.</summary>
    public RoleHolderId? WrittenBy { get; init; }

    public required string Words { get; init; }

    public ConcernStatus Status { get; init; }

    public RoleHolderId OwnerId { get; init; }

    public DateOnly DueOn { get; init; }

    /// <summary>True when the member was told of the record with this step.</summary>
    public bool Told { get; init; }
}
