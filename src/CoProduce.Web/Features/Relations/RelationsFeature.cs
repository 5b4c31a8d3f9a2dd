using FluentValidation;

namespace CoProduce.Web.Features.Relations;

/// <summary>Registers what the capability owns: who stands beside a member, supports them and may act for them.</summary>
public static class RelationsFeature
{
    public static IServiceCollection AddRelations(this IServiceCollection services)
    {
        services
            .AddScoped<ActingQuery>()
            .AddScoped<SetActing>()
            .AddScoped<EndActing>()
            .AddScoped<KeepContact>()
            .AddScoped<OrganisationContactsQuery>()
            .AddScoped<SupportersQuery>()
            .AddScoped<SetSupporter>()
            .AddScoped<EndSupporter>();
        services.AddSingleton<IValidator<SupporterForm>, SupporterRules>().AddSingleton<IValidator<EndSupporterForm>, EndSupporterRules>();
        services.AddSingleton<IValidator<OrganisationContactForm>, OrganisationContactRules>();
        services.AddSingleton<IValidator<ActingForm>, ActingRules>().AddSingleton<IValidator<EndActingForm>, EndActingRules>();
        return services;
    }
}
