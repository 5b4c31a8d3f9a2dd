using CoProduce.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;

namespace CoProduce.Web.Features.Ledger;

/// <summary>A row of the accounts table. Read only here: the posting functions write it.</summary>
public sealed class AccountRow
{
    public AccountId Id { get; private init; }
    public AccountKind Kind { get; private init; }

    /// <summary>Whose; null for the organisation's own accounts.</summary>
    public MemberId? MemberId { get; private init; }

    /// <summary>What it is called; null unless it is a team's, a partner's or a second pot.</summary>
    public string? Name { get; private init; }

    /// <summary>Whose pot it is; null unless it is a hub's.</summary>
    public HubId? HubId { get; private init; }

    /// <summary>With which organisation it clears; null unless it is a clearing account.</summary>
    public OrganisationId? AffiliateId { get; private init; }
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

/// <summary>How a hold stands; the numbers are stored and never change their meaning.</summary>
public enum HoldStatus : short
{
    /// <summary>The minutes are promised.</summary>
    Open = 1,

    /// <summary>An entry has moved them.</summary>
    Taken = 2,

    /// <summary>Somebody let them go.</summary>
    Released = 3,

    /// <summary>Its time ran out.</summary>
    RunOut = 4,
}

/// <summary>Minutes that are promised and not yet moved. Read only here: the functions write it, and it ends once.</summary>
public sealed class HoldRow
{
    /// <summary>The longest purpose, in characters.</summary>
    public const int PurposeLength = 200;

    public HoldId Id { get; private init; }
    public AccountId AccountId { get; private init; }
    public long Minutes { get; private init; }

    /// <summary>What it is promised for, in words.</summary>
    public string Purpose { get; private init; } = "";
    public DateTimeOffset PlacedAt { get; private init; }

    /// <summary>When it runs out; null for never.</summary>
    public DateTimeOffset? Until { get; private init; }

    /// <summary>The role holder who promised; null for a job.</summary>
    public Guid? PlacedBy { get; private init; }
    public HoldStatus Status { get; private init; }
    public DateTimeOffset? EndedAt { get; private init; }

    /// <summary>The role holder who ended it; null while it is open and when it ran out.</summary>
    public Guid? EndedBy { get; private init; }

    /// <summary>The entry that took it; null unless it was taken.</summary>
    public EntryId? EntryId { get; private init; }
}

/// <summary>Days into which nothing is dated any more. Read only here, and never changed.</summary>
public sealed class ClosedPeriodRow
{
    /// <summary>This day and all before it are closed.</summary>
    public DateOnly ClosedTo { get; private init; }
    public DateTimeOffset ClosedAt { get; private init; }

    /// <summary>The role holder who closed it.</summary>
    public Guid ClosedBy { get; private init; }
}

/// <summary>One link of the chain of hashes over all entries. Read only here, and never changed.</summary>
public sealed class ChainLinkRow
{
    /// <summary>1, 2, 3 and so on within the organisation.</summary>
    public long Number { get; private init; }
    public EntryId EntryId { get; private init; }

    /// <summary>The hash of the entry and its postings.</summary>
    public byte[] Digest { get; private init; } = [];

    /// <summary>The hash of the link before and the digest.</summary>
    public byte[] Hash { get; private init; } = [];
    public DateTimeOffset LinkedAt { get; private init; }
}

/// <summary>An entry that is neither in the chain nor in the sums that are kept; its row goes when it is. Read only here.</summary>
public sealed class NewEntryRow
{
    public EntryId EntryId { get; private init; }
}

/// <summary>What was posted on one day to accounts of one kind, in minutes. Read only here.</summary>
public sealed class LedgerDayRow
{
    /// <summary>The day of the organisation on which it was posted.</summary>
    public DateOnly Day { get; private init; }
    public AccountKind Kind { get; private init; }
    public long CameIn { get; private init; }

    /// <summary>A number below zero, or zero.</summary>
    public long WentOut { get; private init; }
}

/// <summary>What the last look at one promise of the ledger found.</summary>
public sealed class ProofCheck
{
    /// <summary>The longest text kept of the first breach.</summary>
    public const int FirstLength = 500;

    /// <summary>The promise's number, such as I1.</summary>
    public required string Code { get; init; }
    public DateTimeOffset CheckedAt { get; set; }

    /// <summary>How many breaches were found, counted up to <see cref="Invariants.MostCounted"/>.</summary>
    public int Breaches { get; set; }

    /// <summary>The first of them; empty when there was none.</summary>
    public string First { get; set; } = "";
}

/// <summary>The one row about looking at every promise: whether somebody waits for it, and how long it took last.</summary>
public sealed class FullCheck
{
    /// <summary>When it was asked for; null while nobody waits.</summary>
    public DateTimeOffset? AskedAt { get; private init; }

    /// <summary>The name of who asked; null while nobody waits.</summary>
    public string? AskedBy { get; private init; }

    /// <summary>How long the last one took; null when there was none.</summary>
    public TimeSpan? Took { get; private init; }
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

    /// <summary>An affiliation with another organisation.</summary>
    Affiliation = 4,

    /// <summary>A register of several people.</summary>
    Register = 5,

    /// <summary>An account itself: a balance brought along, a pot, a team, a partner.</summary>
    Account = 6,
}
