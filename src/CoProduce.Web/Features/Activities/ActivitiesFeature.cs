using CoProduce.Web.Ui;
using FluentValidation;

namespace CoProduce.Web.Features.Activities;

/// <summary>Registers what the capability owns: help in which several took part.</summary>
public static class ActivitiesFeature
{
    public static IServiceCollection AddActivities(this IServiceCollection services)
    {
        services.AddScoped<LogRegister>().AddScoped<UndoRegister>().AddScoped<RegisterLetters>().AddScoped<RegisterQuery>();
        services.AddSingleton<IValidator<RegisterForm>, RegisterRules>();
        services.AddSingleton<IValidator<UndoRegisterForm>, UndoRegisterRules>();
        return services.AddMenu(new MenuEntry("Log a register", "register", MenuPlace.Today, "people", Audience.Coordinator, 4));
    }
}
