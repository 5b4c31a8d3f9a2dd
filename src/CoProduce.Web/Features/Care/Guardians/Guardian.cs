using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Care.Guardians;

/// <summary>Who looks after a member under 18. Read behind the door that writes who looked.</summary>
public sealed class Guardian
{
    /// <summary>The longest relation.</summary>
    public const int RelationLength = 80;

    /// <summary>From so many years on nobody is a minor.</summary>
    public const int OfAge = 18;

    /// <summary>The member under 18.</summary>
    public MemberId MemberId { get; init; }

    /// <summary>The guardian's name; empty while nobody has said.</summary>
    public string Name { get; set; } = "";

    /// <summary>Who they are to the member, such as mother; empty when not said.</summary>
    public string Relation { get; set; } = "";

    /// <summary>Telephone number; empty for none.</summary>
    public string Phone { get; set; } = "";

    /// <summary>E-mail address; empty for none.</summary>
    public string Email { get; set; } = "";

    /// <summary>The day on which the member turns 18, where the day of birth is not kept; null while nobody knows.</summary>
    public DateOnly? TurnsAdultOn { get; set; }
}

/// <summary>A yes or a no of a guardian to a member's taking part, with the words that were asked. The last one counts; none is ever changed.</summary>
public sealed class GuardianConsent
{
    /// <summary>The longest wording.</summary>
    public const int WordingLength = 500;

    /// <summary>The line.</summary>
    public Guid Id { get; init; }

    /// <summary>Who is under 18.</summary>
    public MemberId MemberId { get; init; }

    /// <summary>True for yes, false for a yes that is taken back or was never given.</summary>
    public bool IsGiven { get; init; }

    /// <summary>The words that were asked.</summary>
    public required string Wording { get; init; }

    /// <summary>The guardian's name as it was then.</summary>
    public required string Guardian { get; init; }

    /// <summary>How it came: on paper, by telephone, face to face.</summary>
    public Door Door { get; init; }

    /// <summary>The day on which they said so.</summary>
    public DateOnly SaidOn { get; init; }

    /// <summary>The last day on which it counts; null until the member is 18.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Who wrote it down; null for demonstration data.</summary>
    public RoleHolderId? RecordedBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset RecordedAt { get; init; }
}
