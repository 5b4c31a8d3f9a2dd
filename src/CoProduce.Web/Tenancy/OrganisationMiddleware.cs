namespace CoProduce.Web.Tenancy;

/// <summary>Enters the organisation that the address names, before anything asks who may do what. An unknown one is not found.</summary>
public sealed class OrganisationMiddleware(RequestDelegate next, OrganisationDirectory directory)
{
    /// <summary>The route value of every page of an organisation.</summary>
    public const string RouteValue = "organisation";

    public async Task InvokeAsync(HttpContext http, CurrentOrganisation current)
    {
        if (http.GetRouteValue(RouteValue) is string slug && !current.IsSet)
        {
            if (await directory.FindAsync(slug, http.RequestAborted) is not { } organisation)
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }
            current.Enter(organisation);
        }
        await next(http);
    }
}
