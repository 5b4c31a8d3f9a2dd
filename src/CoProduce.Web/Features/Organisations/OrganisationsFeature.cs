using CoProduce.Web.Ui;
using FluentValidation;

namespace CoProduce.Web.Features.Organisations;

/// <summary>Registers what the capability owns: tenants, hubs, settings, branding.</summary>
public static class OrganisationsFeature
{
    public static IServiceCollection AddOrganisations(this IServiceCollection services)
    {
        services
            .AddScoped<ChangeSettings>()
            .AddScoped<ChangeLogo>()
            .AddScoped<SaveHub>()
            .AddScoped<SaveCategory>()
            .AddScoped<ArrangeCategories>()
            .AddScoped<ContributionRules>()
            .AddScoped<SaveContributionRule>();
        services.AddScoped<SettingsQuery>().AddScoped<CategoryChoices>().AddScoped<PeopleQuery>().AddScoped<ChangeRoles>();
        services.AddScoped<InvitePerson>().AddScoped<WithdrawInvitation>();
        services.AddScoped<AffiliationsQuery>().AddScoped<ProposeAffiliation>().AddScoped<AnswerAffiliation>();
        services.AddScoped<CreateOrganisation>().AddScoped<StartOrganisation>().AddScoped<OperatorQuery>();
        services.AddSingleton<IValidator<StartOrganisationForm>, StartOrganisationRules>();
        services.AddSingleton<IValidator<ChangeSettingsForm>, ChangeSettingsRules>();
        services.AddSingleton<IValidator<HubForm>, HubRules>();
        services.AddSingleton<IValidator<AffiliationForm>, AffiliationRules>();
        services.AddScoped<ChangeLimits>().AddSingleton<IValidator<ChangeLimitsForm>, ChangeLimitsRules>();
        services.AddSingleton<IValidator<ContributionRuleForm>, ContributionRuleRules>();
        services.AddSingleton<IValidator<CategoryForm>, CategoryRules>();
        services.AddSingleton<IValidator<RolesForm>, RolesRules>();
        services.AddSingleton<IValidator<InvitePersonForm>, InvitePersonRules>();
        services.AddMenu(
            new MenuEntry("Settings", "settings", MenuPlace.Settings, "settings", Audience.Manager, 1),
            new MenuEntry("People and roles", "people", MenuPlace.Settings, "people", Audience.Manager, 2)
        );
        return services;
    }

    public static void MapOrganisations(this IEndpointRouteBuilder routes) => routes.MapBranding();
}
