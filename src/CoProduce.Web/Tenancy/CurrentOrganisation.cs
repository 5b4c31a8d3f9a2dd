namespace CoProduce.Web.Tenancy;

/// <summary>The organisation that this request or island scope acts in: set once, and nothing works while it is unset.</summary>
public sealed class CurrentOrganisation
{
    private OrganisationProfile? profile;

    /// <summary>True after <see cref="Enter"/>.</summary>
    public bool IsSet => profile is not null;

    /// <summary>The id. Throws when no organisation is set.</summary>
    public OrganisationId Id => Profile.Id;

    /// <summary>What every page needs to know of the organisation. Throws when no organisation is set.</summary>
    public OrganisationProfile Profile => profile ?? throw new NoOrganisationException();

    /// <summary>Names the organisation for the rest of this scope. Throws when the scope already acts in another.</summary>
    public void Enter(OrganisationProfile organisation)
    {
        if (profile is not null && profile.Id != organisation.Id)
            throw new InvalidOperationException("This scope already acts in another organisation.");
        profile = organisation;
    }
}

/// <summary>Thrown when something that belongs to an organisation is asked for while none is set.</summary>
public sealed class NoOrganisationException() : InvalidOperationException("No organisation is set for this scope.");
