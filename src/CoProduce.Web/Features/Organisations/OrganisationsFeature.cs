namespace CoProduce.Web.Features.Organisations;

/// <summary>Registers what the capability owns: tenants, hubs, settings, branding.</summary>
public static class OrganisationsFeature
{
    public static IServiceCollection AddOrganisations(this IServiceCollection services)
    {
        services.AddScoped<CreateOrganisation>();
        return services;
    }
}
