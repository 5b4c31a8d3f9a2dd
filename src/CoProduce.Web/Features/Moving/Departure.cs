using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;

namespace CoProduce.Web.Features.Moving;

/// <summary>What goes along when somebody moves to another organisation, each part only with their word.</summary>
[Flags]
public enum MoveParts
{
    /// <summary>The name alone, without which nobody can be welcomed.</summary>
    Nothing = 0,

    /// <summary>Mail, telephone, address and date of birth.</summary>
    Contact = 1,

    /// <summary>What they can give, enjoy and would like, and what they say of themselves.</summary>
    Skills = 2,

    /// <summary>The languages they speak.</summary>
    Languages = 4,

    /// <summary>When, how far and on what terms they take part.</summary>
    WhatSuits = 8,

    /// <summary>What helps them to take part.</summary>
    Access = 16,

    /// <summary>What they agreed to, with the words and the day.</summary>
    Consents = 32,

    /// <summary>The hours they have.</summary>
    Balance = 64,

    /// <summary>What they gave and received, without the names of others.</summary>
    History = 128,
}

/// <summary>How a move between two organisations stands.</summary>
public enum MoveStatus : short
{
    /// <summary>The new place has not answered.</summary>
    Waiting = 1,

    /// <summary>They belong to the new place.</summary>
    Arrived = 2,

    /// <summary>The new place said no.</summary>
    Refused = 3,

    /// <summary>The old place took it back.</summary>
    Withdrawn = 4,
}

/// <summary>A member's move to another organisation, as the organisation that they leave keeps it.</summary>
public sealed class Departure
{
    /// <summary>The longest word to the new place, or answer from it.</summary>
    public const int WordsLength = 500;

    /// <summary>The move; the arrival over there bears the same id.</summary>
    public Guid Id { get; init; }

    /// <summary>Who moves.</summary>
    public MemberId MemberId { get; init; }

    /// <summary>The organisation that they move to.</summary>
    public OrganisationId There { get; init; }

    /// <summary>What it was called then.</summary>
    public required string ThereName { get; init; }

    /// <summary>What goes along.</summary>
    public MoveParts Parts { get; init; }

    /// <summary>The words that were read to the person and that they said yes to.</summary>
    public required string Wording { get; init; }

    /// <summary>The day of their yes.</summary>
    public DateOnly AgreedOn { get; init; }

    /// <summary>How they said yes.</summary>
    public Door AgreedBy { get; init; }

    /// <summary>A word to the new place, which the person may read; empty for none.</summary>
    public string Words { get; init; } = "";

    /// <summary>True when it is a release from custody or a discharge.</summary>
    public bool IsRelease { get; init; }

    /// <summary>Who proposed it.</summary>
    public RoleHolderId By { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>How it stands.</summary>
    public MoveStatus Status { get; set; } = MoveStatus.Waiting;

    /// <summary>When it was answered or taken back; null while it waits.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>What the new place said; empty for nothing.</summary>
    public string Answer { get; set; } = "";

    /// <summary>The hours that went along, in minutes; zero until they arrived and for none.</summary>
    public long MinutesTaken { get; set; }
}

/// <summary>The same move as the organisation to which the member comes keeps it.</summary>
public sealed class Arrival
{
    /// <summary>The longest parcel.</summary>
    public const int ParcelLength = 200_000;

    /// <summary>The move; the departure over there bears the same id.</summary>
    public Guid Id { get; init; }

    /// <summary>The organisation that they come from.</summary>
    public OrganisationId From { get; init; }

    /// <summary>What it was called then.</summary>
    public required string FromName { get; init; }

    /// <summary>Who comes: the whole name; empty once it was refused or taken back.</summary>
    public string Name { get; set; } = "";

    /// <summary>What comes along, a <see cref="Moving.Parcel"/> as JSON; empty once it was refused or taken back.</summary>
    public string Parcel { get; set; } = "";

    /// <summary>When the old place proposed it.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>How it stands.</summary>
    public MoveStatus Status { get; set; } = MoveStatus.Waiting;

    /// <summary>When it was answered or taken back; null while it waits.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Who answered; null while nobody has.</summary>
    public RoleHolderId? AnsweredBy { get; set; }

    /// <summary>The member that they are here; null until they are welcomed.</summary>
    public MemberId? MemberId { get; set; }
}
