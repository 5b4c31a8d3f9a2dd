using CoProduce.Web.Tenancy;
using Microsoft.AspNetCore.Authorization;

namespace CoProduce.Web.Features.Accounts;

/// <summary>Lets in whoever holds one of these roles in the organisation that the address names.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowRolesAttribute(params Role[] roles) : AuthorizeAttribute, IAuthorizationRequirementData
{
    /// <summary>The roles.</summary>
    public IReadOnlyList<Role> Allowed => roles;

    /// <inheritdoc />
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new RolesRequirement(roles)];
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
public sealed record RolesRequirement(IReadOnlyList<Role> Roles) : IAuthorizationRequirement;

/// <summary>Decides a <see cref="RolesRequirement"/>. Throws when no organisation is set, so that a route without one cannot slip through.</summary>
public sealed class RolesHandler(CurrentOrganisation organisation, CurrentPerson person) : AuthorizationHandler<RolesRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RolesRequirement requirement)
    {
        if (!organisation.IsSet)
            throw new NoOrganisationException();
        if (person.Holds(requirement.Roles))
            context.Succeed(requirement);
        return Task.CompletedTask;
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
