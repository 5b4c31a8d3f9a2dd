using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Care;

/// <summary>The parts of a member's record that are looked at on purpose, and written down when they are.</summary>
public enum RecordPart : short
{
    /// <summary>How to reach them, and what to know before a visit.</summary>
    Contact = 1,

    /// <summary>Checks.</summary>
    Checks = 2,

    /// <summary>Restrictions, also where one spoke up.</summary>
    Restrictions = 3,

    /// <summary>Notes for all who look after members.</summary>
    Notes = 4,

    /// <summary>Notes for those who hold the right to safeguarding.</summary>
    SensitiveNotes = 5,

    /// <summary>A concern; kept from the member until they were told of it.</summary>
    Concern = 6,

    /// <summary>Messages to other members, which were reported or which the organisation says openly that coordinators read.</summary>
    Messages = 7,

    /// <summary>Their telephone number alone, where the program asks somebody to ring them.</summary>
    Telephone = 8,
}

/// <summary>A line of who looked at what of a member's record and when; added and read, never changed.</summary>
public sealed class RecordView
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose record.</summary>
    public MemberId MemberId { get; init; }

    public RoleHolderId ViewedBy { get; init; }

    public DateTimeOffset ViewedAt { get; init; }

    public RecordPart Part { get; init; }

    /// <summary>The concern; null for any other part.</summary>
    public ConcernId? ConcernId { get; init; }
}

/// <summary>A day on which those who look after members were told what runs out. One row for each day, so that it is done once.</summary>
public sealed class CareRound
{
    public DateOnly Day { get; init; }
}
