using FluentValidation;

namespace CoProduce.Web.Features.Relations;

/// <summary>Registers what the capability owns: who stands beside a member and may act for them.</summary>
public static class RelationsFeature
{
    public static IServiceCollection AddRelations(this IServiceCollection services)
    {
        services
            .AddScoped<ActingQuery>()
            .AddScoped<SetActing>()
            .AddScoped<EndActing>()
            .AddScoped<KeepContact>()
            .AddScoped<OrganisationContactsQuery>();
        services.AddSingleton<IValidator<OrganisationContactForm>, OrganisationContactRules>();
        services.AddSingleton<IValidator<ActingForm>, ActingRules>().AddSingleton<IValidator<EndActingForm>, EndActingRules>();
        return services;
    }
}
