using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Care;

/// <summary>What whoever saw it decided.</summary>
public enum CheckDecision : short
{
    /// <summary>All is well.</summary>
    Satisfied = 1,

    /// <summary>All is well as long as something is kept to; the note says what.</summary>
    WithConditions = 2,

    /// <summary>Not good enough for what needs it.</summary>
    NotSatisfied = 3,
}

/// <summary>A check of a member: what was seen, by whom, when, until when. The newest of its kind counts; none is ever changed, and no certificate is kept.</summary>
public sealed class MemberCheck
{
    /// <summary>The longest name of who saw it.</summary>
    public const int SeenByLength = RoleHolder.NameLength;

    /// <summary>The longest note.</summary>
    public const int NoteLength = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public MemberId MemberId { get; init; }

    public CheckKindId KindId { get; init; }

    /// <summary>The how manieth of this kind for this member, from 1: the highest is in force.</summary>
    public int Number { get; init; }

    public CheckDecision Decision { get; init; }

    /// <summary>Who saw it, as people know them.</summary>
    public required string SeenBy { get; init; }

    public DateOnly SeenOn { get; init; }

    /// <summary>The last day on which it is good; null for ever.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>A few words, such as the conditions; empty for none.</summary>
    public string Note { get; init; } = "";

    /// <summary>Who wrote it down; null for demonstration data.</summary>
    public RoleHolderId? RecordedBy { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    public Door Door { get; init; }

    /// <summary>True when it allows on that day what needs it.</summary>
    public bool IsGoodOn(DateOnly day) => Decision != CheckDecision.NotSatisfied && (Until is null || Until >= day);
}
