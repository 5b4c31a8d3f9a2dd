using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Calls;

/// <summary>The id of a call; it is the request key of the form that noted it.</summary>
public readonly record struct CallId(Guid Value);

/// <summary>Who rang whom.</summary>
public enum CallDirection : short
{
    /// <summary>The member rang.</summary>
    In = 1,

    /// <summary>Somebody of the organisation rang the member.</summary>
    Out = 2,

    /// <summary>The member was rung and not reached.</summary>
    NoAnswer = 3,
}

/// <summary>A telephone call with a member. It is never changed: a correction is a further line that names the first.</summary>
public sealed class Call
{
    /// <summary>The longest note.</summary>
    public const int NoteLength = 2000;

    /// <summary>The longest "what it was about".</summary>
    public const int AboutLength = 80;

    public CallId Id { get; init; }

    public MemberId MemberId { get; init; }

    /// <summary>The day of the call.</summary>
    public DateOnly Day { get; init; }

    public CallDirection Direction { get; init; }

    /// <summary>What it was about, in a word or two; empty when nobody said.</summary>
    public string About { get; init; } = "";

    /// <summary>What was said; empty only when nobody was reached.</summary>
    public string Note { get; init; } = "";

    /// <summary>Who noted it; null for demonstration data.</summary>
    public RoleHolderId? NotedBy { get; init; }

    public DateTimeOffset NotedAt { get; init; }

    /// <summary>The call whose note this one puts right; null for a first one.</summary>
    public CallId? Corrects { get; init; }
}
