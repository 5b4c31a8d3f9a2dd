using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Care;

/// <summary>The id of a note.</summary>
public readonly record struct CareNoteId(Guid Value);

/// <summary>A confidential note about a member. It is never changed: a correction is a new note that names the old one.</summary>
public sealed class CareNote
{
    /// <summary>The longest note.</summary>
    public const int WordsLength = 2000;

    public CareNoteId Id { get; init; }

    public MemberId MemberId { get; init; }

    /// <summary>True for those who hold the right to safeguarding only.</summary>
    public bool IsSensitive { get; init; }

    public required string Words { get; init; }

    /// <summary>Who wrote it; null for demonstration data.</summary>
    public RoleHolderId? WrittenBy { get; init; }

    public DateTimeOffset WrittenAt { get; init; }

    public Door Door { get; init; }

    /// <summary>The note that this one puts right; null for a first one.</summary>
    public CareNoteId? Corrects { get; init; }
}
