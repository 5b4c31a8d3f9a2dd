using CoProduce.Web.Ui;
using FluentValidation;

namespace CoProduce.Web.Features.WhomWeReach;

/// <summary>Registers what the capability owns: what members say of themselves for figures alone, and the figures.</summary>
public static class WhomWeReachFeature
{
    public static IServiceCollection AddReach(this IServiceCollection services)
    {
        services.AddScoped<ChangeReach>().AddScoped<KeepReach>().AddScoped<ReachAnswersQuery>().AddScoped<ReachQuery>();
        services.AddSingleton<IValidator<ChangeReachForm>, ChangeReachRules>().AddSingleton<IValidator<ReachForm>, ReachRules>();
        return services.AddMenu(
            new MenuEntry(
                "Who we reach",
                "reach",
                MenuPlace.Figures,
                "people",
                Audience.Trustee | Audience.Manager | Audience.Coordinator,
                2
            )
        );
    }
}
