using CoProduce.Web.Features.Accounts;
using Microsoft.AspNetCore.Components.Authorization;

namespace CoProduce.Web.Tenancy;

/// <summary>Runs one use case or query of an island in a scope of its own that carries the organisation and the person, read anew each time.</summary>
/// <remarks>An island lives as long as its circuit: a role taken away or a suspension must count at the next click.</remarks>
public sealed class IslandScope(IServiceScopeFactory scopes, OrganisationDirectory directory, AuthenticationStateProvider authentication)
{
    /// <summary>Runs the work as the signed-in person in that organisation. Throws when they hold none of the roles.</summary>
    public async Task<T> RunAsync<TUseCase, T>(
        OrganisationId organisation,
        IReadOnlyList<Role> allowed,
        Func<TUseCase, Task<T>> work,
        CancellationToken ct = default
    )
        where TUseCase : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().Enter(await directory.GetAsync(organisation, ct));
        var person = scope.ServiceProvider.GetRequiredService<CurrentPerson>();
        await person.LoadAsync((await authentication.GetAuthenticationStateAsync()).User, ct: ct);
        return person.Holds(allowed)
            ? await work(scope.ServiceProvider.GetRequiredService<TUseCase>())
            : throw new UnauthorizedAccessException("The person no longer holds a role that allows this.");
    }
}
