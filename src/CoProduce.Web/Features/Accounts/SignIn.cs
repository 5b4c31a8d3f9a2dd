using CoProduce.Web.Tenancy;
using Microsoft.AspNetCore.Identity;

namespace CoProduce.Web.Features.Accounts;

/// <summary>How a person proves who they are, for every organisation they belong to.</summary>
public sealed class SignIn : IdentityUser<Guid>
{
    /// <summary>What the program calls the person outside any organisation.</summary>
    public string Name { get; set; } = "";

    /// <summary>True for the few who run the platform and may create organisations.</summary>
    public bool IsOperator { get; set; }
}

/// <summary>Says that a sign-in has a place in an organisation, so that a person finds it after signing in. What they may do there is the tenant's own record.</summary>
public sealed class Belonging
{
    /// <summary>The sign-in.</summary>
    public Guid SignInId { get; init; }

    /// <summary>The organisation.</summary>
    public OrganisationId OrganisationId { get; init; }
}
