using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Features.Joining.Referrals;

/// <summary>The id of a referrer's link.</summary>
public readonly record struct ReferrerId(Guid Value);

/// <summary>A professional who introduces people by a link of their own, without an account, until a coordinator takes it back.</summary>
public sealed class Referrer
{
    /// <summary>The longest name.</summary>
    public const int NameLength = 120;

    /// <summary>The link.</summary>
    public ReferrerId Id { get; init; }

    /// <summary>Who it is, or which team.</summary>
    public required string Name { get; init; }

    /// <summary>Where they work; empty when not said.</summary>
    public string Workplace { get; init; } = "";

    /// <summary>The time bank to which they introduce people; null when they may choose.</summary>
    public HubId? HubId { get; init; }

    /// <summary>When the link was made.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>By whom; null for demonstration data.</summary>
    public RoleHolderId? MadeBy { get; init; }

    /// <summary>When it was taken back; null while it works.</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>By whom; null while it works.</summary>
    public RoleHolderId? RevokedBy { get; set; }
}

/// <summary>How somebody gave their consent to being introduced.</summary>
public enum ConsentHow : short
{
    /// <summary>They said so, face to face.</summary>
    FaceToFace = 1,

    /// <summary>They said so on the telephone.</summary>
    Phone = 2,

    /// <summary>In writing.</summary>
    InWriting = 3,
}

/// <summary>What somebody agreed that whoever introduced them may hear.</summary>
public enum FeedbackAgreed : short
{
    /// <summary>Nothing.</summary>
    Nothing = 0,

    /// <summary>Whether they joined.</summary>
    WhetherJoined = 1,

    /// <summary>Whether they joined, and whether they have taken part.</summary>
    WhetherTakingPart = 2,
}

/// <summary>How a joiner was introduced, and what was agreed about it.</summary>
public sealed class Referral
{
    /// <summary>The longest wording that somebody consented to.</summary>
    public const int WordingLength = 500;

    /// <summary>Whose.</summary>
    public JoinerId JoinerId { get; init; }

    /// <summary>By whom.</summary>
    public ReferrerId ReferrerId { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The person who wrote, in a team that shares a link; empty when not said.</summary>
    public string WrittenBy { get; init; } = "";

    /// <summary>What the referrer thinks they might enjoy; empty for nothing.</summary>
    public string Words { get; init; } = "";

    /// <summary>How they gave their consent.</summary>
    public ConsentHow Consent { get; init; }

    /// <summary>The words to which they consented, as they stood on the page.</summary>
    public required string ConsentWording { get; init; }

    /// <summary>What the referrer may hear.</summary>
    public FeedbackAgreed Feedback { get; set; }
}
