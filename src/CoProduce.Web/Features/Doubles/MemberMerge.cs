using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Doubles;

/// <summary>Two records of one person were put together. The hours stay where they were earned; only what is left of them came over, by an entry of its own.</summary>
public sealed class MemberMerge
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The record that goes on.</summary>
    public MemberId KeptId { get; init; }

    /// <summary>The record that ended, and stays readable.</summary>
    public MemberId GoneId { get; init; }

    public RoleHolderId By { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>How the ended record stood before.</summary>
    public MemberStatus StoodAs { get; init; }

    /// <summary>The entry that brought over what was left; null when nothing was.</summary>
    public Guid? EntryId { get; init; }

    /// <summary>The rows that came over, as the database wrote them down, for taking them back.</summary>
    public required string Moved { get; init; }

    /// <summary>When it was taken back; null while they are together.</summary>
    public DateTimeOffset? UndoneAt { get; set; }

    /// <summary>Who took it back; null while they are together.</summary>
    public RoleHolderId? UndoneBy { get; set; }
}
