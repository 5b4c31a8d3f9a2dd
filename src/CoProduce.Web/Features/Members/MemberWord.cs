namespace CoProduce.Web.Features.Members;

/// <summary>
/// The end of a word of a member's search text, from any of its letters on, so that a fragment is found as the beginning of such an end. The
/// database keeps these by itself (search.sql).
/// </summary>
public sealed class MemberWord
{
    /// <summary>Whose.</summary>
    public MemberId MemberId { get; init; }

    /// <summary>The end of the word, folded.</summary>
    public required string Word { get; init; }
}
