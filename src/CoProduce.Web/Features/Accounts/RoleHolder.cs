using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Accounts;

/// <summary>The id of a role holder.</summary>
public readonly record struct RoleHolderId(Guid Value)
{
    /// <summary>A new time-ordered id.</summary>
    public static RoleHolderId New() => new(Guid.CreateVersion7());
}

/// <summary>What a person may do in an organisation. One person may hold several.</summary>
public enum Role : short
{
    /// <summary>Gives and receives.</summary>
    Member = 1,

    /// <summary>A member who brokers for others, with a narrower view of their details.</summary>
    PeerBroker = 2,

    /// <summary>Runs a time bank.</summary>
    Coordinator = 3,

    /// <summary>Governs; reads reports, never personal records.</summary>
    Trustee = 4,

    /// <summary>Changes the organisation's settings and says who holds which role.</summary>
    Manager = 5,

    /// <summary>A coordinator who also reads sensitive notes and sees to concerns. Counts only together with <see cref="Coordinator"/>.</summary>
    Safeguarding = 6,
}

/// <summary>Somebody with a sign-in and a place in this organisation. Who did what is recorded under this id.</summary>
public sealed class RoleHolder
{
    /// <summary>The longest name.</summary>
    public const int NameLength = 120;

    /// <summary>The role holder.</summary>
    public RoleHolderId Id { get; init; }

    /// <summary>The sign-in behind it, unique within the organisation.</summary>
    public Guid SignInId { get; init; }

    /// <summary>The name that others see beside what this person did.</summary>
    public required string Name { get; set; }

    /// <summary>The member that this person is; null for somebody who only coordinates, governs or manages.</summary>
    public MemberId? MemberId { get; set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>When the last role ended; null while the person has a place here.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The roles held now, in no order.</summary>
    public List<Role> Roles { get; set; } = [];
}

/// <summary>A letter that lets somebody take a place in the organisation. The secret in its link is kept only as a hash.</summary>
public sealed class Invitation
{
    /// <summary>The invitation.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Where it was sent.</summary>
    public required string Email { get; init; }

    /// <summary>The name of the person invited.</summary>
    public required string Name { get; init; }

    /// <summary>The roles that accepting it gives.</summary>
    public List<Role> Roles { get; init; } = [];

    /// <summary>The member that the person is; null for somebody who is not a member.</summary>
    public MemberId? MemberId { get; init; }

    /// <summary>SHA-256 of the secret in the link.</summary>
    public required byte[] SecretHash { get; init; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset InvitedAt { get; init; }

    /// <summary>Who invited; null for the platform's operator.</summary>
    public RoleHolderId? InvitedBy { get; init; }

    /// <summary>After this moment it is refused.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was accepted or withdrawn; null while it can be used.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
