using CoProduce.Ledger;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Ledger;

/// <summary>A row of the accounts table. Read only here: the posting functions write it.</summary>
public sealed class AccountRow
{
    public AccountId Id { get; private init; }
    public AccountKind Kind { get; private init; }

    /// <summary>Whose; null for the organisation's own accounts.</summary>
    public MemberId? MemberId { get; private init; }
    public DateTimeOffset OpenedAt { get; private init; }
    public DateTimeOffset? ClosedAt { get; private init; }

    /// <summary>The lowest balance allowed in minutes; null for no floor.</summary>
    public long? Floor { get; private init; }

    /// <summary>How far a coordinator let the balance pass the floor; null when it is not below it.</summary>
    public long? FloorPassedTo { get; private init; }

    /// <summary>In minutes.</summary>
    public long Balance { get; private init; }

    /// <summary>Minutes promised and not yet moved.</summary>
    public long Held { get; private init; }
    public long LastNumber { get; private init; }
    public DateTimeOffset? LastPostedAt { get; private init; }
}

/// <summary>A row of the entries table. Read only here: the posting functions write it and nobody changes it.</summary>
public sealed class EntryRow
{
    public EntryId Id { get; private init; }
    public EntryKind Kind { get; private init; }
    public Guid RequestKey { get; private init; }
    public byte[] BodyHash { get; private init; } = [];
    public DateOnly ServiceDate { get; private init; }
    public DateTimeOffset PostedAt { get; private init; }
    public EntryId? Reverses { get; private init; }
    public bool PassedFloor { get; private init; }
    public string? Reason { get; private init; }

    /// <summary>The role holder who acted; null for a job or an import.</summary>
    public Guid? ActedBy { get; private init; }

    /// <summary>The member acted for; null for oneself.</summary>
    public Guid? OnBehalfOf { get; private init; }
    public Door Door { get; private init; }
    public LedgerSubject SubjectKind { get; private init; }
    public Guid? SubjectId { get; private init; }
}

/// <summary>A row of the postings table. Read only here: the posting functions write it and nobody changes it.</summary>
public sealed class PostingRow
{
    public AccountId AccountId { get; private init; }

    /// <summary>1, 2, 3 and so on within the account.</summary>
    public long Number { get; private init; }
    public EntryId EntryId { get; private init; }

    /// <summary>In minutes: positive for what was received into the account.</summary>
    public long Amount { get; private init; }

    /// <summary>The account's balance after this line, in minutes.</summary>
    public long RunningBalance { get; private init; }
}

/// <summary>Which kind of record an entry belongs to.</summary>
public enum LedgerSubject : short
{
    /// <summary>A member who joined or left.</summary>
    Member = 1,

    /// <summary>An exchange.</summary>
    Exchange = 2,

    /// <summary>A gift.</summary>
    Gift = 3,
}
