namespace CoProduce.Web.Features.Members;

/// <summary>
/// Since when a member has exchanged nothing: the day of the last exchange, or of joining when there was none later. The database keeps it by itself (quiet.sql),
/// so that nobody reads months of exchanges to know who has gone quiet.
/// </summary>
public sealed class MemberQuietSince
{
    /// <summary>Who.</summary>
    public MemberId MemberId { get; init; }

    /// <summary>The day.</summary>
    public DateOnly Day { get; init; }
}
