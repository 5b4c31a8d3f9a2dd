namespace CoProduce.Web.Tenancy;

/// <summary>The id of an organisation, which is a tenant.</summary>
public readonly record struct OrganisationId(Guid Value)
{
    /// <summary>A new time-ordered id.</summary>
    public static OrganisationId New() => new(Guid.CreateVersion7());
}
