using CoProduce.Web.Tenancy;
using Microsoft.AspNetCore.Authorization;

namespace CoProduce.Web.Features.Accounts;

/// <summary>Lets in whoever holds one of these roles in the organisation that the address names.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowRolesAttribute(params Role[] roles) : AuthorizeAttribute, IAuthorizationRequirementData
{
    /// <summary>The roles.</summary>
    public IReadOnlyList<Role> Allowed => roles;

    /// <summary>True where whoever acts for a member now is let in as well, also when they hold no role themself.</summary>
    public bool OrActing { get; init; }

    /// <inheritdoc />
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new RolesRequirement(roles, OrActing)];
}

/// <summary>Lets in anybody who is signed in, whatever their organisation: their own sign-in pages and the list of their organisations.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowSignedInAttribute : AuthorizeAttribute, IAuthorizationRequirementData
{
    /// <inheritdoc />
    public IEnumerable<IAuthorizationRequirement> GetRequirements() =>
        [new Microsoft.AspNetCore.Authorization.Infrastructure.DenyAnonymousAuthorizationRequirement()];
}

/// <summary>Lets in the platform's operators.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowOperatorAttribute : AuthorizeAttribute, IAuthorizationRequirementData
{
    /// <summary>The claim that an operator's cookie carries.</summary>
    public const string Claim = "coproduce:operator";

    /// <inheritdoc />
    public IEnumerable<IAuthorizationRequirement> GetRequirements() =>
        [new Microsoft.AspNetCore.Authorization.Infrastructure.ClaimsAuthorizationRequirement(Claim, null)];
}

/// <summary>One of the roles must be held in the current organisation.</summary>
/// <param name="OrActing">True where acting for a member is enough.</param>
public sealed record RolesRequirement(IReadOnlyList<Role> Roles, bool OrActing = false) : IAuthorizationRequirement;

/// <summary>Decides a <see cref="RolesRequirement"/>. Throws when no organisation is set, so that a route without one cannot slip through.</summary>
public sealed class RolesHandler(CurrentOrganisation organisation, CurrentPerson person) : AuthorizationHandler<RolesRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, RolesRequirement requirement)
    {
        if (!organisation.IsSet)
            throw new NoOrganisationException();
        if (person.Holds(requirement.Roles) || (requirement.OrActing && await person.ActsForAnybodyAsync()))
            context.Succeed(requirement);
    }
}

/// <summary>Reads who the person is, after sign-in and organisation are known and before anything is decided.</summary>
public sealed class PersonMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, CurrentPerson person)
    {
        await person.LoadAsync(http.User, http.Features.Get<ForAnother>()?.Member, http.RequestAborted);
        await ForAnotherMiddleware.GuardAsync(http, () => next(http));
    }
}
