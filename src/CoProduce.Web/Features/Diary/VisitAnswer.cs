using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Diary;

/// <summary>What one of the two said after a visit; each says it once.</summary>
public sealed class VisitAnswer
{
    public VisitId VisitId { get; init; }

    /// <summary>Whose word it is.</summary>
    public MemberId MemberId { get; init; }

    public bool DidHappen { get; init; }

    /// <summary>How long it took; null when it did not happen.</summary>
    public int? Minutes { get; init; }

    /// <summary>False when the person says that not all was well, which a coordinator is to read.</summary>
    public bool IsAllWell { get; init; }

    /// <summary>What was not well, or why it did not happen; empty for nothing. For coordinators only.</summary>
    public string Words { get; init; } = "";

    public DateTimeOffset At { get; init; }

    public Door Door { get; init; }

    /// <summary>Who wrote it down; null when the person did by the link in a mail.</summary>
    public RoleHolderId? By { get; init; }

    /// <summary>When a coordinator saw to what was not well; null until then.</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    /// <summary>Who.</summary>
    public RoleHolderId? SeenBy { get; private set; }

    /// <summary>A coordinator has seen to it.</summary>
    public void See(RoleHolderId by, DateTimeOffset at) => (SeenBy, SeenAt) = (by, at);
}
