using CoProduce.Web.Tenancy;

namespace CoProduce.Web.Features.Organisations;

/// <summary>A line of the directory of organisations: which tenants there are and under which address.</summary>
public sealed class Organisation
{
    /// <summary>The longest address.</summary>
    public const int SlugLength = 40;

    /// <summary>The tenant.</summary>
    public OrganisationId Id { get; init; }

    /// <summary>The first part of every address of the organisation: small letters, digits and hyphens, unique.</summary>
    public required string Slug { get; init; }

    /// <summary>When the operator created it.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
