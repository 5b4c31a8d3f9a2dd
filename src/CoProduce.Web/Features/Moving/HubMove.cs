using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Features.Moving;

/// <summary>A member goes from one hub of the organisation to another. What was counted in the old one stays counted there.</summary>
public sealed class HubMove
{
    /// <summary>How many days ahead a move can be planned.</summary>
    public const int MostDaysAhead = 366;

    /// <summary>The move.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Who moves.</summary>
    public MemberId MemberId { get; init; }

    /// <summary>The hub that they leave; as it was when the move was made, for one that is planned.</summary>
    public HubId FromHub { get; set; }

    /// <summary>The hub that they belong to then.</summary>
    public HubId ToHub { get; init; }

    /// <summary>From which day on.</summary>
    public DateOnly On { get; init; }

    /// <summary>Why, for those who read the record later; empty where nobody was asked.</summary>
    public string Reason { get; init; } = "";

    /// <summary>True when it is a release from custody or a discharge: whoever reads of it is not told from where.</summary>
    public bool IsRelease { get; init; }

    /// <summary>Who wrote it down; null for a job.</summary>
    public RoleHolderId? By { get; init; }

    /// <summary>By which door the word came.</summary>
    public Door Door { get; init; }

    /// <summary>When it was written down.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>When they moved; null while it is planned.</summary>
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>When it was called off or undone, or could not be done; null while it stands.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>True while it is to be done on its day.</summary>
    public bool IsPlanned => DoneAt is null && EndedAt is null;
}
