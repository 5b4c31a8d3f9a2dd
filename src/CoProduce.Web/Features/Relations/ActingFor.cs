using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Relations;

/// <summary>The id of an agreement that somebody acts for a member.</summary>
public readonly record struct ActingId(Guid Value);

/// <summary>
/// That somebody with a sign-in acts for a member: a carer, a relative, a contact of an organisation-member. It counts from a day, until a day or
/// until it is ended, and is asked for anew with every request.
/// </summary>
public sealed class ActingFor
{
    /// <summary>The longest words on who somebody is to the member, and on who agreed.</summary>
    public const int LineLength = 120;

    /// <summary>The longest reason.</summary>
    public const int ReasonLength = AuditLine.ReasonLength;

    /// <summary>The agreement; the request key of the form that made it.</summary>
    public ActingId Id { get; init; }

    /// <summary>The member acted for.</summary>
    public MemberId MemberId { get; init; }

    /// <summary>Who acts; null until an invitation is accepted.</summary>
    public RoleHolderId? HolderId { get; set; }

    /// <summary>The invitation that was sent to who will act; null for somebody who had a place here.</summary>
    public Guid? InvitationId { get; init; }

    /// <summary>The name by which the coordinator knows who acts.</summary>
    public required string Name { get; init; }

    /// <summary>Who they are to the member, such as "daughter"; empty when nobody said.</summary>
    public string Relation { get; init; } = "";

    /// <summary>Who agreed to it: the member, or whoever may speak for them.</summary>
    public required string AgreedBy { get; init; }

    /// <summary>How the consent was given.</summary>
    public Door Door { get; init; }

    /// <summary>The first day on which it counts.</summary>
    public DateOnly From { get; init; }

    /// <summary>The last day on which it counts; null for an open end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The coordinator who set it; null for demonstration data.</summary>
    public RoleHolderId? SetBy { get; init; }

    /// <summary>When it was set.</summary>
    public DateTimeOffset SetAt { get; init; }

    /// <summary>When it was ended; null while it was not.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Who ended it.</summary>
    public RoleHolderId? EndedBy { get; private set; }

    /// <summary>Why it was ended; empty while it was not.</summary>
    public string EndReason { get; private set; } = "";

    /// <summary>True when it counts on that day, or will once an invitation is accepted.</summary>
    public bool CountsOn(DateOnly day) => EndedAt is null && From <= day && (Until is null || Until >= day);

    /// <summary>Ends it, at once and for good.</summary>
    public void End(RoleHolderId by, string reason, DateTimeOffset at)
    {
        if (EndedAt is not null)
            throw new InvalidOperationException("It was ended before.");
        (EndedAt, EndedBy, EndReason) = (at, by, reason);
    }
}
