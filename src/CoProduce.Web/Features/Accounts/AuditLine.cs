using CoProduce.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Features.Accounts;

/// <summary>A line of who did what to which record, for whom and by which door; written with the deed, never changed.</summary>
public sealed class AuditLine
{
    /// <summary>The longest reason.</summary>
    public const int ReasonLength = 500;

    /// <summary>The line.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who; null for a job.</summary>
    public RoleHolderId? By { get; init; }

    /// <summary>The member on whose behalf; null for oneself.</summary>
    public MemberId? OnBehalfOf { get; init; }

    /// <summary>By which door.</summary>
    public Door Door { get; init; }

    /// <summary>What was done, as the use case's name.</summary>
    public required string Deed { get; init; }

    /// <summary>The record concerned; null when it is the organisation itself.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>The hub for which somebody did it as its peer broker, or whose peer broker they became or ceased to be; null otherwise.</summary>
    public HubId? PeerHubId { get; init; }

    /// <summary>Why, in the words of who did it; empty where nobody is asked for a reason.</summary>
    public string Reason { get; init; } = "";
}
