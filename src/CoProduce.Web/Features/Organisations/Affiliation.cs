using CoProduce.Web.Tenancy;

namespace CoProduce.Web.Features.Organisations;

/// <summary>Two organisations that let each other's members exchange, agreed by both managers, each within a limit.</summary>
public sealed class Affiliation
{
    /// <summary>The most that one side may owe the other, in minutes: 10,000 hours.</summary>
    public const int MostOwed = 600_000;

    public Guid Id { get; init; }
    public OrganisationId ProposedBy { get; init; }
    public OrganisationId ProposedTo { get; init; }

    /// <summary>How much more help the members of the proposing organisation may have had from the other than they gave, in minutes.</summary>
    public int ProposerMayOwe { get; set; }

    /// <summary>The same for the other organisation, in minutes.</summary>
    public int OtherMayOwe { get; set; }

    /// <summary>Which side asks for other limits; null while nobody does.</summary>
    public OrganisationId? LimitsAskedBy { get; set; }

    /// <summary>What <see cref="ProposerMayOwe"/> would become; null while nobody asks.</summary>
    public int? ProposerWouldOwe { get; set; }

    /// <summary>What <see cref="OtherMayOwe"/> would become; null while nobody asks.</summary>
    public int? OtherWouldOwe { get; set; }
    public DateTimeOffset ProposedAt { get; init; }

    /// <summary>When the other side agreed; null while it has not.</summary>
    public DateTimeOffset? AgreedAt { get; set; }

    /// <summary>When one side ended or refused it; null while it stands.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Which side ended or refused it; null while it stands.</summary>
    public OrganisationId? EndedBy { get; set; }

    /// <summary>The organisation on the other side of this one.</summary>
    public OrganisationId Other(OrganisationId here) => here == ProposedBy ? ProposedTo : ProposedBy;
}
